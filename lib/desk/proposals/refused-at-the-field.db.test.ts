import { beforeAll, expect, test } from "vitest";
import { readRecords } from "@/lib/desk/imports/read-records-queries";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { writeTyped } from "@/lib/desk/proposals/typed";
import type { Entry } from "@/lib/record/publishing/entry";
import { publish } from "@/lib/record/publishing/publish-command";
import { today } from "@/lib/values/dates/day";
import { type TestDatabase, testDatabase } from "@/testing/database";
import {
  aCoverage,
  anActor,
  anEstimate,
  anIncident,
  aTarget,
  aTransaction,
  publicationOf,
} from "@/testing/records";

let db: TestDatabase["db"];
beforeAll(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      targets: [aTarget({ slug: "lake-bank", name: "Lake Bank", formerly: ["Pond Bank"] })],
      coverage: [aCoverage({ coveredThrough: "2024-03-31" })],
    }),
    "The first",
  );
});

const theft = (given: object) => ({
  ...anIncident({ slug: "hill-2023-09", name: "Hill theft", target: "Hill" }),
  targetSlug: null,
  attributions: [],
  ...given,
});
const target = (given: object) => aTarget({ slug: "hill", name: "Hill", ...given });
const person = (given: object) =>
  anActor({ slug: "hill-man", name: "Hill Man", kind: "individual", parent: null, ...given });
const followed = (amountUsd: number) => anEstimate({ amountUsd, preferred: true });

/** What is wrong, with its kind, its list in a file, its field in the form and in the file, and what is allowed. */
const WRONG: [
  what: string,
  kind: Entry["kind"],
  list: string,
  record: object,
  field: string,
  inFile: string,
  allowed: RegExp,
][] = [
  [
    "coverage in the future",
    "coverage",
    "coverage",
    aCoverage({ coveredThrough: "2199-01-01" }),
    "coveredThrough",
    "coveredThrough",
    new RegExp(`up to today, ${today()}, is allowed`),
  ],
  [
    "coverage that goes back",
    "coverage",
    "coverage",
    aCoverage({ coveredThrough: "2024-03-30" }),
    "coveredThrough",
    "coveredThrough",
    /31 March 2024: it can only be that day or a later one/,
  ],
  [
    "two preferred estimates",
    "incident",
    "incidents",
    theft({
      lossUsd: 5,
      lossEstimates: [followed(5), anEstimate({ by: "B", preferred: false }), followed(6)],
    }),
    "lossEstimates.2.preferred",
    "lossEstimates, item 3, preferred",
    /one of the list only: number 1 is it already/,
  ],
  [
    "a lowest above the best estimate",
    "incident",
    "incidents",
    theft({ lossUsd: 5_000_000, lossUsdLow: 6_000_000, lossEstimates: [] }),
    "lossUsdLow",
    "lossUsdLow",
    /must not be above the best estimate \(\$?5,?000,?000\)/,
  ],
  [
    "a transaction of another chain's form",
    "incident",
    "incidents",
    theft({ transactions: [aTransaction({ chain: "solana" })] }),
    "transactions.0.hash",
    "transactions, item 1, hash",
    /transactions on Solana are 64 bytes in base58/,
  ],
  [
    "an alias that is another target's name",
    "target",
    "targets",
    target({ aliases: ["The Hill", "lake bank"] }),
    "aliases.1",
    "aliases, item 2",
    /is the name of another target \(lake-bank\)/,
  ],
  [
    "a status without a source",
    "actor",
    "actors",
    person({ status: "charged", statusOn: "2023", statusSource: null }),
    "statusSource",
    "statusSource",
    /must be given beside a status, as the link to a page that says it/,
  ],
];

test.each(WRONG)("%s is refused at its field, with what is allowed", async (...given) => {
  const [, kind, list, record, field, inFile, allowed] = given;
  const entry = { kind, record: { retraction: null, mergedInto: null, ...record } };
  const draft = { kind, recordId: null, authorId: null, note: "Why." };
  const asked = await checkTyped(db, { ...draft, content: writeTyped(entry as Entry) });
  const refused = asked.filter(({ question }) => question !== true);
  expect(refused.map(({ path, message }) => [path.join("."), message])).toEqual([
    [field, expect.stringMatching(allowed)],
  ]);
  const { problems } = await readRecords(
    db,
    { text: JSON.stringify({ [list]: [record] }), prepared: false },
    async () => {},
  );
  expect(problems.map((problem) => [problem.field, problem.message])).toEqual([
    [inFile, expect.stringMatching(allowed)],
  ]);
});

test("a name of another target, and a status without a source, are refused while the rest of the form is empty", async () => {
  const draft = { kind: "target" as const, recordId: null, authorId: null, note: "" };
  const asked = await checkTyped(db, {
    ...draft,
    content: { name: "Hill", aliases: ["Lake Bank"] },
  });
  expect(asked.map(({ path }) => path.join("."))).toContain("aliases.0");
  const person = { name: "Hill Man", kind: "individual", status: "charged" };
  const told = await checkTyped(db, { ...draft, kind: "actor", content: person });
  expect(told.map(({ path }) => path.join("."))).toContain("statusSource");
});

test("a former name of another target is asked, as it may be that one", async () => {
  const content = writeTyped({
    kind: "target",
    record: { mergedInto: null, ...target({ name: "Pond bank" }) },
  } as Entry);
  const draft = { kind: "target" as const, recordId: null, authorId: null, note: "" };
  expect(await checkTyped(db, { ...draft, content })).toEqual([
    {
      path: ["name"],
      message: "“Pond bank” is a name of Lake Bank (lake-bank) too. Is this another target?",
      question: true,
    },
  ]);
});
