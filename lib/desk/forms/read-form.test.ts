import { describe, expect, test } from "vitest";
import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import type { Typed } from "@/lib/desk/forms/typed";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { entrySchemas } from "@/lib/record/publishing/entry";
import { givenDataset } from "@/testing/dataset";

const coinex = givenDataset().incidents.find(({ slug }) => slug === "coinex-2023-09");
const whole = writeTyped({ kind: "incident", record: entrySchemas.incident.parse(coinex) });
/** Whose word each value rests on left open, so that what is typed for the values alone can be any. */
const ofNobody: Typed = { lossEstimates: [], returnEstimates: [], dateStatements: [] };
const problemsOf = (changed: Typed) => {
  const read = readTyped("incident", { ...whole, ...changed });
  return (read.ok ? read.warnings : read.problems).map(
    ({ path, message, question }) => `${path.join(".")}${question ? "?" : ""}: ${message}`,
  );
};

describe("every field of every form", () => {
  const odd: unknown[] = [
    "",
    " ",
    "x".repeat(200_000),
    "\u0000\u0007\u001b[31m",
    "\u202eright to left\u2066",
    "<script>alert(1)</script>",
    "'; DROP TABLE incident; --",
    "💥\ud800",
    "__proto__",
    "NaN",
    "1e999",
    "-0",
    [],
    {},
    [[]],
    [{}],
    [""],
    [{ url: [] }],
    [null],
    null,
    5,
    true,
    { length: 5 },
    Array.from({ length: 1_000_000 }, () => ""),
    Array.from({ length: 300_000 }, () => ({ url: "x" })),
  ];
  const paths = (fields: readonly FormField[]) => fields.map(({ name }) => name);

  test.each(RECORD_KINDS)("%s: whatever is typed, there is an answer", (kind) => {
    const fields = fieldsOf(FORMS[kind]);
    for (const name of [...paths(fields), "paste", "stranger", "__proto__", "constructor"]) {
      for (const value of odd) {
        const typed = JSON.parse("{}") as Record<string, unknown>;
        Object.defineProperty(typed, name, { value, enumerable: true });
        const read = readTyped(kind, typed as Typed);
        expect(read.ok).toBe(false);
        if (!read.ok)
          for (const { message } of read.problems) {
            expect(message).toMatch(/[.?]$/);
            expect(message.length).toBeLessThan(600);
          }
      }
    }
  });

  test("rows: whatever is typed in one, there is an answer at its field", () => {
    for (const field of fieldsOf(FORMS.incident)) {
      if (field.control.is !== "rows") continue;
      for (const { name, control } of field.control.fields) {
        for (const value of odd.slice(0, 20)) {
          const row = {
            ...Object.fromEntries(paths(field.control.fields).map((each) => [each, "x"])),
            [name]: value,
          };
          const read = readTyped("incident", { ...whole, [field.name]: [row] } as Typed);
          if (typeof value !== "string" && control.is !== "yesNo") {
            expect(read.ok).toBe(false);
            const at = read.ok ? [] : read.problems.map(({ path }) => path.join("."));
            expect(at.some((path) => path.startsWith(`${field.name}.0`))).toBe(true);
          }
        }
      }
    }
  });
});

describe("problems are at the row that was typed", () => {
  test("empty rows before it move nothing", () => {
    const blank = {
      url: "",
      publisher: "",
      title: "",
      publishedOn: "",
      archivedUrl: "",
      kind: "",
    };
    const wrong = { ...blank, url: "ftp://x", publisher: "p", title: "t" };
    expect(problemsOf({ sources: [blank, wrong, blank] })).toEqual([
      "sources.1.url: Web address must be a web address that begins with https:// or http://.",
    ]);
  });

  test("an address without a role is a problem at its role", () => {
    const address = "0xce013682eddefaca8c94fe56a43a04212ebe4673";
    const row = { chain: "Ethereum", address, role: "", source: "https://a.example" };
    expect(problemsOf({ addresses: [row] })).toEqual([
      "addresses.0.role: Role is missing: choose attacker, laundering or victim.",
    ]);
  });

  test("a row of which only a choice was made is empty", () => {
    expect(
      problemsOf({ addresses: [{ chain: "", address: "", role: "attacker", source: "" }] }),
    ).toEqual([]);
  });
});

