import { expect, it } from "vitest";
import {
  hasWithheldPart,
  withheldSaid,
  withheldSince,
  withheldUrl,
} from "@/lib/record/withholding/withheld-url";

it("tells a withheld web address from one to follow", () => {
  expect(withheldSince(withheldUrl(12))).toBe(12);
  for (const url of [
    "https://example.com/12",
    "https://withheld.invalid/",
    "https://withheld.invalid.example/12",
    "https://example.com/?from=https://withheld.invalid/12",
  ])
    expect(withheldSince(url)).toBeNull();
});

it("knows a URL of which a part was withheld, written out or encoded", () => {
  const mark = "[withheld since version 3 by order of a court]";
  expect(hasWithheldPart(`https://example.com/${mark}`)).toBe(true);
  expect(hasWithheldPart(`https://example.com/${encodeURIComponent(mark)}`)).toBe(true);
  expect(hasWithheldPart("https://example.com/withheld")).toBe(false);
});

it("says in a text that a web address is withheld, and leaves the others", () => {
  expect(
    withheldSaid(`Source: ${withheldUrl(3)} → https://example.com/3, ${withheldUrl(14)}.`),
  ).toBe("Source: withheld since version 3 → https://example.com/3, withheld since version 14.");
});
