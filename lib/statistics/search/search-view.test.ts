import { describe, expect, test } from "vitest";
import { MOST_LOOKED_UP, readLookup } from "@/lib/statistics/search/lookup";
import { readSearch, writeSearch } from "@/lib/statistics/search/search-view";

const read = (query: string) => readSearch(new URLSearchParams(query));
const q = (text: string) => readSearch(new URLSearchParams({ q: text }));

describe("what is searched as it was asked", () => {
  test.each([
    "Mt. Gox",
    "Li.Fi",
    "$BALD",
    "C++",
    "0xabc…def",
    "0xabcd...ef01",
    "门头沟",
    "مرحبا",
    "who hacked Ronin?",
    "a (b) [c]",
    "AT&T | X",
    "100% safe",
    `https://etherscan.io/address/0x${"a".repeat(40)}?a=b#c`,
  ])("%s", (text) => {
    const view = q(text);
    expect(view).toEqual({ ok: true, value: { q: text, kind: null } });
    if (view.ok) expect(read(writeSearch(view.value))).toEqual(view);
  });

  test("nothing at all is the empty form", () => {
    expect(read("")).toEqual({ ok: true, value: { q: "", kind: null } });
    expect(read("q=+&kind=")).toEqual({ ok: true, value: { q: "", kind: null } });
  });
});

describe("what is refused by a sentence that says what is allowed", () => {
  test.each([
    ["a".repeat(10_000), /^text of at most 300 characters \(these are 10,000\)/],
    ["abc\u202edef", /right-to-left override \(U\+202E\)/],
    ["a\u0000b", /cannot be seen/],
    ["ron.*in", /patterns/],
    ["(a+)+$", /patterns/],
    ["[a-z]+", /patterns/],
    ["^ronin", /patterns/],
    ["ronin*", /patterns/],
    ["\\d+", /patterns/],
    ["…—!", /a letter or a digit/],
    ["a ".repeat(25), /at most 24 words/],
  ])("%j", (text, allowed) => {
    const refused = q(text);
    expect(refused).toMatchObject({ ok: false, problems: [{ parameter: "q" }] });
    if (refused.ok) return;
    expect(refused.problems[0]?.allowed).toMatch(allowed);
    // It is repeated for people, and no longer than they read, nor in a way that turns the page around.
    expect(refused.problems[0]?.given?.length).toBeLessThan(100);
    expect(refused.problems[0]?.given).not.toMatch(/[\p{Cf}\p{Cc}]/u);
  });

  test("other parameters, kinds and repetitions", () => {
    expect(read("q=a&kind=thief")).toMatchObject({ problems: [{ parameter: "kind" }] });
    expect(read("q=a&q=b")).toMatchObject({ problems: [{ allowed: "given only once" }] });
    expect(read("q=a&year=2023")).toMatchObject({ problems: [{ parameter: "year" }] });
  });
});

describe("a pasted list", () => {
  test("is parted by lines, blanks, commas and semicolons, but for commas of links", () => {
    expect(readLookup("a\r\nb,c; d\te\n\nhttps://x.org/a,b, f")).toEqual({
      entries: ["a", "b", "c", "d", "e", "https://x.org/a,b", "f"],
    });
  });

  test.each([
    ["", /Nothing was given/],
    ["a\n".repeat(MOST_LOOKED_UP + 1), /1,001 entries; at most 1,000/],
    ["a\n".repeat(10_000), /10,000 entries; at most 1,000 can be looked up at once\. None was\./],
    ["b".repeat(2_001), /2,001 characters/],
  ])("is refused whole where it is too much, or nothing", (text, problem) => {
    expect(readLookup(text)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test("of as many as are allowed is taken", () => {
    const read = readLookup("a\n".repeat(MOST_LOOKED_UP));
    expect(read).toMatchObject({ entries: { length: MOST_LOOKED_UP } });
  });
});
