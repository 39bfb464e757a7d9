import { expect, test } from "vitest";
import type { KnownSource } from "@/lib/desk/sources/known-source";
import {
  NO_FACTS,
  readSourceRow,
  type SourceFacts,
  sourceProposals,
  sourceRemark,
} from "@/lib/desk/sources/source-proposals";

const NOW = new Date("2026-06-15T12:00:00Z");
const row = (given: object) => readSourceRow(given as never);
const proposed = (given: object, facts: Partial<SourceFacts> = {}) =>
  sourceProposals(row(given), { ...NO_FACTS, ...facts }, NOW);
const fills = (given: object, facts: Partial<SourceFacts> = {}) =>
  Object.assign({}, ...proposed(given, facts).map((each) => each.fills));

test("of what is no link nothing is proposed", () => {
  for (const url of ["", "not a link", "ftp://files.example.org/a", "https://"])
    expect([url, proposed({ url })]).toEqual([url, []]);
});

test("a link without its tracking, and the day that its address says", () => {
  expect(fills({ url: "https://news.example.org/2024/05/06/theft?utm_source=x" })).toEqual({
    url: "https://news.example.org/2024/05/06/theft",
    publishedOn: "2024-05-06",
  });
  expect(proposed({ url: "https://news.example.org/theft" })).toEqual([]);
});

test("an archived copy goes to its own field, and its page to the link's", () => {
  const copy = "https://web.archive.org/web/20240506070809/https://news.example.org/theft";
  expect(fills({ url: copy })).toEqual({
    url: "https://news.example.org/theft",
    archivedUrl: copy,
  });
  const held = "https://archive.ph/AbCdE";
  expect(fills({ url: copy, archivedUrl: held })).toEqual({
    url: "https://news.example.org/theft",
  });
});

test("what the page says goes before the address, and over what was filled in otherwise; a day of the address does not", () => {
  const url = "https://news.example.org/2024/05/06/theft";
  const page = { title: "A theft", publishedOn: "2024-05-07", site: "The News" } as never;
  expect(fills({ url }, { page })).toEqual({
    publisher: "The News",
    title: "A theft",
    publishedOn: "2024-05-07",
  });
  expect(fills({ url, publishedOn: "2024-05-01" })).toEqual({});
  expect(
    fills({ url, publishedOn: "2024-05-01", publisher: "X", title: "A theft" }, { page }),
  ).toEqual({ publishedOn: "2024-05-07" });
});

test("the record's publisher goes before the page's word for itself, and a copy that was asked for before the record's", () => {
  const known = {
    publisher: { publisher: "Known News", count: 9, of: 10, among: "news.example.org" },
    archivedUrl: "https://archive.ph/known",
  } as unknown as KnownSource;
  const page = { title: null, publishedOn: null, site: "The News" } as never;
  const url = "https://news.example.org/theft";
  expect(fills({ url }, { known, page })).toEqual({
    publisher: "Known News",
    archivedUrl: "https://archive.ph/known",
  });
  expect(fills({ url }, { known, copy: "https://archive.ph/new" }).archivedUrl).toBe(
    "https://archive.ph/new",
  );
  expect(proposed({ url }, { known })[0]?.why).toBe("9 of the record’s 10 at news.example.org");
  expect(
    fills({ url, publisher: "Mine", archivedUrl: "https://archive.ph/mine" }, { known }),
  ).toEqual({});
});

test("a copy that does not say of which page it is, is remarked upon", () => {
  expect(sourceRemark(row({ url: "https://archive.ph/AbCdE" }))).toContain("of which page");
  expect(sourceRemark(row({ url: "https://news.example.org/theft" }))).toBeNull();
  expect(sourceRemark(row({ url: "no link" }))).toBeNull();
});
