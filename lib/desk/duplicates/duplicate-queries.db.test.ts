import { beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import type { Typed } from "@/lib/desk/forms/typed";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aKnownAddress, anAddress, anIncident, aSource, publicationOf } from "@/testing/records";

const ADDRESS = "0x75497999432b8701330fb68058bd21918c02ac59";
const SERVICE = "0xc0ffeebabe5d496b2dde509f9fa189c25cf29671";

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      incidents: [
        anIncident({ addresses: [anAddress(ADDRESS), anAddress(SERVICE)] }),
        anIncident({
          slug: "stake-2023-09",
          name: "Stake theft",
          target: "Stake",
          occurredOn: "2023-09-04",
          lossUsd: 41_000_000,
          sources: [
            {
              url: `https://etherscan.io/tx/0x${"ab".repeat(32)}`,
              publisher: "Etherscan",
              title: "The transaction",
              publishedOn: null,
              archivedUrl: null,
              kind: null,
            },
          ],
        }),
      ],
      knownAddresses: [aKnownAddress({ address: SERVICE })],
    }),
    "A test",
  );
});

async function slugsFor(typed: Typed, except: number | null = null): Promise<string[]> {
  const found = await findDuplicates(db, typed, except);
  return found.map(({ of }) => (of.where === "record" ? of.slug : `${of.where}`));
}

test("names what it is found by", async () => {
  const [found] = await findDuplicates(
    db,
    { target: "coinex", occurredOn: "14 September 2023" },
    null,
  );
  expect(found).toMatchObject({
    of: { where: "record", slug: "coinex-2023-09" },
    name: "CoinEx hot-wallet theft",
    lossUsd: 54_000_000,
    occurredOn: "2023-09-12",
    reasons: ["same target, 2 days apart"],
  });
});

test("finds an address on another chain, a page however it is linked, a transaction in any explorer", async () => {
  const at = (address: string) => ({ addresses: [{ chain: "polygon", address }] });
  expect(await slugsFor(at(ADDRESS.toUpperCase().replace("X", "x")))).toEqual(["coinex-2023-09"]);
  const link = (url: string) => ({
    sources: [{ url }],
    occurredOn: "2023-09-13",
    target: "CoinEx",
  });
  const [found] = await findDuplicates(
    db,
    link("http://www.example.org/report/?utm_source=a#b"),
    null,
  );
  expect(found?.reasons).toContain("names the same source example.org/report/?utm_source=a#b");
  expect(
    await slugsFor({ sources: [{ url: `https://other.example/${"AB".repeat(32)}` }] }),
  ).toEqual(["stake-2023-09"]);
});

test.each([
  ["https://nitter.it/a/status/1701000000000000001", "https://x.com/i/status/1701000000000000001"],
  [
    "https://web.archive.org/web/20230913000000/https://amp.example.com/theft/amp/",
    "http://www.example.com/theft",
  ],
])("finds a page that is held as %s and asked for as %s", async (held, asked) => {
  const theft = { target: "Elsewhere", occurredOn: "2019-01-01" };
  await publish(
    db,
    publicationOf({
      incidents: [
        anIncident({
          slug: "far",
          ...theft,
          sources: [aSource({ url: held })],
        }),
      ],
    }),
    "Linked otherwise",
  );
  const [found] = await findDuplicates(db, { ...theft, sources: [{ url: asked }] }, null);
  expect(found?.of).toMatchObject({ slug: "far" });
  expect(found?.reasons.join()).toContain("names the same source");
});

test("takes a known address for no evidence", async () => {
  expect(await slugsFor({ addresses: [{ chain: "ethereum", address: SERVICE }] })).toEqual([]);
});

test("leaves out the incident that is revised, and what nothing speaks for", async () => {
  const { incidentId } = await db.incidentRevision.findFirstOrThrow({
    where: { slug: "coinex-2023-09" },
  });
  expect(await slugsFor({ target: "CoinEx" }, incidentId)).toEqual([]);
  expect(await slugsFor({})).toEqual([]);
  expect(await slugsFor({ target: "Bybit", occurredOn: "2025-02-21" })).toEqual([]);
});

test("an earlier revision is not found any more", async () => {
  await publish(db, publicationOf({ incidents: [anIncident({ addresses: [] })] }), "Corrected");
  expect(await slugsFor({ addresses: [{ chain: "ethereum", address: ADDRESS }] })).toEqual([]);
  expect(await slugsFor({ target: "CoinEx" })).toEqual(["coinex-2023-09"]);
});

test("finds what is in review, and never what others have not submitted", async () => {
  await db.user.create({ data: { id: "ada", email: "ada@example.org", name: "Ada" } });
  const content = {
    target: "Bybit",
    name: "Bybit theft",
    occurredOn: "2025-02-21",
    lossUsd: "$1.46bn",
    addresses: "not a list",
    sources: [{ url: "https://example.org/bybit" }, "not a row", { url: ["not a text"] }],
  };
  const draft = await db.proposal.create({ data: { kind: "incident", content, authorId: "ada" } });
  const typed = { target: "Bybit Exchange", occurredOn: "2025-02-21" };
  expect(await findDuplicates(db, typed, null)).toEqual([]);
  await db.proposal.update({
    where: { id: draft.id },
    data: { state: "inReview", submittedAt: new Date() },
  });
  expect(await findDuplicates(db, typed, null)).toMatchObject([
    { of: { where: "review", proposalId: draft.id }, name: "Bybit theft", lossUsd: 1_460_000_000 },
  ]);
  const linked = {
    sources: [{ url: "https://example.org/bybit" }],
    occurredOn: "2025-02",
    target: "ByBit",
  };
  expect((await findDuplicates(db, linked, null))[0]?.reasons.join()).toContain("same source");
  expect(await findDuplicates(db, typed, null, draft.id)).toEqual([]);
});

test.each<[string, Typed]>([
  [
    "control characters",
    { target: "\u0000\u0001\u202eCoinEx", sources: [{ url: "https://a.example/\u0000" }] },
  ],
  [
    "half a character",
    { target: "\ud800", name: "\udfff", addresses: [{ chain: "\ud800", address: "\ud800" }] },
  ],
  ["long text", { target: "coin ".repeat(100_000), occurredOn: "9".repeat(10_000) }],
  [
    "many rows",
    { sources: Array.from({ length: 20_000 }, (_, row) => ({ url: `https://a.example/${row}` })) },
  ],
  [
    "many addresses",
    { addresses: Array.from({ length: 20_000 }, (_, row) => ({ chain: "x", address: `a${row}` })) },
  ],
  ["SQL", { target: "'; DROP TABLE incident; --", name: "%_\\" }],
  ["other shapes", { target: [["x"]], addresses: { a: "b" }, sources: ["x"] }],
  ["rows that are none", { sources: [null], addresses: [null] } as unknown as Typed],
  ["the first day there is", { target: "CoinEx", occurredOn: "0001-01-01" }],
  ["the last day there is", { target: "CoinEx", occurredOn: "9999-12-31" }],
  ["the last month there is", { target: "CoinEx", occurredOn: "9999-12" }],
])("answers %s", async (_, typed) => {
  await expect(findDuplicates(db, typed, null)).resolves.toBeInstanceOf(Array);
});
