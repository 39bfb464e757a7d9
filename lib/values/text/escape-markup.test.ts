import { expect, test } from "vitest";
import { escapeMarkup, escapeXml } from "@/lib/values/text/escape-markup";

test("no text becomes markup, nor leaves its attribute", () => {
  const text = `<script>&"it's"&amp;\n\t`;
  const escaped = "&lt;script&gt;&amp;&quot;it's&quot;&amp;amp;\n\t";
  expect(escapeMarkup(text)).toBe(escaped);
  expect(escapeXml(text)).toBe(escaped);
});

test("what a page may hold is not taken out of it", () => {
  expect(escapeMarkup("a\u0007\u0085\ufffe")).toBe("a\u0007\u0085\ufffe");
});

test("XML is given no character that it cannot hold", () => {
  expect(escapeXml("a\u0000\u000b\u001f\u007f\u0085\ud800\udc00\ud800\ufffe\uffffb")).toBe(
    "a\u{10000}b",
  );
  expect(escapeXml("\ud800")).toBe("");
  expect(escapeXml("\u{1f4b8}\n\t\r年")).toBe("\u{1f4b8}\n\t\r年");
});
