import { toJSON } from "@orcid/bibtex-parse-js";
import { expect, test } from "vitest";
import { citationTexts } from "@/lib/site/citations/citation";

// By a parser that nobody here wrote.

const ADDRESS = "https://lossline.example/v/12/charts/monthly?year=2023&q=a%20b_c#x~y";
const cited = (title: string) => ({
  title,
  address: ADDRESS,
  shortId: "01Z8-5503",
  version: { number: 12, publishedOn: "2024-01-09" },
  retrieved: "2026-11-22",
});

test.each([
  "Losses by month & category, 2023",
  "100% of $5m_and #1 {sic} ~ ^ \\ here",
  "Ünïcode “quotes”, 盗难",
  "an unclosed { brace",
  'a "quote" and a, comma = sign @misc{x}',
])("a reference manager reads the entry of “%s”", (title) => {
  const { bibtex } = citationTexts(cited(title));
  const entries = toJSON(bibtex);
  // BibTeX itself counts every brace.
  let depth = 0;
  for (const brace of bibtex.match(/[{}]/g) ?? []) {
    depth += brace === "{" ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  expect(entry?.entryType).toBe("misc");
  expect(entry?.citationKey).toBe("lossline-01z85503");
  const tags = entry?.entryTags ?? {};
  expect(Object.keys(tags)).toEqual(["author", "title", "howpublished", "year", "month", "note"]);
  // The classic styles print howpublished and note, and no url.
  expect(tags.howpublished).toBe(`\\url{${ADDRESS}}`);
  expect(tags.note).toBe(
    "Version 12 of the record, short id 01Z8-5503, retrieved 22 November 2026",
  );
  expect(tags.year).toBe("2024");
});
