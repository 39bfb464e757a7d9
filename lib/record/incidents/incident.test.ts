import { describe, expect, test } from "vitest";
import { type DateStatement, type Incident, incidentSchema } from "@/lib/record/incidents/incident";
import { brokenSoFar } from "@/lib/record/incidents/incident-rules";
import { today } from "@/lib/values/dates/day";
import {
  anAddress,
  anAsset,
  anAttribution,
  anEstimate,
  anIncident,
  aTransaction,
} from "@/testing/records";

/** The fields that a record is refused for. */
function problemsOf(record: unknown): string[] {
  const parsed = incidentSchema.safeParse(record);
  if (parsed.success) return [];
  return [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))];
}

const OTHER_HASH = `0x${"ab".repeat(32)}`;
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

function aDateStatement(given: Partial<DateStatement> = {}): DateStatement {
  const source = "https://example.org/";
  return { date: "2023-09-12", by: "Example", on: null, source, preferred: true, ...given };
}

describe("what is meant by a technique", () => {
  const meant = (technique: string, techniqueDefinition: string | null) =>
    problemsOf(anIncident({ technique, techniqueDefinition }));

  test("is said of one that the taxonomy lacks, or not at all", () => {
    expect(meant("ledger-mirage", "A ledger shows what is not there.")).toEqual([]);
    expect(meant("ledger-mirage", null)).toEqual([]);
    expect(meant("reentrancy", null)).toEqual([]);
    const { techniqueDefinition: _, ...before } = anIncident();
    expect(incidentSchema.parse(before).techniqueDefinition).toBeNull();
  });

  test("is not said of one of the taxonomy, nor at length, nor by nothing", () => {
    expect(meant("reentrancy", "Something else.")).toEqual(["techniqueDefinition"]);
    expect(meant("ledger-mirage", "x".repeat(601))).toEqual(["techniqueDefinition"]);
    expect(meant("ledger-mirage", "")).toEqual(["techniqueDefinition"]);
  });
});

