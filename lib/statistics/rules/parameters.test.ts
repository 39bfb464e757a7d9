import { describe, expect, test } from "vitest";
import {
  isSeveralValued,
  PARAMETERS,
  type ParameterName,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";

const NAMES = Object.keys(PARAMETERS) as ParameterName[];
const read = (query: string, known: readonly ParameterName[] = NAMES) =>
  readParameters(new URLSearchParams(query), known);

type Accepted = readonly [text: string, value: unknown];
const asGiven = (...texts: string[]): Accepted[] => texts.map((text) => [text, text]);

/** What each parameter accepts, and the value that it stands for. */
const ACCEPTED: Record<ParameterName, readonly Accepted[]> = {
  year: [
    ["2009", 2009],
    ["2023", 2023],
    ["9999", 9999],
  ],
  through: asGiven("2009-01-01", "2023-09-15", "2024-02-29"),
  from: asGiven("0001-01-01", "2023-01-01", "2024-02-29", "9999-12-31"),
  to: asGiven("2023-12-31", "2000-02-29"),
  since: asGiven("2009-01-03", "2023-12-31"),
  until: asGiven("2023-12-31", "2000-02-29"),
  category: [
    ...asGiven("contract-exploit", "unknown", "-phishing", "-exit-scam,-phishing"),
    ["phishing,exit-scam", "exit-scam,phishing"],
    [" phishing , exit-scam,phishing", "exit-scam,phishing"],
  ],
  technique: asGiven("reentrancy", "hot-wallet-breach", "fake-airdrop", "a".repeat(60)),
  target: asGiven("exchange", "mev-bot", "liquid", "0vix"),
  "target-name": [
    ...asGiven("Liquid", "LI.FI", "B² Network", "exchange", "'; --", "a".repeat(200)),
    ["  MEV bot\t0x0000…a47b\n", "MEV bot 0x0000…a47b"],
    ["a\u00a0\u3000b", "a b"],
    ["Cafe\u0301", "Café"],
  ],
  chain: asGiven("ethereum", "polygon-zkevm", "constructor"),
  actor: [
    ...asGiven("none", "lazarus-group", "north-korea,-lazarus-group"),
    ["-lazarus-group,north-korea,none", "none,north-korea,-lazarus-group"],
  ],
  confidence: asGiven("suspected", "likely", "confirmed"),
  level: asGiven("suspected", "likely", "confirmed"),
  least: [
    ["0", 0],
    ["1000000", 1_000_000],
    ["007", 7],
    ["10m", 10_000_000],
    ["$1.5bn", 1_500_000_000],
    ["1,000", 1_000],
    ["$5", 5],
    ["999999999999999", 999_999_999_999_999],
  ],
  most: [
    ["250,000", 250_000],
    ["$1.5bn", 1_500_000_000],
    ["10m", 10_000_000],
    ["2.5 million", 2_500_000],
    ["US$3k", 3_000],
  ],
  addresses: asGiven("yes", "no"),
  transactions: asGiven("yes", "no"),
  "source-publisher": [
    ...asGiven("SlowMist", "US, Japan and South Korea", "-SlowMist", "A\n-B"),
    ["B\nA\nA", "A\nB"],
  ],
  loss: asGiven("known", "unknown"),
  chains: asGiven("none", "one", "several", "counted", "undivided"),
  known: asGiven("2009-01-01", "2023-09-15", "2024-02-29"),
  statements: asGiven("undated", "one-undated"),
  robbed: asGiven("repeatedly"),
  returned: asGiven("some", "none", "unknown"),
  date: asGiven("day", "month", "year", "unplaced"),
  sources: asGiven("one", "copies"),
  publisher: asGiven("CertiK", "De.Fi", "US, Japan and South Korea (joint statement)"),
  scope: asGiven("everything", "exploit-any", "phishing"),
  q: [
    ...asGiven(
      "CoinEx",
      "100%",
      "_\\%",
      "'; DROP TABLE incident; --",
      "<b>",
      "年",
      "a".repeat(100),
    ),
    ["  two \t words\n", "two words"],
    ["a\u00a0b", "a b"],
    ["e\u0301", "é"],
  ],
  measure: asGiven("gross", "net", "returned", "count", "median"),
  estimate: asGiven("best", "low", "high"),
  by: asGiven("category", "technique", "target", "chain", "actor"),
  interval: asGiven("month", "quarter", "year"),
  axis: asGiven("linear", "log", "share"),
  dollars: [
    ["2009", 2009],
    ["2025", 2025],
  ],
  top: [
    ["3", 3],
    ["50", 50],
  ],
  years: [
    ["1", 1],
    ["5", 5],
  ],
  shape: asGiven("article", "square", "story", "preview"),
  width: [
    ["320", 320],
    ["4000", 4000],
  ],
  height: [
    ["320", 320],
    ["1080", 1080],
  ],
  scale: [
    ["1", 1],
    ["4", 4],
  ],
  theme: asGiven("auto", "light", "dark"),
  background: asGiven("paper", "transparent"),
  text: asGiven("outlined", "embedded"),
  palette: asGiven("colour", "grey"),
  bom: asGiven("0", "1"),
  lang: asGiven("en", "de", "fr", "es", "pt", "ja", "ko", "ar", "zh"),
  headline: [
    ...asGiven(
      "Who took it?",
      "<b>“$1bn”</b> & more",
      "交易所被盗",
      "سرقة العملات",
      "👩‍💻",
      "x".repeat(120),
    ),
    ["  two\nlines ", "two lines"],
  ],
  subtitle: asGiven("In the year of the bridges", "x".repeat(160)),
  note: asGiven("Net of what was returned.", "x".repeat(240)),
  alt: asGiven("Columns that grow.", "x".repeat(600)),
  credit: asGiven("Jane Doe / The Paper", "x".repeat(80)),
  highlight: asGiven("phishing", "_other", "2023", "ronin-bridge-2022-03"),
  mark: asGiven("ronin-bridge-2022-03:The largest: $624m", "a: b", `a:${"x".repeat(60)}`),
  view: asGiven("table", "timeline", "calendar"),
  at: asGiven("2009", "2023-09", "9999-12"),
  sort: asGiven("newest", "oldest", "largest", "smallest", "name"),
  page: [
    ["1", 1],
    ["01", 1],
    ["100000", 100_000],
  ],
};

/** What would turn or hide what stands beside it in a picture, or cannot stand in one. */
const NOT_PRINTED = [
  "a\u0000b",
  "a\u0007",
  "\u001b[31m",
  "a\u0085b",
  "a\u202eb",
  "\u202ba",
  "a\u2066b\u2069",
  "a\ufffeb",
  "a\u{e0041}",
  "\u200d",
  "\u0301",
  `a${"\u0301".repeat(8)}`,
];

/** What each parameter refuses. */
const REFUSED: Record<ParameterName, readonly string[]> = {
  year: [
    "abc",
    "23",
    "2008",
    "0000",
    "02023",
    "2023.0",
    "-2023",
    "+2023",
    "2e3",
    "２０２３",
    "2023\n",
    "2023;",
  ],
  through: [
    "2023-02-30",
    "2023-02-29",
    "2023-9-15",
    "20230915",
    "2023-09",
    "2008-12-31",
    "0001-01-01",
    "0000-01-01",
    "today",
    "2023-09-15T00:00",
  ],
  from: ["2023-02-30", "0000-01-01", "2023", "-2023-01-01", "2023-01-01 " + "x"],
  to: ["2023-13-01", "2023-00-01", "12/31/2023"],
  since: ["2023-02-30", "1", "2023"],
  until: ["2023-13-01", "2"],
  category: ["Phishing", "toString", "exploit-any"],
  technique: ["Magic", "fake airdrop", "a--b", "other", "a".repeat(61)],
  target: ["Exchange", "__proto__", "liquid global", "liquid-", "a".repeat(101)],
  "target-name": ["a".repeat(201), "a\u0000b", "a\u0085b", "\u001b[31m", "\u0958".repeat(200)],
  chain: ["Ethereum", "ether eum", "a--b", "a".repeat(61)],
  actor: ["Lazarus Group", "lazarus_group", ".*", "a".repeat(101)],
  confidence: ["certain", "Likely"],
  level: ["certain", "Likely", "none"],
  least: [
    "-1",
    "1e6",
    "1000000.5",
    "1".repeat(16),
    "NaN",
    "Infinity",
    "0x10",
    "1,5",
    "1.000.000",
    "10 000",
    "1.5",
    "€5",
    "\u202e10m",
    "10m|bn",
  ],
  most: ["ten", "1,00,000", "2000000bn", "0.0000001k", "-5m"],
  addresses: ["true", "1", "some"],
  transactions: ["Yes", "none"],
  "source-publisher": ["a".repeat(201), "a\u0000b"],
  loss: ["some", "zero"],
  chains: ["1", "many"],
  known: ["2023", "2023-09", "2008-12-31", "2023-02-29", "today"],
  statements: ["dated", "one", "Undated"],
  robbed: ["once", "2", "yes"],
  returned: ["nothing", "known"],
  date: ["unknown", "Day", "2023"],
  sources: ["none", "several", "1"],
  publisher: ["a".repeat(201), "a\u0000b"],
  scope: ["all", "Phishing", "none"],
  q: [
    "a".repeat(101),
    "a\u0000b",
    "\u0000",
    "a\u0007",
    "\u001b[31m",
    "a\u007f",
    "a\u0085b",
    "\u0958".repeat(100),
  ],
  measure: ["loss", "toString"],
  estimate: ["mean", "Best"],
  by: ["day", "constructor"],
  interval: ["week", "day"],
  axis: ["sqrt", "lin"],
  dollars: ["2008", "2026", "2024.0", " 2024", "24", "today"],
  top: ["2", "51", "0", "x"],
  years: ["0", "6", "-1"],
  shape: ["round", "toString"],
  width: ["1e9", "319", "4001", "-400", "0x200"],
  height: ["0", "319", "4001", "400.5"],
  scale: ["0", "5", "1.5", "2x"],
  theme: ["Dark", "sepia"],
  background: ["none", "#fff"],
  text: ["Outlined", "real"],
  palette: ["Grey", "cmyk"],
  bom: ["2", "01", "yes", "true"],
  lang: ["xx", "DE", "de-AT", "german"],
  headline: [...NOT_PRINTED, "x".repeat(121)],
  subtitle: [...NOT_PRINTED, "x".repeat(161)],
  note: [...NOT_PRINTED, "x".repeat(241)],
  alt: [...NOT_PRINTED, "x".repeat(601)],
  credit: [...NOT_PRINTED, "x".repeat(81)],
  highlight: ["Phishing", "a b", "__proto__", "a--b", "-", "a".repeat(121)],
  mark: [
    "ronin",
    "ronin:",
    "ronin: ",
    ":text",
    "Ronin:text",
    `a:${"x".repeat(61)}`,
    "a:\u202eb",
    "a:\u0007",
  ],
  view: ["map", "Timeline", "list"],
  at: ["2008", "2023-13", "2023-00", "2023-9", "2023-09-01", "September"],
  sort: ["random", "Newest", "loss"],
  page: ["0", "-1", "1.5", "100001", "x", "9".repeat(20)],
};

describe.each(NAMES)("%s", (name) => {
  test.each(ACCEPTED[name])("accepts %j", (text, value) => {
    expect(read(new URLSearchParams({ [name]: text }).toString())).toEqual({
      ok: true,
      value: { [name]: value },
    });
  });

  test.each(REFUSED[name])("refuses %j, and says what is allowed", (text) => {
    const { allowed } = PARAMETERS[name];
    expect(allowed.length).toBeGreaterThan(3);
    expect(read(new URLSearchParams({ [name]: text }).toString())).toEqual({
      ok: false,
      problems: [{ parameter: name, given: text, allowed }],
    });
  });

  test("without text counts as not given", () => {
    expect(read(`${name}=&${name}=%20`)).toEqual({ ok: true, value: {} });
  });

  test("given more often than it may be is refused, even with one value", () => {
    if (isSeveralValued(name)) return;
    const [text] = ACCEPTED[name][0] ?? [""];
    const most = name === "mark" ? 5 : 1;
    const times = (count: number) =>
      read(new URLSearchParams(Array.from({ length: count }, () => [name, text])).toString());
    expect(times(most).ok).toBe(true);
    expect(times(most + 1)).toEqual({
      ok: false,
      problems: [
        {
          parameter: name,
          given: Array.from({ length: most + 1 }, () => text).join(" and "),
          allowed: most === 1 ? "given only once" : `given at most ${most} times`,
        },
      ],
    });
  });
});

describe("reading", () => {
  test("names every problem, not only the first", () => {
    const result = read("year=abc&through=2023-02-30&category=phishing&colour=red");
    expect(
      result.ok ? [] : result.problems.map(({ parameter, given }) => [parameter, given]),
    ).toEqual([
      ["year", "abc"],
      ["through", "2023-02-30"],
      ["colour", "red"],
    ]);
  });

  test("refuses a parameter that the page does not know, and says which it does", () => {
    expect(read("sort=newest", ["year", "through"])).toEqual({
      ok: false,
      problems: [
        { parameter: "sort", given: "newest", allowed: "one of the parameters year, through" },
      ],
    });
    expect(read("x=1", [])).toEqual({
      ok: false,
      problems: [{ parameter: "x", given: "1", allowed: "no parameters" }],
    });
  });

  test.each(["__proto__", "constructor", "toString", "Year", "year[]", "year ", ""])(
    "knows no parameter named %j",
    (name) => {
      const result = read(new URLSearchParams({ [name]: "2023" }).toString());
      expect(result.ok ? [] : result.problems.map(({ parameter }) => parameter)).toEqual([name]);
    },
  );

  test.each([
    ["category=phishing,magic", "magic", /^for each value one of contract-exploit/],
    ["category=phishing,", "phishing,", /^for each value/],
    ["category=--phishing", "--phishing", /^for each value/],
    ["category=phishing,-phishing", "phishing and -phishing", /not both$/],
    ["actor=a,b,-a", "a and -a", /not both$/],
    ["category=phishing,-exit-scam", "phishing,-exit-scam", /one of them only$/],
    ["chain=.*", ".*", /^a chain's lower-case name/],
    ["chain=ethereum,\u202ebsc", "\u202ebsc", /^for each value a chain's/],
    [
      `chain=${Array.from({ length: 10_000 }, (_, at) => `c${at}`)}`,
      "10,000 values",
      /^at most 50 values/,
    ],
  ])("says of which of several values something is wrong: %.40s", (query, given, allowed) => {
    expect(read(query)).toEqual({
      ok: false,
      problems: [
        { parameter: query.split("=")[0], given, allowed: expect.stringMatching(allowed) },
      ],
    });
  });

  test("names a whole parameter that was encoded into a name", () => {
    expect(read("year%3D2023")).toMatchObject({
      ok: false,
      problems: [{ parameter: "year=2023", given: null }],
    });
  });

  test("takes what cannot be decoded as the text that it is", () => {
    const result = read("year=%E0%A4%A&q=%");
    expect(result.ok ? [] : result.problems.map(({ parameter }) => parameter)).toEqual(["year"]);
    expect(read("q=%zz")).toEqual({ ok: true, value: { q: "%zz" } });
  });
});

describe("the canonical query", () => {
  const everything = {
    year: 2023,
    through: "2023-09-15",
    from: "2023-01-01",
    to: "2023-12-31",
    since: "2023-02-01",
    until: "2023-03-01",
    category: "phishing",
    technique: "rug-pull",
    target: "dex",
    "target-name": "B² & Co.",
    chain: "bsc",
    actor: "none",
    confidence: "likely",
    level: "suspected",
    known: "2023-09-15",
    statements: "one-undated",
    least: 5,
    most: 9_000_000,
    loss: "known",
    chains: "several",
    returned: "some",
    date: "month",
    sources: "copies",
    addresses: "yes",
    transactions: "no",
    "source-publisher": "A, B & Co.\n-SlowMist",
    q: "a & b = 100%+é?#",
    robbed: "repeatedly",
    publisher: "De.Fi",
    scope: "exploit-any",
    measure: "net",
    estimate: "low",
    dollars: 2024,
    by: "actor",
    interval: "quarter",
    axis: "log",
    top: 12,
    years: 3,
    shape: "square",
    width: 640,
    height: 480,
    scale: 2,
    theme: "dark",
    background: "transparent",
    text: "embedded",
    palette: "grey",
    bom: "1",
    lang: "de",
    headline: "Who?",
    subtitle: "And when",
    note: "Net.",
    alt: "Columns",
    credit: "The Paper",
    highlight: "phishing",
    mark: "ronin:Here",
    view: "timeline",
    at: "2023-09",
    sort: "largest",
    page: 2,
  } as const;

  test("is read back as what was written", () => {
    expect(read(writeParameters(everything))).toEqual({ ok: true, value: everything });
  });

  test("stands in one order, whatever the order in which it was given", () => {
    const backwards = Object.fromEntries(Object.entries(everything).reverse());
    expect(writeParameters(backwards)).toBe(writeParameters(everything));
    const written = new Set(new URLSearchParams(writeParameters(everything)).keys());
    expect([...written]).toEqual(NAMES);
  });

  test.each(NAMES)("of any accepted %s says the same when it is read again", (name) => {
    for (const [text] of ACCEPTED[name]) {
      const once = read(new URLSearchParams({ [name]: text }).toString());
      if (!once.ok) throw new Error(`refused: ${text}`);
      const written = writeParameters(once.value);
      const again = read(written);
      expect(again).toEqual(once);
      if (again.ok) expect(writeParameters(again.value)).toBe(written);
    }
  });

  test.each([
    ["category=phishing", "category=phishing"],
    ["category=phishing&category=exit-scam", "category=exit-scam,phishing"],
    ["actor=-tradertraitor&actor=lazarus-group", "actor=lazarus-group,-tradertraitor"],
    ["least=$10m&most=1.5bn", "least=10000000&most=1500000000"],
    [
      "source-publisher=B&source-publisher=A%2C+Inc.",
      "source-publisher=A%2C+Inc.&source-publisher=B",
    ],
  ])("of %s is %s", (given, canonical) => {
    const once = read(given);
    expect(once.ok && writeParameters(once.value)).toBe(canonical);
  });

  test("of nothing is empty", () => {
    expect(writeParameters({})).toBe("");
  });
});