describe("what is read", () => {
  const record = (changed: Typed) => {
    const read = readTyped("incident", { ...whole, ...changed });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.entry.record;
  };

  test("labels and values, in any case", () => {
    expect(
      record({ category: "WALLET compromise", technique: "insider", targetKind: "exchange" }),
    ).toMatchObject({
      category: "wallet-compromise",
      technique: "insider",
      targetKind: "exchange",
    });
  });

  test("chains by any name, several in one field, each once", () => {
    expect(
      record({ chains: ["ETH, bnb chain", "", "Polygon PoS", "ethereum", "My New Chain"] }),
    ).toMatchObject({
      chains: ["ethereum", "bsc", "polygon", "my-new-chain"],
    });
  });

  test("a symbol typed with its quantity need not be typed again", () => {
    expect(record({ assets: [{ quantity: "1,460 ETH", symbol: "", usd: "" }] })).toMatchObject({
      assets: [{ symbol: "ETH", quantity: "1460", usd: null }],
    });
    expect(problemsOf({ assets: [{ quantity: "1,460 ETH", symbol: "BTC", usd: "" }] })).toEqual([
      "assets.0.symbol: Symbol is “BTC”, but the quantity says “ETH”.",
    ]);
  });

  test("what stands beside a quantity need not be typed again, and must not be typed otherwise", () => {
    const blank = { symbol: "", usd: "", chain: "" };
    expect(record({ assets: [{ ...blank, quantity: "4,947 ETH ($7.9m)" }] })).toMatchObject({
      assets: [{ symbol: "ETH", quantity: "4947", usd: 7_900_000 }],
    });
    expect(record({ assets: [{ ...blank, quantity: "5 MATIC (Polygon)" }] })).toMatchObject({
      assets: [{ symbol: "MATIC", quantity: "5", chain: "polygon" }],
    });
    expect(
      problemsOf({ assets: [{ ...blank, quantity: "4,947 ETH ($7.9m)", usd: "$7.8m" }] }),
    ).toEqual(["assets.0.usd: Worth in US dollars is “$7.8m”, but the quantity says “$7.9m”."]);
  });

  test("several assets in one quantity are as many rows", () => {
    const row = { quantity: "100 ETH + 50k USDC", symbol: "", usd: "", chain: "" };
    expect(record({ assets: [row] })).toMatchObject({
      assets: [
        { symbol: "ETH", quantity: "100" },
        { symbol: "USDC", quantity: "50000" },
      ],
    });
  });

  test("a name in the address is made of the target and the month", () => {
    expect(record({ slug: "", target: "Mt. Gox’s Übung", occurredOn: "2011-06" })).toMatchObject({
      slug: "mt-goxs-ubung-2011-06",
    });
  });

  test("the preferred estimate is the best one", () => {
    const estimate = {
      amountUsd: "$53m",
      by: "X",
      on: "",
      source: "https://x.example",
      preferred: "yes",
    };
    expect(record({ lossUsd: "", lossEstimates: [estimate] })).toMatchObject({
      lossUsd: 53_000_000,
    });
    expect(problemsOf({ lossUsd: "$54m", lossEstimates: [estimate] })).toEqual([
      "lossUsd: Best estimate must be the amount of the estimate that is followed ($53,000,000).",
    ]);
  });

  test("what came back and the day are those of the statement that is followed", () => {
    const said = { by: "X", on: "", source: "https://x.example" };
    const back = { ...said, amountUsd: "$2m", preferred: "yes" };
    const day = { ...said, date: "13 Sept 2023", preferred: "yes" };
    const other = { ...day, date: "2023-09", preferred: "" };
    expect(
      record({
        returnedUsd: "",
        occurredOn: " ",
        returnEstimates: [back],
        dateStatements: [other, day],
      }),
    ).toMatchObject({ returnedUsd: 2_000_000, occurredOn: "2023-09-13" });
    expect(problemsOf({ occurredOn: "", dateStatements: [other] })).toContain(
      "occurredOn: Day must not be empty.",
    );
    expect(problemsOf({ occurredOn: "", dateStatements: [day, day] })).toEqual([
      "occurredOn: Day must not be empty.",
      "dateStatements.1.preferred: The one we follow can be one of the list only: number 1 is it already.",
    ]);
    expect(problemsOf({ occurredOn: "2023-09-12", dateStatements: [day] })).toEqual([
      "occurredOn: Day must be the date of the statement that is followed (2023-09-13).",
    ]);
  });

  test("lines end alike", () => {
    expect(record({ summary: "one\r\ntwo" })).toMatchObject({ summary: "one\ntwo" });
  });
});

