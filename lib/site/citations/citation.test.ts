import { expect, test } from "vitest";
import { citationTexts } from "@/lib/site/citations/citation";

const CITED = {
  title: "Losses by month & category, 2023",
  address: "https://lossline.example/v/12/charts/monthly?year=2023&through=2023-12-31",
  shortId: "01Z8-5503",
  version: { number: 12, publishedOn: "2024-01-09" },
};

test("a citation names title, version, its day, the day of retrieval and the address", () => {
  expect(citationTexts({ ...CITED, retrieved: "2026-11-22" })).toMatchInlineSnapshot(`
    {
      "bibtex": "@misc{lossline-01z85503,
      author       = {{Lossline}},
      title        = {{Losses by month \\& category, 2023}},
      howpublished = {\\url{https://lossline.example/v/12/charts/monthly?year=2023&through=2023-12-31}},
      year         = {2024},
      month        = jan,
      note         = {Version 12 of the record, short id 01Z8-5503, retrieved 22 November 2026}
    }",
      "chicago": "Lossline. “Losses by month & category, 2023.” Version 12. Published January 9, 2024. Accessed November 22, 2026. https://lossline.example/v/12/charts/monthly?year=2023&through=2023-12-31.",
      "plain": "Lossline, “Losses by month & category, 2023”, version 12 of the record, published 9 January 2024, retrieved 22 November 2026, https://lossline.example/v/12/charts/monthly?year=2023&through=2023-12-31 (short id 01Z8-5503).",
      "ris": "TY  - DATA
    AU  - Lossline
    TI  - Losses by month & category, 2023
    PY  - 2024
    DA  - 2024/01/09
    PB  - Lossline
    ET  - Version 12 of the record
    LA  - en
    UR  - https://lossline.example/v/12/charts/monthly?year=2023&through=2023-12-31
    Y2  - 2026/11/22
    N1  - Short id 01Z8-5503
    ER  - ",
    }
  `);
});

test("without a day of retrieval it names none", () => {
  const { plain, chicago, bibtex, ris } = citationTexts({ ...CITED, shortId: null });
  expect(plain).not.toContain("retrieved");
  expect(chicago).not.toContain("Accessed");
  expect(bibtex).not.toContain("retrieved");
  expect(ris).not.toContain("Y2");
  expect(bibtex).toContain("@misc{lossline-v12,");
});
