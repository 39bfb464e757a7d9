import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Typed } from "@/lib/desk/forms/typed";
import { readRecords } from "@/lib/desk/imports/read-records-queries";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { techniquesToPick } from "@/lib/desk/proposals/pick-queries";
import { createProposal } from "@/lib/desk/proposals/proposal-commands";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { underReview } from "@/lib/desk/proposals/review-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/proposals";
import { anAddress, anIncident, publicationOf } from "@/testing/records";

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  const incidents = [anIncident({ technique: "fake-airdrop", chains: ["ethereum", "sonic-two"] })];
  await publish(db, publicationOf({ incidents }), "names of its own");
});

const row = (chain: string): Typed => ({ chain, address: "x", role: "attacker", source: "" });

async function asked(content: Typed): Promise<string[]> {
  const draft = { kind: "incident", recordId: null, authorId: null, content, note: "" } as const;
  const problems = await checkTyped(db, draft);
  return problems
    .filter(({ message }) => /is it new/i.test(message))
    .map(({ path, message, question }) => `${path.join(".")}${question ? "?" : ""} ${message}`);
}

describe("a draft that names", () => {
  test("what the taxonomy or the record has is asked nothing", async () => {
    const chains = ["Ethereum, bnb", "Sonic Two"];
    expect(await asked({ technique: "Fake airdrop", chains })).toEqual([]);
    expect(await asked({ technique: "Rug pull", addresses: [row("tron")] })).toEqual([]);
  });

  test("a new technique is asked whether the nearest was meant", async () => {
    expect(await asked({ technique: "Fake air-drops" })).toEqual([
      "technique? No incident has the technique “Fake air drops” yet: is it new, or did you mean “Fake airdrop”?",
    ]);
    expect(await asked({ technique: "Quantum computer" })).toEqual([
      "technique? No incident has the technique “Quantum computer” yet. Is it new?",
    ]);
  });

  test("new chains is asked of each once, at the row that names it first", async () => {
    expect(
      await asked({
        technique: "Rug pull",
        chains: ["ethereum", "", "Etherium, Tron"],
        addresses: [row(""), row("Etherium"), row("Bitcoyn"), row("bitcoyn")],
      }),
    ).toEqual([
      "chains.2? Nothing in the record is on the chain “Etherium” yet: is it new, or did you mean “Ethereum”?",
      "addresses.2.chain? Nothing in the record is on the chain “Bitcoyn” yet: is it new, or did you mean “Bitcoin”?",
    ]);
  });

  test("thousands of chains is asked of each, and compares only the first", async () => {
    const addresses = Array.from({ length: 10_000 }, (_, place) => row(`Etherium ${place}`));
    const warnings = await asked({ technique: "Rug pull", addresses });
    expect(warnings).toHaveLength(10_000);
    expect(warnings[49]).toContain("did you mean “Ethereum”?");
    expect(warnings[50]).toContain("“Etherium-50” yet. Is it new?");
  });

  test("what cannot be a name is told so, and not asked", async () => {
    for (const technique of ["Other", "x".repeat(61), "闪电贷", ""])
      expect(await asked({ technique })).toEqual([]);
  });
});

test("a reviewer sees what is new to the record", async () => {
  const ada = await aPerson(db, "Ada");
  const typed = { technique: "Quantum computer", chains: ["tron", "Qubit", "Entangled"] };
  const made = await createProposal(db, ada, { kind: "incident", typed });
  if ("refused" in made) throw new Error(made.refused);
  const proposal = await findProposal(db, ada, made.created);
  if (proposal === null) throw new Error("no proposal");
  const { differences } = await underReview(db, proposal);
  const remarks = differences.flatMap(({ label, remark }) => (remark ? [[label, remark]] : []));
  expect(remarks).toEqual([
    ["Technique", "New to the record: Quantum computer; nobody says what it means"],
    ["Chains", "New to the record: Qubit, Entangled"],
  ]);
});

/** What a reviewer is told of the technique and its definition, of an incident that is proposed with them. */
async function remarksOf(typed: Typed): Promise<unknown> {
  const ada = await aPerson(db, `Ada ${Math.random()}`);
  const made = await createProposal(db, ada, { kind: "incident", typed });
  if ("refused" in made) throw new Error(made.refused);
  const proposal = await findProposal(db, ada, made.created);
  if (proposal === null) throw new Error("no proposal");
  const { differences, problems } = await underReview(db, proposal);
  return {
    said: differences.flatMap(({ path, after, remark }) =>
      path.startsWith("technique") ? [[path, after, remark]] : [],
    ),
    problems: problems.filter(({ path }) => path[0] === "techniqueDefinition"),
  };
}

test("a reviewer sees what is meant by a new technique, and in whose place it comes", async () => {
  const meant = "A ledger shows what is not there.";
  expect(await remarksOf({ technique: "Ledger mirage", techniqueDefinition: meant })).toMatchObject(
    {
      said: [
        ["technique", "Ledger mirage", "New to the record: Ledger mirage"],
        ["techniqueDefinition", meant, "The methodology will say this of “Ledger mirage”"],
      ],
      problems: [],
    },
  );
  const incidents = [
    anIncident({ slug: "mirage", technique: "ledger-mirage", techniqueDefinition: meant }),
  ];
  await publish(db, publicationOf({ incidents }), "defined");
  const better = "Deposits are shown that were never made.";
  expect(
    await remarksOf({ technique: "ledger-mirage", techniqueDefinition: better }),
  ).toMatchObject({
    said: [
      ["technique", "Ledger mirage", undefined],
      [
        "techniqueDefinition",
        better,
        `Takes the place of what the methodology says of “Ledger mirage”: ${meant}`,
      ],
    ],
  });
  expect(await techniquesToPick(db)).toContainEqual({
    value: "ledger-mirage",
    label: "Ledger mirage",
    definition: meant,
  });
});

test("what a technique of the taxonomy means is not for an incident to say", async () => {
  expect(
    await remarksOf({ technique: "Reentrancy", techniqueDefinition: "Something else." }),
  ).toMatchObject({
    problems: [{ message: expect.stringMatching(/must be left empty: what “Reentrancy” means/) }],
  });
});

test("a file of records is asked of each new name once, and takes it", async () => {
  const onQubit = anAddress("qubit-1", { chain: "qubit" });
  const incidents = [
    anIncident({ slug: "one", technique: "quantum-computer", chains: ["tron", "qubit"] }),
    anIncident({ slug: "two", technique: "quantum-computer", addresses: [onQubit] }),
  ];
  const file = JSON.stringify({ incidents });
  const { warnings, problems } = await readRecords(
    db,
    { text: file, prepared: false },
    async () => {},
  );
  expect(problems).toEqual([]);
  expect(warnings.map(({ record, field, message }) => `${record} ${field}: ${message}`)).toEqual([
    "1 technique: No incident has the technique “Quantum computer” yet. Is it new?",
    "1 chains, item 2: Nothing in the record is on the chain “Qubit” yet. Is it new?",
  ]);
});
