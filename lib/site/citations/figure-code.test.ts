import { expect, test } from "vitest";
import { embedCode } from "@/lib/site/citations/embed-code";
import { type FigureFacts, figureHtml, figureMarkdown } from "@/lib/site/citations/figure-code";
import { embeddedByWordPress, keptByWordPress, problemsForAmp } from "@/testing/content-systems";

const BASE = "https://lossline.example";
const FACTS: FigureFacts = {
  alternative: 'Bar chart of "losses" <2023> & after, where A*B_C [D] is $1.2m',
  caption: "Losses > $1m & more, 2023",
  picture: "/v/7/charts/monthly.png?year=2023&through=2023-12-31",
  page: "/v/7/charts/monthly?year=2023&through=2023-12-31",
  version: 7,
  width: 1200,
  height: 675,
};
const html = figureHtml(FACTS, BASE);

/** The same markup whatever order its attributes are written in, and however characters are. */
const plain = (markup: string) =>
  markup
    .replace(/<(\w+)([^>]*?)\s*\/?>/g, (_, name, rest) =>
      [`<${name}`, ...(String(rest).match(/[\w-]+="[^"]*"/g) ?? []).toSorted()]
        .join(" ")
        .concat(">"),
    )
    .replaceAll("&quot;", '"');

test("WordPress keeps the whole figure", () => {
  expect(plain(keptByWordPress(html))).toBe(plain(html));
});

test("WordPress keeps of an embed its frame with size, address and title", () => {
  const code = embedCode(FACTS.alternative, BASE, "/v/7/embed/monthly?year=2023&theme=dark");
  const kept = embeddedByWordPress(code);
  expect(kept).not.toMatch(/style|script src|loading/);
  expect(kept).toContain('width="760" height="640" frameborder="0"');
  expect(kept).toContain(`src="${BASE}/v/7/embed/monthly?year=2023&amp;theme=dark"`);
  expect(kept).toMatch(/ title="[^"]*losses/);
});

test("AMP takes the figure as it is, and the frame without its script", () => {
  expect(problemsForAmp(html)).toEqual([]);
  const code = embedCode("T", BASE, "/v/7/embed/monthly");
  expect(problemsForAmp(code)).toEqual(["a script of one's own"]);
  expect(problemsForAmp(code.replace(/<script.*/s, ""))).toEqual([]);
  // The model finds what AMP would.
  expect(problemsForAmp('<img src="http://a" onload="x">')).toHaveLength(5);
});

test("a figure says all that makes it quotable, and nothing of it becomes markup", () => {
  expect(html).toContain(`<a href="${BASE}/v/7/charts/monthly?year=2023&amp;through=2023-12-31">`);
  expect(html).toContain(
    'alt="Bar chart of &quot;losses&quot; &lt;2023&gt; &amp; after, where A*B_C [D] is $1.2m"',
  );
  expect(html).toContain("Losses &gt; $1m &amp; more, 2023. Source: ");
  expect(html).toContain("Lossline, version 7");
  expect(html).toContain('rel="license"');
});

test("in Markdown nothing of a text is a sign, and no bracket ends an address", () => {
  const markdown = figureMarkdown({ ...FACTS, page: "/incidents?q=(a b)" }, BASE);
  const [picture = "", blank, words = ""] = markdown.split("\n");
  expect(blank).toBe("");
  expect(picture).toContain("A\\*B\\_C \\[D\\] is \\$1.2m");
  expect(picture.endsWith(`](${BASE}/incidents?q=%28a%20b%29)`)).toBe(true);
  expect(words).toContain("Losses \\> \\$1m \\& more, 2023. Source: [Lossline, version 7](");
  expect(figureMarkdown({ ...FACTS, caption: "one\n\n# two" }, BASE)).toContain("one \\# two.");
});
