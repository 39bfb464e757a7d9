import { describe, expect, test } from "vitest";
import { evidenceIn } from "@/lib/desk/proposals/evidence";
import { difference } from "@/lib/record/history/difference";

const source = {
  url: "https://news.example.org/a/b?c=d",
  publisher: "The News",
  title: "What was taken",
  publishedOn: "2024-03-02",
  archivedUrl: "https://web.archive.org/web/2024/https://news.example.org/a/b",
};
const wallet = "0x52908400098527886E0F7030069857D2E4169EE7";
const record = {
  lossUsd: 5_000_000,
  occurredOn: "2024-03-01",
  lossEstimates: [
    { amountUsd: 5_000_000, by: "The victim", on: null, source: source.url, preferred: true },
    { amountUsd: 6_000_000, by: "A firm", on: null, source: "https://other.example.org/x" },
  ],
  attributions: [{ actor: "somebody", by: "A firm", source: source.url, confidence: "likely" }],
  addresses: [
    { chain: "ethereum", address: wallet, role: "attacker", source: source.url },
    { chain: "no-such-chain", address: "abc", role: "attacker", source: "javascript:alert(1)" },
  ],
  transactions: [
    { chain: "ethereum", hash: `0x${"ab".repeat(32)}`, role: "theft", source: source.url },
  ],
  sources: [source],
};
const of = evidenceIn("incident", null, record);
const pathTo = (label: string) =>
  difference("incident", null, record).find((one) => one.label.startsWith(label))?.path ?? "";

describe("beside a claim stands", () => {
  test("the source that it cites, with publisher, day and copy", () => {
    for (const label of [
      "Attribution",
      "Estimate by The victim",
      "Loss, best",
      `Address ${wallet}`,
    ])
      expect([label, of(pathTo(label)).sources]).toEqual([
        label,
        [{ ...source, isListed: true, archivedUrl: source.archivedUrl }],
      ]);
    expect(of("occurredOn").sources).toEqual([]);
  });

  test("one that is not among the sources is said to be none of them", () => {
    expect(of(pathTo("Estimate by A firm")).sources).toMatchObject([
      { url: "https://other.example.org/x", isListed: false, publisher: "", archivedUrl: null },
    ]);
  });

  test("its page at a block explorer, where its chain has one", () => {
    expect(of(pathTo(`Address ${wallet}`)).explorer).toBe(`https://etherscan.io/address/${wallet}`);
    expect(of(pathTo("Transaction")).explorer).toContain("https://etherscan.io/tx/0xabab");
    expect(of(pathTo("Address abc")).explorer).toBeNull();
  });

  test("no link that is not http or https, or that only this machine can reach", () => {
    expect(of(pathTo("Address abc")).sources).toEqual([]);
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "http://localhost/x",
      "file:///x",
    ]) {
      const made = evidenceIn("incident", null, { sources: [{ url }] });
      expect([url, made(`sources/${url}`)]).toEqual([url, { sources: [], explorer: null }]);
    }
    const copied = { ...source, archivedUrl: "javascript:alert(2)" };
    const [one] = evidenceIn("incident", null, { sources: [copied] })(
      `sources/${source.url}`,
    ).sources;
    expect(one?.archivedUrl).toBeNull();
  });
});

test("a field of an item that changed finds what the item cites", () => {
  const before = {
    ...record,
    attributions: [{ ...record.attributions[0], confidence: "suspected" }],
  };
  const beside = evidenceIn("incident", before, record);
  const [changed] = difference("incident", before, record);
  expect(changed?.path).toMatch(/confidence$/);
  expect(beside(changed?.path ?? "").sources).toHaveLength(1);
  expect(
    evidenceIn("incident", before, record)(`sources/${source.url}/title`).sources,
  ).toHaveLength(1);
});

test("a source that was typed in a draft that cannot be read yet", () => {
  const typed = {
    sources: [
      { url: source.url, publisher: "The News", title: "", publishedOn: "", archivedUrl: "" },
    ],
    addresses: [{ chain: "Ethereum", address: wallet, role: "", source: "" }],
  };
  const made = evidenceIn("incident", null, typed);
  expect(made(`sources/${source.url}`).sources[0]).toMatchObject({ title: "", archivedUrl: null });
  const path = difference("incident", null, typed).find(({ group }) => group === "Addresses")?.path;
  expect(made(path ?? "").explorer).toContain("etherscan.io");
});

test("of an actor and a service, their own links", () => {
  expect(
    evidenceIn("actor", null, { statusSource: source.url, sources: [source] })("statusSource")
      .sources,
  ).toMatchObject([{ publisher: "The News" }]);
  expect(evidenceIn("service", null, { source: source.url })("source").sources).toHaveLength(1);
});
