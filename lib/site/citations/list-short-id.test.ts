import { expect, test } from "vitest";
import { decodeList, encodeList } from "@/lib/site/citations/list-short-id";
import { LISTS_PLACE } from "@/lib/site/citations/list-short-id-tables";
import { decodeCitation } from "@/lib/site/citations/short-id";
import { CHART_KEYS } from "@/lib/site/citations/short-id-tables";
import { citedPath } from "@/lib/site/urls/cited-path";

const QUERIES = [
  "",
  "from=2023-01-01&to=2023-12-31&category=phishing",
  "from=0001-01-01&to=9999-12-31",
  "target=liquid&actor=lazarus-group&confidence=likely",
  "least=10000000&loss=known&date=day&sort=largest",
  "q=M%C3%BCnze+%26+%F0%9F%92%B8",
  "target-name=Li.Fi&chain=ethereum",
];

test.each(QUERIES)("“%s” is packed and found again, in any spelling", (query) => {
  for (const version of [1, 412, 999_999_999]) {
    const id = encodeList({ version, query });
    if (id === null) throw new Error("too long");
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{1,4}(-[0-9A-HJKMNP-TV-Z]{1,4})*$/);
    expect(decodeList(id)).toEqual({ version, query });
    expect(decodeList(id.toLowerCase().replaceAll("-", " "))).toEqual({ version, query });
    expect(decodeCitation(id)).toBeNull();
    expect(citedPath(id)).toBe(`/v/${version}/incidents${query === "" ? "" : `?${query}`}`);
  }
});

test("an id stays what it was printed as", () => {
  const query = "from=2023-01-01&to=2023-12-31&category=phishing";
  expect(encodeList({ version: 1, query })).toMatchInlineSnapshot(
    `"ZF1G-QY89-RKCM-5CC8-7HS1-4743-8RE"`,
  );
  expect(encodeList({ version: 1, query: "" })).toMatchInlineSnapshot(`"ZF10-8"`);
});

test("a filter that no table knows is spelt out", () => {
  const query = "publisher=certik&not-category=phishing&not-category=exit-scam";
  const id = encodeList({ version: 3, query });
  expect(decodeList(id ?? "")).toEqual({ version: 3, query });
  // It is no list's, as long as the grammar does not know it.
  expect(citedPath(encodeList({ version: 3, query: "nothing=is-called-so" }) ?? "")).toBeNull();
});

test("a slip of one letter names nothing", () => {
  const id = encodeList({ version: 1, query: QUERIES[1] ?? "" }) ?? "";
  for (let place = 0; place < id.length; place++) {
    if (id[place] === "-") continue;
    const other = id[place] === "A" ? "B" : "A";
    expect(decodeList(id.slice(0, place) + other + id.slice(place + 1))).toBeNull();
  }
});

test("what is too long to be copied has no id", () => {
  expect(encodeList({ version: 1, query: `q=${"%C3%BC".repeat(100)}` })).toBeNull();
});

test("no chart has the place of lists", () => {
  expect(CHART_KEYS.length).toBeLessThan(LISTS_PLACE);
});
