import { describe, expect, it } from "vitest";
import { linkKey, pagesOf, shownTransaction } from "./link-key";

describe("linkKey", () => {
  it.each([
    ["http://www.Example.org/a/", "https://example.org/a"],
    ["https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"],
    ["https://example.org/a?b=2&a=1#part", "https://example.org/a?a=1&b=2"],
    ["https://twitter.com/zachxbt/status/123?s=20", "https://x.com/i/status/123"],
    ["https://web.archive.org/web/20230913/https://example.org/a", "http://example.org/a/"],
    ["  https://example.org  ", "http://www.example.org/"],
  ])("takes %s for %s", (one, other) => {
    expect(linkKey(one)).not.toBeNull();
    expect(linkKey(one)).toBe(linkKey(other));
  });

  it.each([
    ["https://example.org/a", "https://example.org/b"],
    ["https://bitcointalk.org/index.php?topic=1", "https://bitcointalk.org/index.php?topic=2"],
    ["https://example.org/a", "https://blog.example.org/a"],
    ["https://example.org/A", "https://example.org/a"],
  ])("tells %s from %s", (one, other) => {
    expect(linkKey(one)).not.toBe(linkKey(other));
  });

  it.each(["", "example.org", "javascript:alert(1)", "https://", `https://${"a".repeat(3000)}`])(
    "makes nothing of %s",
    (text) => {
      expect(linkKey(text)).toBeNull();
      expect(pagesOf(text)).toEqual([]);
    },
  );
});

it("names both hosts of one network", () => {
  expect(pagesOf("https://x.com/A/status/1")).toEqual(
    expect.arrayContaining(["x.com/a/status/1", "twitter.com/a/status/1"]),
  );
});

it("reads a transaction from any explorer", () => {
  const hash = "ab".repeat(32);
  expect(shownTransaction(`https://etherscan.io/tx/0x${hash.toUpperCase()}`)).toBe(hash);
  expect(shownTransaction("https://etherscan.io/address/0x12")).toBeNull();
});
