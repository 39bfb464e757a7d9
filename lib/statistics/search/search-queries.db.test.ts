import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { makeSearchAnew } from "@/lib/record/search/search-entry-commands";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { lookUp } from "@/lib/statistics/search/lookup-queries";
import { searchRecord } from "@/lib/statistics/search/search-queries";
import { testDatabase } from "@/testing/database";
import { reviseActor, reviseIncident, reviseTarget } from "@/testing/publishing";
import {
  aKnownAddress,
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aSource,
  aTarget,
  aTransaction,
  publicationOf,
} from "@/testing/records";
import { nameOf } from "@/testing/search-measure";

const ADDRESS = "0xf9ddbfdb94b84a55d569671bcbc48ff438a7e158";
const HASH = `0x${"ab12".repeat(16)}`;
const PAGE = "https://example.org/news/the-theft";

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      targets: [
        aTarget({
          slug: "mt-gox",
          name: "Mt. Gox",
          aliases: ["門头沟"],
          formerly: ["Magic Cards"],
        }),
        aTarget({ slug: "ronin", name: "Ronin", aliases: [] }),
      ],
      actors: [
        anActor({ slug: "lazarus-group", name: "Lazarus Group", aliases: ["Hidden Cobra"] }),
      ],
      figures: [aPublishedFigure({ publisher: "CertiK", title: "Losses in May", actor: null })],
      knownAddresses: [aKnownAddress({ label: "Tornado Cash" })],
      incidents: [
        anIncident({
          slug: "ronin-2022-03",
          name: "Ronin bridge theft",
          target: "Ronin",
          technique: "reentrancy",
          occurredOn: "2022-03-23",
          summary: "Validators signed. The maker of Axie Infinity noticed after a week.",
          attributions: [anAttribution({ actor: "lazarus-group", by: "FBI" })],
          addresses: [anAddress(ADDRESS)],
          transactions: [aTransaction({ hash: HASH })],
          sources: [aSource({ url: PAGE, publisher: "The Block", title: "A week unnoticed" })],
        }),
        anIncident({ slug: "mt-gox-2014-02", name: "Mt. Gox collapse", target: "Mt. Gox" }),
      ],
    }),
    "The first",
  );
});

async function found(q: string, version?: number): Promise<string[]> {
  const at = version ?? (await newestVersion(db))?.number ?? 0;
  return (await searchRecord(db, at, { q, kind: null })).results.map(nameOf);
}

describe("what stands first", () => {
  test.each([
    ["mtgox", "target mt-gox"],
    ["MT-GOX hack", "target mt-gox"],
    ["門头沟", "target mt-gox"],
    ["magic cards", "target mt-gox"],
    ["Mt. Gox collapse", "incident mt-gox-2014-02"],
    ["ronnin", "target ronin"],
    ["ronin march 2022", "incident ronin-2022-03"],
    ["hidden cobra", "actor lazarus-group"],
    ["lazarus", "actor lazarus-group"],
    ["certik", "publisher CertiK"],
    ["FBI", "publisher FBI"],
    ["the block", "publisher The Block"],
    ["re-entrancy", "technique reentrancy"],
    ["axie infinity", "incident ronin-2022-03"],
    ["a week unnoticed", "incident ronin-2022-03"],
    ["losses in may", "figure Losses in May"],
    [ADDRESS.toUpperCase().replace("0X", "0x"), `address ${ADDRESS}`],
    [ADDRESS.slice(0, 9), `address ${ADDRESS}`],
    [ADDRESS.slice(-7), `address ${ADDRESS}`],
    ["0xf9dd…e158", `address ${ADDRESS}`],
    [`https://etherscan.io/address/${ADDRESS}#code`, `address ${ADDRESS}`],
    [`ethereum:${ADDRESS}`, `address ${ADDRESS}`],
    [HASH, `transaction ${HASH}`],
    [`https://etherscan.io/tx/${HASH}`, `transaction ${HASH}`],
    [`${PAGE}?utm_source=x`, "incident ronin-2022-03"],
  ])("%s: %s", async (q, first) => {
    expect((await found(q))[0]).toBe(first);
  });

  test("an address is followed by the incidents that name it", async () => {
    expect(await found(ADDRESS)).toEqual([`address ${ADDRESS}`, "incident ronin-2022-03"]);
  });

  test("a further word loses nothing, and is said to be missing", async () => {
    const answer = await searchRecord(db, 1, { q: "ronin zebra", kind: null });
    expect(answer.reading).toBe("some words");
    expect(answer.results.map(nameOf).slice(0, 2)).toEqual([
      "target ronin",
      "incident ronin-2022-03",
    ]);
    expect(answer.results[0]?.missing).toEqual(["zebra"]);
  });

  test("a kind narrows the results and not the counts", async () => {
    const all = await searchRecord(db, 1, { q: "ronin", kind: null });
    const narrow = await searchRecord(db, 1, { q: "ronin", kind: "incident" });
    expect(narrow.results.map(nameOf)).toEqual(["incident ronin-2022-03"]);
    expect(narrow.counts).toEqual(all.counts);
  });

  test.each(["zzqqxx", "%", "' OR 1=1 --", "a".repeat(300), "\\", "'", ":*", "& | !"])(
    "nothing is found for %s, and nothing fails",
    async (q) => {
      expect(await found(q)).toEqual([]);
    },
  );
});