describe("slips are questioned, not refused", () => {
  test.each([
    ["lossUsd", { lossUsd: "$54bn", lossUsdHigh: "" }, "is more than almost any theft"],
    ["lossUsd", { lossUsd: "$54k", lossUsdLow: "", lossUsdHigh: "" }, "The summary speaks of"],
    ["lossUsdLow", { lossUsdLow: "$53k" }, "a thousand times apart"],
    ["lossUsdHigh", { lossUsdHigh: "$70bn" }, "a thousand times apart"],
    ["returnedUsd", { returnedUsd: "$55m" }, "More came back"],
    [
      "assets.0.usd",
      { assets: [{ symbol: "USDT", quantity: "5,000", usd: "$5m" }] },
      "One USDT would have been worth $1000",
    ],
    ["assets.0.usd", { assets: [{ symbol: "ETH", quantity: "1", usd: "$54m" }] }, "One ETH"],
    ["assets.0.quantity", { assets: [{ symbol: "BTC", quantity: "1.234", usd: "" }] }, "two ways"],
    ["occurredOn", { occurredOn: "09.12.2023" }, "two ways"],
    ["paste.addresses", { paste: { addresses: "left" } }, "was not split"],
  ] as [string, Typed, string][])("%s", (path, changed, said) => {
    const given = { ...ofNobody, ...changed };
    const asked = problemsOf(given).filter((problem) => problem.startsWith(`${path}?: `));
    expect(asked.join()).toContain(said);
    expect(readTyped("incident", { ...whole, ...given }).ok).toBe(true);
  });

  test("an address that stands twice", () => {
    const [row] = whole.addresses as Typed[];
    expect(problemsOf({ addresses: [row as Typed, row as Typed] })).toEqual([
      "addresses.1.address?: This address stands in an earlier row already. Is that meant?",
    ]);
  });
});

