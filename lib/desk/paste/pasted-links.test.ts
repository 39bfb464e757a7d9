import { expect, test } from "vitest";
import { splitLinks } from "@/lib/desk/paste/pasted-links";

test.each([
  [
    "a title before it",
    "CoinEx hacked - https://www.reuters.com/a/b.",
    { url: "https://www.reuters.com/a/b", publisher: "Reuters", title: "CoinEx hacked" },
  ],
  [
    "Markdown",
    "* [Rekt](https://rekt.news/coinex-rekt/)",
    { url: "https://rekt.news/coinex-rekt/", publisher: "rekt.news", title: "Rekt" },
  ],
  [
    "a post, by its account",
    "https://x.com/zachxbt/status/17",
    { url: "https://x.com/zachxbt/status/17", publisher: "@zachxbt on X" },
  ],
  [
    "an archived copy",
    "https://web.archive.org/web/20230912/https://foo.example/x",
    {
      url: "https://foo.example/x",
      archivedUrl: "https://web.archive.org/web/20230912/https://foo.example/x",
    },
  ],
  [
    "brackets of its own",
    "https://en.wikipedia.org/wiki/Foo_(bar)",
    { url: "https://en.wikipedia.org/wiki/Foo_(bar)" },
  ],
  [
    "without what tracks a reader",
    "see https://foo.example/x?id=3&utm_source=y&fbclid=z#comments",
    { url: "https://foo.example/x?id=3", title: "" },
  ],
  [
    "a Chinese sentence around it",
    "来源：https://foo.example/x。",
    { url: "https://foo.example/x" },
  ],
  [
    "full-width brackets",
    "报告（https://foo.example/x）",
    { url: "https://foo.example/x", title: "报告" },
  ],
  [
    "a copy in another archive",
    "https://archive.ph/2023.09.12-101112/https://foo.example/x?utm_id=1",
    {
      url: "https://foo.example/x",
      archivedUrl: "https://archive.ph/2023.09.12-101112/https://foo.example/x?utm_id=1",
    },
  ],
  [
    "a page before its copy",
    "https://foo.example/x https://web.archive.org/web/2023/https://foo.example/x",
    {
      url: "https://foo.example/x",
      archivedUrl: "https://web.archive.org/web/2023/https://foo.example/x",
    },
  ],
])("%s", (_, text, expected) => {
  const { taken, left } = splitLinks(text);
  expect(taken).toEqual([expect.objectContaining(expected)]);
  expect(left).toEqual([]);
});

test("one page under two names is one row", () => {
  const { taken, left } = splitLinks(
    "https://x.com/peck/status/55\nhttps://nitter.example/peck/status/55#m\nhttps://www.a.example/b/",
    ["http://a.example/b?utm_source=c"],
  );
  expect(taken.map(({ url }) => url)).toEqual(["https://x.com/peck/status/55"]);
  expect(left.map(({ line, why }) => [line, why])).toEqual([
    [2, "stands in line 1 already"],
    [3, "is a row already"],
  ]);
});

test("several a line, once each; what is no link or given twice is told", () => {
  const { taken, left } = splitLinks(
    "https://a.example https://b.example\nhttps://a.example\nno link\nSeen https://c.example",
    ["https://c.example"],
  );
  expect(taken.map(({ url }) => url)).toEqual(["https://a.example", "https://b.example"]);
  expect(left).toEqual([
    { line: 2, text: "https://a.example", why: "stands in line 1 already", waits: false },
    { line: 3, text: "no link", why: "holds no link", waits: true },
    { line: 4, text: "Seen https://c.example", why: "is a row already", waits: false },
  ]);
});

test.each([
  ["a dash before a title", "- Foo was robbed: https://foo.example/x", "Foo was robbed"],
  ["a number before it", "3. Foo https://foo.example/x", "Foo"],
  ["a title that begins with a year", "2023 in thefts — https://foo.example/x", "in thefts"],
  ["marks alone", "-,; https://foo.example/x", ""],
])("%s", (_, text, title) => {
  expect(splitLinks(text).taken).toMatchObject([{ url: "https://foo.example/x", title }]);
});

test("a megabyte of marks is split without hanging", () => {
  for (const run of ["-", ".", ",", " "]) {
    splitLinks(`a${run.repeat(900_000)}a http://foo.example/x`);
    splitLinks(`http://foo.example/x${run.repeat(900_000)}a`);
  }
});

test("a link that the record would not take waits in the box, with what is wrong and what is allowed", () => {
  const { taken, left } = splitLinks(
    [
      "https://user:secret@foo.example/x",
      "http://127.1/x",
      "https://web.archive.org/web/2023/http://db.internal/x",
    ].join("\n"),
  );
  expect(taken).toEqual([]);
  expect(left.map(({ why, waits }) => [why.slice(0, 60), waits])).toEqual(
    [
      ["is no link to take: it must not hold a user’s name or passwor", true],
      ["is no link to take: it must be on a host that everybody can ", true],
      ["is no link to take: it must be on a host that everybody can ", true],
    ].map(([why, waits]) => [String(why).slice(0, 60), waits]),
  );
});
