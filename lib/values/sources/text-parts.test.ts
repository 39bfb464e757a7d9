import { describe, expect, it } from "vitest";
import { textParts } from "@/lib/values/sources/text-parts";

describe("textParts", () => {
  it("sets web addresses apart, and what ends a sentence is not of them", () => {
    expect(textParts("See https://example.org/a?b=1, and (http://example.org/c).")).toEqual([
      { text: "See ", href: null },
      { text: "https://example.org/a?b=1", href: "https://example.org/a?b=1" },
      { text: ", and (", href: null },
      { text: "http://example.org/c", href: "http://example.org/c" },
      { text: ").", href: null },
    ]);
  });

  it.each(["Stake.com was robbed.", "", "javascript:alert(1)", "ada@example.org", "<b>bold</b>"])(
    "leads nowhere from %j",
    (text) => {
      expect(textParts(text).filter(({ href }) => href !== null)).toEqual([]);
      expect(
        textParts(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    },
  );

  it("leads nowhere by what is left of a URL of which a part was withheld", () => {
    const text =
      "See https://example.org/a/[withheld since version 3 by order of a court]-charged and https://example.org/b";
    const linked = textParts(text).filter(({ href }) => href !== null);
    expect(linked.map(({ href }) => href)).toEqual(["https://example.org/b"]);
  });

  it("loses no letter", () => {
    const text = "a https://b.example c\nd https://e.example/f#g h";
    expect(
      textParts(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});
