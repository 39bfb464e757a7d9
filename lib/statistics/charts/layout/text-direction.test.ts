import { expect, it } from "vitest";
import { directionOf, isolated, isolatedByLine, RIGHT_TO_LEFT_MARK } from "./text-direction";

it.each([
  ["Who took it?", "ltr"],
  ["מי לקח את זה?", "rtl"],
  ["من أخذها؟", "rtl"],
  ["2023: מי לקח", "rtl"],
  ["“$1.5” — سرقة Bybit", "rtl"],
  ["Bybit: سرقة", "ltr"],
  ["2023 – $1.5bn", "ltr"],
  ["\u2068Bybit\u2069: سرقة", "rtl"],
  ["\u2068Bybit\u2069 $1.5bn", "ltr"],
  ["", "ltr"],
  ["ދިވެހި", "rtl"],
  ["𞤀𞤣𞤤𞤢𞤥", "rtl"],
  ["被盗", "ltr"],
  [`${RIGHT_TO_LEFT_MARK}Publisher’s note: שלום`, "rtl"],
])("%s runs %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

it("isolates both parts of a name that is broken between lines", () => {
  const lines = ["منسوبة إلى \u2068North", "and South", "Korea\u2069، 2023", "حتى مايو"];
  expect(isolatedByLine(lines)).toEqual([
    `منسوبة إلى ${isolated("North")}`,
    isolated("and South"),
    `${isolated("Korea")}، 2023`,
    "حتى مايو",
  ]);
});
