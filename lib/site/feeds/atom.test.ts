import { expect, test } from "vitest";
import { stableId, writeAtom } from "@/lib/site/feeds/atom";

test("an id is a UUID that depends on the name alone", () => {
  expect(stableId("a")).toBe(stableId("a"));
  expect(stableId("a")).not.toBe(stableId("b"));
  expect(stableId("a")).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test("a feed is an Atom document", () => {
  expect(
    writeAtom({
      id: "urn:uuid:1",
      title: "Corrections <of> a figure",
      subtitle: "Losses & more",
      updated: new Date("2023-09-15T10:00:00Z"),
      links: [{ rel: "self", type: "application/atom+xml", href: "/feeds/a.atom?a=1&b=2" }],
      entries: [
        {
          id: "urn:uuid:2",
          title: "Version 2",
          updated: new Date("2023-09-14T00:00:00Z"),
          links: [{ rel: "alternate", href: "/changes" }],
          content: `It's </content> "no"\u0000\ud800 more.`,
        },
      ],
    }),
  ).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <id>urn:uuid:1</id>
      <title>Corrections &lt;of&gt; a figure</title>
      <updated>2023-09-15T10:00:00.000Z</updated>
      <link rel="self" type="application/atom+xml" href="/feeds/a.atom?a=1&amp;b=2"/>
      <subtitle>Losses &amp; more</subtitle>
      <author><name>Lossline</name></author>
      <rights>CC BY 4.0</rights>
      <entry>
        <id>urn:uuid:2</id>
        <title>Version 2</title>
        <updated>2023-09-14T00:00:00.000Z</updated>
        <link rel="alternate" href="/changes"/>
        <content type="text">It&apos;s &lt;/content&gt; &quot;no&quot; more.</content>
      </entry>
    </feed>
    "
  `);
});
