import { expect, it } from "vitest";
import { ARABIC } from "./ar";

it.each([
  [0, "0 حادثة"],
  [1, "حادثة واحدة"],
  [2, "حادثتان"],
  [3, "3 حوادث"],
  [10, "10 حوادث"],
  [11, "11 حادثة"],
  [100, "100 حادثة"],
  [103, "103 حوادث"],
  [1_974, "1,974 حادثة"],
])("counts %i as Arabic does", (count, said) => {
  expect(ARABIC.incidents(count)).toBe(said);
});

it.each([
  [5, "5 دولارات"],
  [1_460_000_000, "1.46 مليار دولار"],
  [103_000_000, "103 ملايين دولار"],
  [12_300_000, "12.3 مليون دولار"],
])("writes an amount of %i with its noun", (amount, said) => {
  expect(ARABIC.number.usd(amount).replaceAll("\u00a0", " ")).toBe(said);
});

it("keeps a sign at the left of its number", () => {
  expect(ARABIC.number.usd(-12_300_000)).toBe("\u2066\u221212.3\u2069\u00a0مليون\u00a0دولار");
  expect(ARABIC.number.percent("<1")).toBe("\u2066<1%\u2069");
  expect(ARABIC.number.percent("45")).toBe("45%");
});

it("isolates names of the record within its sentences", () => {
  expect(ARABIC.filter.by("Lazarus Group")).toBe("منسوبة إلى \u2068Lazarus Group\u2069");
});