describe("what is no estimate is asked at its field, with what it can be", () => {
  const ofNobody: Typed = { lossEstimates: [], returnEstimates: [], dateStatements: [] };

  test.each([
    ["up to $70m", "is an upper bound, which is no estimate: write $70,000,000 as the highest"],
    ["$7M+", "is a lower bound, which is no estimate: write $7,000,000 as the lowest"],
    ["$53m–70m", "is a range: write $53,000,000 as the lowest and $70,000,000 as the highest"],
    ["€54m", "must be in US dollars at the time of the theft; “€” is another money"],
  ])("%s as the best estimate", (lossUsd, said) => {
    const problems = problemsOf({ ...ofNobody, lossUsd, lossUsdLow: "", lossUsdHigh: "" });
    expect(problems.join("\n")).toContain(`lossUsd: Best estimate ${said}`);
  });

  test("a bound in its own field is what it says", () => {
    expect(
      problemsOf({ ...ofNobody, lossUsd: "$54m", lossUsdLow: "at least $53m", lossUsdHigh: "" }),
    ).toEqual([]);
  });

  test.each([
    ["up to $70m", { lossUsdLow: null, lossUsdHigh: 70e6 }],
    ["$7M+", { lossUsdLow: 7e6, lossUsdHigh: null }],
    ["$5m–9m", { lossUsdLow: 5e6, lossUsdHigh: 9e6 }],
  ])("%s is published as what is offered for it", (lossUsd, said) => {
    const read = readUsd(lossUsd, "best");
    const { here, low = "", high = "" } = read.choices[0]?.fills ?? {};
    const typed = { lossUsd: here ?? lossUsd, lossUsdLow: low, lossUsdHigh: high };
    const entered = readTyped("incident", { ...whole, ...ofNobody, returnedUsd: "", ...typed });
    if (!entered.ok) throw new Error(JSON.stringify(entered.problems));
    expect(entered.entry.record).toMatchObject({ lossUsd: null, ...said });
  });

  test("estimates of which none is followed are the bounds", () => {
    const estimate = (amountUsd: string): Typed => ({
      amountUsd,
      by: "Somebody",
      source: "https://example.org/a",
    });
    const typed = { lossUsd: "", lossUsdLow: "", lossUsdHigh: "", returnedUsd: "" };
    const readOf = (amounts: string[]) =>
      readTyped("incident", {
        ...whole,
        ...ofNobody,
        ...typed,
        lossEstimates: amounts.map(estimate),
      });
    const read = readOf(["$9m", "$5m", "$6m"]);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.entry.record).toMatchObject({ lossUsd: null, lossUsdLow: 5e6, lossUsdHigh: 9e6 });
    // One alone says nothing of which side it bounds.
    const one = readOf(["$9m"]);
    if (!one.ok) throw new Error(JSON.stringify(one.problems));
    expect(one.entry.record).toMatchObject({ lossUsd: null, lossUsdLow: null, lossUsdHigh: null });
  });

  test("rules that span fields are told while others are still empty", () => {
    const estimate: Typed = {
      amountUsd: "$5m",
      by: "A",
      source: "https://a.example/",
      preferred: "yes",
    };
    const problems = problemsOf({
      ...ofNobody,
      name: "",
      lossUsd: "$5m",
      lossUsdLow: "$6m",
      lossUsdHigh: "",
      lossEstimates: [estimate, { ...estimate, by: "B" }],
      transactions: [{ chain: "Solana", hash: `0x${"ab".repeat(32)}`, role: "", source: "" }],
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^name: /),
        "lossUsdLow: Lowest must not be above the best estimate ($5,000,000).",
        "lossEstimates.1.preferred: The one we follow can be one of the list only: number 1 is it already.",
        expect.stringMatching(/^transactions.0.hash: Hash .*on Solana are 64 bytes in base58/),
      ]),
    );
    // What cannot be read is told as that, and breaks no rule.
    const unread = problemsOf({
      ...ofNobody,
      name: "",
      lossUsd: "€5m",
      lossUsdLow: "$6m",
      lossUsdHigh: "$6m",
    });
    expect(unread.filter((problem) => /^loss/.test(problem))).toEqual([
      expect.stringMatching(/^lossUsd: Best estimate must be in US dollars/),
    ]);
  });

  test("cents are what is kept, and that is told without asking", () => {
    const typed = { ...whole, ...ofNobody, lossUsd: "54,000,000.005" };
    const read = readTyped("incident", { ...typed, lossUsdLow: "", lossUsdHigh: "" });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.entry.record).toMatchObject({ lossUsd: 54_000_000.01 });
    expect(read.warnings).toEqual([
      {
        path: ["lossUsd"],
        message: "Best estimate is $54,000,000.01, rounded from 54,000,000.005.",
        question: true,
        informs: true,
      },
    ]);
  });

  test("a day that may be two names both, and how to write each", () => {
    expect(problemsOf({ ...ofNobody, occurredOn: "03/04/2023" })).toEqual([
      "occurredOn?: Day “03/04/2023” can be read in two ways. Is it 4 March 2023 or 3 April 2023? Write 2023-03-04 or 2023-04-03.",
    ]);
  });

  test("nothing lost is no unknown loss, and is written so that it reads back", () => {
    const none = { ...ofNobody, lossUsdLow: "", lossUsdHigh: "", returnedUsd: "" };
    expect(problemsOf({ ...none, lossUsd: "0" })[0]).toContain("or is it unknown?");
    const { record } = { record: entrySchemas.incident.parse(coinex) };
    const written = writeTyped({ kind: "incident", record: { ...record, lossUsd: 0 } });
    expect(written.lossUsd).toBe("nothing");
    expect(problemsOf({ ...none, lossUsd: written.lossUsd as string })).toEqual([]);
  });
});
