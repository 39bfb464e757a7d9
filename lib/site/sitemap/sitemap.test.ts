import { expect, test } from "vitest";
import {
  MOST_URLS,
  partsOfSitemap,
  type RecordPages,
  sitemapEntries,
  writeSitemap,
  writeSitemapIndex,
} from "@/lib/site/sitemap/sitemap";

const BASE = "https://lossline.example";
const NOTHING: RecordPages = { incidents: [], targets: [], actors: [], groups: [], months: [] };
const VERSION = { number: 7, publishedOn: "2024-03-15" };
const entriesOf = (pages: Partial<RecordPages>) =>
  new Map(
    sitemapEntries({ ...NOTHING, ...pages }, VERSION, "2024-02-29").map(({ path, changedOn }) => [
      path,
      changedOn,
    ]),
  );

test("every record has its page, with the day on which it last changed", () => {
  const entries = entriesOf({
    incidents: [{ slug: "a", changedOn: "2023-01-02" }],
    targets: [{ slug: "b", changedOn: "2023-01-03" }],
    actors: [{ slug: "c", changedOn: "2023-01-04" }],
    groups: [{ slug: "d", changedOn: "2023-01-05" }],
  });
  expect(entries.get("/")).toBe("2024-03-15");
  expect(entries.get("/charts/monthly")).toBe("2024-03-15");
  expect(entries.get("/incidents/a")).toBe("2023-01-02");
  expect(entries.get("/targets/b")).toBe("2023-01-03");
  expect(entries.get("/actors/c")).toBe("2023-01-04");
  expect(entries.get("/links/d")).toBe("2023-01-05");
  expect(entries.get("/links")).toBe("2024-03-15");
});

test("a period changed when an incident in it last did, and none is listed that is not covered yet", () => {
  const entries = entriesOf({
    months: [
      { month: "2023", changedOn: "2024-01-01" },
      { month: "2023-08", changedOn: "2023-09-01" },
      { month: "2023-09", changedOn: "2023-10-01" },
      { month: "2024-03", changedOn: "2024-03-10" },
      { month: "1999-01", changedOn: "2024-03-10" },
    ],
  });
  const periods = [...entries].filter(([path]) => path.startsWith("/periods/"));
  expect(Object.fromEntries(periods)).toEqual({
    "/periods/2023": "2024-01-01",
    "/periods/2023-08": "2023-09-01",
    "/periods/2023-09": "2023-10-01",
    "/periods/2023-Q3": "2023-10-01",
  });
});

test("no file lists more than 50,000 URLs, and together they list each once", () => {
  const entries = Array.from({ length: MOST_URLS * 2 + 1 }, (_, place) => ({
    path: `/incidents/a-${place}`,
    changedOn: "2023-01-02",
  }));
  const parts = partsOfSitemap(entries.length);
  expect(parts).toBe(3);
  expect(partsOfSitemap(0)).toBe(1);
  expect(partsOfSitemap(MOST_URLS)).toBe(1);
  const files = [1, 2, 3].map((part) => writeSitemap(entries, part, BASE));
  const listed = files.map((file) => file.match(/<loc>/g)?.length);
  expect(listed).toEqual([MOST_URLS, MOST_URLS, 1]);
  expect(new Set(files.join().match(/<loc>[^<]*/g)).size).toBe(entries.length);
  expect(writeSitemapIndex(parts, "2024-03-15", BASE).match(/<loc>[^<]*/g)).toEqual(
    [1, 2, 3].map((part) => `<loc>${BASE}/sitemaps/${part}.xml`),
  );
});
