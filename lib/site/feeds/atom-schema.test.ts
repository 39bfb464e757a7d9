import { expect, test } from "vitest";
import { followedFeed } from "@/lib/site/feeds/followed-feed";
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
const shown = { number: 2, logInFeeds: { size: 3, root: "AAAA" } };
const context = { first: version(1, "First"), shown, base: BASE };
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
    of: "incident",
    kind: "corrected",
    slug: "a",
    recordId: 1,
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
    retraction: null,
    mergedInto: null,
  } as const;
  const retracted = { ...incident, kind: "retracted", retraction: NASTY, revision: 3 } as const;
  const merged = { ...incident, kind: "merged", mergedInto: NASTY, revision: 4 } as const;
  const selection = { of: "selection", filters: { q: "a&b", least: 5 }, title: NASTY } as const;
  const list = followedFeed(selection, [merged, retracted, incident], context);
  const service = {
    ...incident,
    of: "service",
    slug: null,
    text: "",
  } as const;
  const address = { of: "address", chain: "kadena", text: "k:a", title: NASTY } as const;
  const documents = [
    feed,
    citation,
    versionsFeed([], context),
    list,
    followedFeed({ of: "selection", filters: {}, title: "None" }, [], context),
    followedFeed({ of: "actor", recordId: 1, slug: "a", name: NASTY }, [incident], context),
    followedFeed(address, [service], context),
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