describe("a version is searched as it was", () => {
  test("new names are found from then on, former ones stay", async () => {
    await reviseTarget(db, "ronin", { name: "Katana", slug: "katana" });
    await reviseActor(db, "lazarus-group", { aliases: ["Zinc Sleet"] });
    expect(await found("katana", 1)).toEqual([]);
    expect((await found("katana"))[0]).toBe("target katana");
    expect((await found("ronin", 1))[0]).toBe("target ronin");
    expect(await found("ronin")).toContain("target katana");
    expect(await found("zinc sleet", 2)).toEqual([]);
    expect(await found("zinc sleet")).toEqual(["actor lazarus-group"]);
    expect((await found("hidden cobra"))[0]).toBe("actor lazarus-group");
  });

  test("what is merged leads to what it is now; what is retracted stands last and says so", async () => {
    await reviseIncident(db, "mt-gox-2014-02", { mergedInto: "ronin-2022-03" });
    expect(await found("mt gox collapse")).toContain("incident ronin-2022-03");
    expect(await found("mt gox collapse")).not.toContain("incident mt-gox-2014-02");
    expect(await found("mt gox collapse", 1)).toContain("incident mt-gox-2014-02");
    await reviseIncident(db, "ronin-2022-03", { retraction: "It never happened." });
    const { results } = await searchRecord(db, 3, { q: "Ronin bridge theft", kind: null });
    expect(results.find(({ kind }) => kind === "incident")).toMatchObject({ retracted: true });
    expect(await found(ADDRESS)).toEqual([]);
  });

  test("a technique and a publisher that nothing names any more are found where something did", async () => {
    await reviseIncident(db, "ronin-2022-03", { technique: "phishing-kit", sources: [aSource()] });
    expect(await found("reentrancy")).not.toContain("technique reentrancy");
    expect(await found("reentrancy", 1)).toContain("technique reentrancy");
    expect((await found("phishing kit"))[0]).toBe("technique phishing-kit");
    expect(await found("phishing kit", 1)).toEqual([]);
    expect(await found("the block")).not.toContain("publisher The Block");
  });
});

test("rows made anew are those that publishing made, and are made where any is missing", async () => {
  await reviseIncident(db, "ronin-2022-03", { name: "Ronin theft" });
  const rows = () =>
    db.$queryRaw<
      unknown[]
    >`SELECT kind, value, record_id, revision_id, published_in, superseded_in, names, related,
      weight, called::text, document::text FROM desk.search_entry ORDER BY kind, value COLLATE "C", revision_id`;
  const terms = () => db.searchTerm.findMany({ orderBy: { term: "asc" } });
  const before = [await rows(), await terms()];
  expect(before[0]?.length).toBeGreaterThan(8);
  expect(await makeSearchAnew(db)).toBe(true);
  expect([await rows(), await terms()]).toEqual(before);
  expect(await makeSearchAnew(db)).toBe(false);
  await db.searchEntry.deleteMany({ where: { kind: "incident" } });
  expect(await makeSearchAnew(db)).toBe(true);
  expect(await rows()).toEqual(before[0]);
});

test("a list is looked up in its order, in every spelling, and nothing of it is passed over", async () => {
  const list = [
    `https://etherscan.io/tx/${HASH}`,
    "nonsense",
    ADDRESS.toUpperCase().replace("0X", "0x"),
    ADDRESS.slice(0, 12),
    `0x${"1".repeat(40)}`,
    PAGE,
    "https://example.org/other",
  ];
  const looked = await lookUp(db, 1, list);
  expect(looked.map(({ given }) => given)).toEqual(list);
  expect(looked.map(({ kind, text }) => [kind, text])).toEqual([
    ["transaction", HASH],
    [null, null],
    ["address", ADDRESS],
    [null, null],
    ["address", null],
    ["page", PAGE],
    ["page", null],
  ]);
  expect(looked[2]?.incidents).toEqual([
    { slug: "ronin-2022-03", name: "Ronin bridge theft", role: "attacker" },
  ]);
});
