import { expect, test } from "vitest";
import { askedText } from "@/lib/statistics/search/asked-text";
import { markedParts, matchedIn } from "@/lib/statistics/search/matched";

const marked = (text: string, q: string) =>
  markedParts(text, askedText(q))
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join("");

test.each([
  ["Ronin bridge theft", "ronnin", "[Ronin] bridge theft"],
  ["Mt. Gox", "mtgox", "[Mt. Gox]"],
  ["CoinEx hot-wallet theft", "coinex theft", "[CoinEx] hot-wallet theft"],
  ["The Łódź exchange", "lodz", "The [Łódź] exchange"],
  ["<b>bold</b>", "bold", "<b>[bold]</b>"],
  ["Nothing", "else", "Nothing"],
])("of %s, asked as %s, is marked: %s", (text, q, expected) => {
  expect(marked(text, q)).toBe(expected);
  expect(
    markedParts(text, askedText(q))
      .map(({ text }) => text)
      .join(""),
  ).toBe(text);
});

test("what matched is said where the title does not show it, the surest first", () => {
  const beside = {
    title: "Ronin",
    text: "One. Axie Infinity noticed.",
    titles: ["A week of silence"],
  };
  const why = (q: string, name: string | null = null, related: string[] = []) =>
    matchedIn(askedText(q), { name, related }, beside);
  expect(why("ronin", "Ronin")).toBeNull();
  expect(why("katana", "Katana")).toEqual({ what: "also called", text: "Katana" });
  expect(why("fbi", null, ["chain: Ethereum", "attributed by: FBI"])).toEqual({
    what: "attributed by",
    text: "FBI",
  });
  expect(why("axie")).toEqual({ what: null, text: beside.text });
  expect(why("silence")).toEqual({ what: "source", text: "A week of silence" });
  expect(why("elsewhere")).toBeNull();
});
