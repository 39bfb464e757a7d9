import { expect, test } from "vitest";
import { readPageText } from "@/lib/desk/sources/page-text";

const NOW = new Date("2026-11-20T12:00:00Z");
const read = (html: string | Uint8Array, type = "text/html") =>
  readPageText(typeof html === "string" ? new TextEncoder().encode(html) : html, type, NOW);

test("what is said to be shared goes before the window’s title", () => {
  expect(
    read(`<title>Theft at Foo | The Paper</title>
      <meta property="og:title" content="Theft at Foo &amp; Bar">
      <meta property="og:site_name" content=" The
        Paper ">
      <meta property="article:published_time" content="2023-09-12T23:30:00-05:00">`),
  ).toEqual({ title: "Theft at Foo & Bar", publishedOn: "2023-09-12", site: "The Paper" });
});

test("JSON-LD says title, day and publisher, also within a graph", () => {
  const graph = {
    "@graph": [
      { "@type": "WebSite", name: "Paper" },
      {
        "@type": "NewsArticle",
        headline: "Bridge emptied",
        datePublished: "2024-02-03T01:00:00Z",
        dateModified: "2025-01-01",
        publisher: { name: "The Paper" },
      },
    ],
  };
  expect(
    read(`<script type="application/ld+json">not JSON</script>
      <script type="application/ld+json">${JSON.stringify(graph)}</script>`),
  ).toEqual({ title: "Bridge emptied", publishedOn: "2024-02-03", site: "The Paper" });
});

test("a page that says little gives its title and its first time", () => {
  expect(
    read("<svg><title>Logo</title></svg><title>\n Foo\n</title><time datetime='2022-10-11'>"),
  ).toEqual({ title: "Foo", publishedOn: "2022-10-11", site: null });
});

test.each([
  ["a day to come", "2030-01-01"],
  ["a day before Bitcoin", "1999-01-01"],
  ["a day that does not exist", "2023-02-30T00:00:00Z"],
  ["day and month in either order", "03/04/2023"],
  ["no day", "yesterday"],
])("%s is not taken", (_, content) => {
  expect(read(`<meta name="date" content="${content}">`).publishedOn).toBeNull();
});

test("a day in words is read", () => {
  expect(
    read('<meta name="pubdate"><meta name="date" content="Tue, 12 Sep 2023 10:11:12 GMT">')
      .publishedOn,
  ).toBe("2023-09-12");
});

test("when a page was changed is not when it was published", () => {
  expect(
    read('<meta property="article:modified_time" content="2024-01-01">').publishedOn,
  ).toBeNull();
});

test.each([
  ["text/html; charset=Shift_JIS", [0x93, 0x90, 0x93, 0xef], "盗難"],
  ["text/html; charset=windows-1251", [0xea, 0xf0, 0xe0, 0xe6, 0xe0], "кража"],
  ["text/html", [0x56, 0x65, 0x72, 0x6c, 0x75, 0x73, 0x74, 0xe4], "Verlustä"],
  ["text/html; charset=nonsense", [0xc3, 0xbc], "ü"],
])("%s is decoded", (type, bytes, title) => {
  const html = Buffer.concat([Buffer.from("<title>"), Buffer.from(bytes), Buffer.from("</title>")]);
  expect(read(html, type).title).toBe(title);
});

test("a page’s own charset is believed where the answer names none", () => {
  const html = Buffer.concat([
    Buffer.from('<meta charset="euc-kr"><title>'),
    Buffer.from([0xb5, 0xb5, 0xb3, 0xad]),
    Buffer.from("</title>"),
  ]);
  expect(read(html).title).toBe("도난");
});

test("titles come on one line, bounded, without what cannot be seen", () => {
  expect(read("<title>a\u202eb\u200b\n\tc</title>").title).toBe("ab c");
  expect([...(read(`<title>${"ä".repeat(900)}</title>`).title ?? "")]).toHaveLength(500);
  expect(read("<title> \u200b </title>").title).toBeNull();
});

test("hostile markup is read to its end", () => {
  expect(read(`<title>A</title>${"<div>".repeat(200_000)}`).title).toBe("A");
  expect(
    read(`<script type="application/ld+json">${"[".repeat(100_000)}</script>`).title,
  ).toBeNull();
  expect(read("<title>never closed").title).toBe("never closed");
  expect(read("")).toEqual({ title: null, publishedOn: null, site: null });
});
