import { expect, test } from "vitest";
import { incidentsFeed } from "@/lib/site/feeds/incidents-feed";
import { citationFeed, versionsFeed } from "@/lib/site/feeds/record-feeds";
import { writeSitemap, writeSitemapIndex } from "@/lib/site/sitemap/sitemap";
import { problemsBySchema } from "@/testing/xml-schema";

// By libxml2, which nobody here wrote.

const BASE = "https://lossline.example";
const version = (number: number, note: string) => ({
  number,
  publishedAt: new Date(`2024-03-1${number}T10:00:00.123Z`),
  publishedOn: `2024-03-1${number}`,
  note,
  log: number === 1 ? null : { size: 3, root: "AAAA" },
});
const context = { first: version(1, "First"), base: BASE };
const NASTY = `Ein 'Fehler' & <b>"mehr"</b>\u0000\u0008 ${"\ud83d\udcb8"} \u202e`;
const versions = [version(2, NASTY), version(1, "First")];
const feed = versionsFeed(versions, context);

test("feeds are Atom by its grammar, whatever notes hold", async () => {
  const number = (amount: number) => ({
    amount,
    exact: String(amount),
    incidents: 3,
    unknownSize: 1,
  });
  const rule = { filters: { q: NASTY.slice(0, 20) }, measure: "gross", estimate: "best" } as const;
  const moves = [{ version: version(2, NASTY), before: number(1), after: number(2) }];
  const citation = citationFeed({ version: 1, rule }, version(1, ""), moves, NASTY, context);
  const incident = {
    slug: "a",
    incidentId: 1,
    revision: 2,
    name: NASTY,
    target: NASTY,
    occurredOn: "2023-09",
    category: "phishing",
    summary: NASTY,
    version: 2,
    publishedAt: version(2, "").publishedAt,
    note: NASTY,
    lossUsd: null,
    lossUsdLow: null,
    lossUsdHigh: 5,
  } as const;
  const list = incidentsFeed({ q: "a&b", least: 5 }, [incident], NASTY, context);
  const documents = [
    feed,
    citation,
    versionsFeed([], context),
    list,
    incidentsFeed({}, [], "None", context),
  ];
  for (const document of documents) expect(await problemsBySchema("atom", document)).toEqual([]);
});

test("the grammar finds what is wrong", async () => {
  const spoilt = [
    feed.replace(/<updated>[^<]*<\/updated>/, ""),
    feed.replace(/<id>[^<]*<\/id>/, ""),
    feed.replace(/<author>.*<\/author>/, ""),
    feed.replace("10:00:00.123Z", "10:00"),
    feed.replace("</entry>", "<summery>a</summery></entry>"),
    feed.replace("&amp;", "&"),
  ];
  for (const document of spoilt) {
    expect(document).not.toBe(feed);
    expect(await problemsBySchema("atom", document)).not.toEqual([]);
  }
});

test("sitemaps are such by their protocol, with paths that need escaping", async () => {
  const entries = [{ path: "/changes?from=1&to=2", changedOn: "2024-03-15" }];
  for (const document of [writeSitemap(entries, 1, BASE), writeSitemapIndex(3, "2024-03-15", BASE)])
    expect(await problemsBySchema("sitemap", document)).toEqual([]);
  expect(await problemsBySchema("sitemap", writeSitemap(entries, 1, ""))).not.toEqual([]);
});