describe("an incident", () => {
  test.each([
    ["with everything known", {}],
    ["of unknown size", { lossUsd: null }],
    ["of no loss", { lossUsd: 0 }],
    ["with a range", { lossUsd: 2, lossUsdLow: 1, lossUsdHigh: 3 }],
    ["with a range of one value", { lossUsd: 2, lossUsdLow: 2, lossUsdHigh: 2 }],
    ["with cents", { lossUsd: 0.01, returnedUsd: 99.99 }],
    ["returned in more than was lost", { lossUsd: 1, returnedUsd: 2 }],
    ["on no chain", { chains: [] }],
    ["known to the month", { occurredOn: "2023-09" }],
    ["known to the year", { occurredOn: "2023" }],
    ["of today", { occurredOn: today() }],
    ["of this month", { occurredOn: today().slice(0, 7) }],
    ["of this year", { occurredOn: today().slice(0, 4) }],
    ["of the first day", { occurredOn: "2009-01-03" }],
    ["of the first whole month", { occurredOn: "2009-02" }],
    ["of a target with a record", { targetSlug: "coinex" }],
    ["with an attribution on a ground", { attributions: [anAttribution({ basis: "charge" })] }],
    ["with an asset on a chain", { assets: [anAsset({ chain: "tron" })] }],
    ["with transactions", { transactions: [aTransaction(), aTransaction({ hash: OTHER_HASH })] }],
    [
      "with one name in each of two lists",
      {
        identifiers: [
          { scheme: "rekt" as const, value: "coinex-rekt" },
          { scheme: "wikidata" as const, value: "Q1" },
        ],
      },
    ],
  ])("%s is accepted as it is", (_, given) => {
    expect(incidentSchema.parse(anIncident(given))).toEqual(anIncident(given));
  });

  test.each([
    ["slug", { slug: "CoinEx" }],
    ["name", { name: " " }],
    ["target", { target: "" }],
    ["targetKind", { targetKind: "bank" }],
    ["occurredOn", { occurredOn: "2023-02-30" }],
    ["occurredOn", { occurredOn: "12 September 2023" }],
    ["occurredOn", { occurredOn: tomorrow }],
    ["occurredOn", { occurredOn: "9999" }],
    ["occurredOn", { occurredOn: "2009-01-02" }],
    ["occurredOn", { occurredOn: "2009-01" }],
    ["occurredOn", { occurredOn: "2008" }],
    ["category", { category: "theft" }],
    ["technique", { technique: "Black magic" }],
    ["chains.1", { chains: ["ethereum", "Tron"] }],
    ["lossUsd", { lossUsd: -1 }],
    ["lossUsd", { lossUsd: "1" }],
    ["lossUsd", { lossUsd: undefined }],
    ["lossUsd", { lossUsd: Number.NaN }],
    ["lossUsd", { lossUsd: Number.POSITIVE_INFINITY }],
    ["lossUsd", { lossUsd: 2e15 }],
    ["lossUsd", { lossUsd: 0.001 }],
    ["lossUsd", { lossUsd: 54_000_000.005 }],
    ["returnedUsd", { returnedUsd: -0.01 }],
    ["lossUsdLow", { lossUsd: 1, lossUsdLow: 2 }],
    ["lossUsdHigh", { lossUsd: 3, lossUsdHigh: 2 }],
    ["lossUsdHigh", { lossUsd: null, lossUsdLow: 2, lossUsdHigh: 1 }],
    ["lossUsdHigh", { lossUsd: null, lossUsdLow: 2, lossUsdHigh: 2 }],
    ["summary", { summary: "a\u0000b" }],
    ["sources", { sources: [] }],
    [
      "sources.0.url",
      { sources: [{ url: "javascript:alert(1)", publisher: "A", title: "B", publishedOn: null }] },
    ],
    ["attributions.0.confidence", { attributions: [{ ...anAttribution(), confidence: "sure" }] }],
    ["attributions.0.on", { attributions: [anAttribution({ on: "2023-13" })] }],
    ["attributions.0.by", { attributions: [anAttribution({ by: "" })] }],
    ["addresses.0.role", { addresses: [{ ...anAddress("0x1"), role: "friend" }] }],
    ["attributions.0.basis", { attributions: [{ ...anAttribution(), basis: "rumour" }] }],
    ["targetSlug", { targetSlug: "Coin Ex" }],
    ["assets.0.chain", { assets: [{ ...anAsset(), chain: "Tron Network" }] }],
    ["transactions.0.role", { transactions: [{ ...aTransaction(), role: "attacker" }] }],
    ["transactions.0.source", { transactions: [aTransaction({ source: "etherscan" })] }],
    ["transactions.0.hash", { transactions: [aTransaction({ hash: "0x12" })] }],
    ["transactions.0.hash", { transactions: [aTransaction({ chain: "solana" })] }],
    ["transactions.1.hash", { transactions: [aTransaction(), aTransaction({ role: "other" })] }],
    [
      "transactions.1.hash",
      {
        transactions: [
          aTransaction(),
          aTransaction({ hash: aTransaction().hash.toUpperCase().replace("0X", "0x") }),
        ],
      },
    ],
    ["identifiers.0.scheme", { identifiers: [{ scheme: "isbn", value: "1" }] }],
    ["identifiers.0.value", { identifiers: [{ scheme: "defillama", value: "coinex" }] }],
    [
      "identifiers.1.value",
      {
        identifiers: [
          { scheme: "rekt", value: "coinex-rekt" },
          { scheme: "rekt", value: "coinex-rekt" },
        ],
      },
    ],
    ["lossEstimates.0.by", { lossEstimates: [anEstimate({ by: "" })] }],
    [
      "returnEstimates.0.amountUsd",
      { returnEstimates: [anEstimate({ amountUsd: -1, preferred: false })] },
    ],
    [
      "dateStatements.0.date",
      { dateStatements: [aDateStatement({ date: "September", preferred: false })] },
    ],
    ["dateStatements.0.on", { dateStatements: [aDateStatement({ on: "2023-02-30" })] }],
    ["dateStatements.0.source", { dateStatements: [aDateStatement({ source: "word of mouth" })] }],
    ["assets.0.usd", { assets: [{ symbol: "ETH", quantity: null, usd: -1 }] }],
    ["assets.0.quantity", { assets: [{ symbol: "ETH", quantity: -1, usd: null }] }],
    ["assets.0.quantity", { assets: [{ symbol: "ETH", quantity: 1e-19, usd: null }] }],
    ["", { retraction: "It did not happen" }],
  ])("is refused for its %s: %j", (field, given) => {
    expect(problemsOf({ ...anIncident(), ...given })).toEqual([field]);
  });

  test("needs every field but those of which an older dataset has none", () => {
    const {
      targetSlug,
      techniqueDefinition,
      lossEstimates,
      returnEstimates,
      dateStatements,
      transactions,
      identifiers,
      ...rest
    } = anIncident();
    expect(incidentSchema.parse(rest)).toEqual(anIncident());
    expect([targetSlug, techniqueDefinition]).toEqual([null, null]);
    expect([lossEstimates, returnEstimates, dateStatements, transactions, identifiers]).toEqual(
      Array.from({ length: 5 }, () => []),
    );
    for (const field of Object.keys(rest)) {
      expect(problemsOf({ ...rest, [field]: undefined })).toEqual([field]);
    }
  });

  test("has one preferred estimate at most, and its amount is the loss", () => {
    const estimate = anEstimate({ by: "A" });
    const other = anEstimate({ amountUsd: 70_000_000, by: "B", preferred: false });
    expect(problemsOf(anIncident({ lossEstimates: [estimate, other] }))).toEqual([]);
    expect(problemsOf(anIncident({ lossEstimates: [other] }))).toEqual([]);
    expect(problemsOf(anIncident({ lossEstimates: [estimate, estimate] }))).toEqual([
      "lossEstimates.1.preferred",
    ]);
    expect(problemsOf(anIncident({ lossUsd: 1, lossEstimates: [estimate] }))).toEqual(["lossUsd"]);
    expect(problemsOf(anIncident({ lossUsd: null, lossEstimates: [estimate] }))).toEqual([
      "lossUsd",
    ]);
  });

  test("has one preferred figure for what came back at most, and it is what came back", () => {
    const estimate = anEstimate({ amountUsd: 5 });
    const other = anEstimate({ amountUsd: 7, preferred: false });
    const given = (returnedUsd: number | null, returnEstimates: Incident["returnEstimates"]) =>
      problemsOf(anIncident({ returnedUsd, returnEstimates }));
    expect(given(5, [estimate, other])).toEqual([]);
    expect(given(null, [other])).toEqual([]);
    expect(given(5, [estimate, estimate])).toEqual(["returnEstimates.1.preferred"]);
    expect(given(7, [estimate, other])).toEqual(["returnedUsd"]);
    expect(given(null, [estimate])).toEqual(["returnedUsd"]);
  });

  test("whose estimate was converted has amount × rate for its amount, to the cent, and says whose rate", () => {
    const of = (given: object) =>
      problemsOf(anIncident({ lossEstimates: [anEstimate({ preferred: false, ...given })] }));
    const converted = "EUR 1200000 at 1.1884 on 2021-04-07, A bank, https://bank.example.org/rates";
    expect(of({ amountUsd: 1_426_080, converted })).toEqual([]);
    expect(of({ amountUsd: 1_426_080.01, converted })).toEqual(["lossEstimates.0.amountUsd"]);
    expect(of({ amountUsd: 1_426_080, converted: "1.2m euros" })).toEqual([
      "lossEstimates.0.converted",
    ]);
    const returnEstimates = [anEstimate({ preferred: false, amountUsd: 5, converted })];
    expect(problemsOf(anIncident({ returnEstimates }))).toEqual(["returnEstimates.0.amountUsd"]);
  });

  test("whose asset's worth was converted says what that comes to, and nothing else", () => {
    const of = (usd: number | null, converted: string | null) =>
      problemsOf(anIncident({ assets: [anAsset({ usd, converted })] }));
    const converted = "JPY 4000000 at 0.0091 on 2021-04-07, A bank, https://bank.example.org/rates";
    expect(of(36_400, converted)).toEqual([]);
    expect(of(36_400.01, converted)).toEqual(["assets.0.usd"]);
    expect(of(null, converted)).toEqual(["assets.0.usd"]);
    expect(of(36_400, "4m yen")).toEqual(["assets.0.converted"]);
    expect(of(null, null)).toEqual([]);
    // Of a draft whose worth cannot be read, that is said and not that it is another.
    const unread = { assets: [{ converted }], lossEstimates: [] };
    expect(brokenSoFar(unread).map(({ path }) => path.join("."))).toEqual([]);
  });

  test("has one preferred day at most, and it is the day, as precise", () => {
    const statement = aDateStatement();
    const other = aDateStatement({ date: "2023-09", preferred: false });
    const given = (occurredOn: string, dateStatements: DateStatement[]) =>
      problemsOf(anIncident({ occurredOn, dateStatements }));
    expect(given("2023-09-12", [statement, other])).toEqual([]);
    expect(given("2023-09-13", [other])).toEqual([]);
    expect(given("2023-09-12", [statement, statement])).toEqual(["dateStatements.1.preferred"]);
    expect(given("2023-09-13", [statement])).toEqual(["occurredOn"]);
    expect(given("2023-09", [statement, other])).toEqual(["occurredOn"]);
  });

  test("says of a hash given twice where it stands first", () => {
    const other = aTransaction({ hash: OTHER_HASH });
    const transactions = [other, aTransaction(), other];
    expect(incidentSchema.safeParse(anIncident({ transactions })).error?.issues).toMatchObject([
      { path: ["transactions", 2, "hash"], message: "stands already as number 1 of the list" },
    ]);
  });

  test("takes one hash on two chains: what was signed for no chain can be replayed on another", () => {
    const transactions = [aTransaction(), aTransaction({ chain: "arbitrum" })];
    expect(problemsOf(anIncident({ transactions }))).toEqual([]);
  });

  test("names every problem at once", () => {
    expect(problemsOf(anIncident({ slug: "", lossUsd: -1, sources: [] })).sort()).toEqual([
      "lossUsd",
      "slug",
      "sources",
    ]);
  });
});
