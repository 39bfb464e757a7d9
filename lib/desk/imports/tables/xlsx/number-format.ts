/** What a cell's number format makes of its number. */
export type NumberFormat = "number" | "day" | "month" | "year" | "time";

/** The formats that a workbook does not write down, by their numbers: ECMA-376, part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, NumberFormat>> = {
  14: "day",
  15: "day",
  16: "day",
  17: "month",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "day",
  45: "time",
  46: "time",
  47: "time",
};

/** What a format shows. @param code as the workbook writes it; null of a built-in one */
export function numberFormat(id: number, code: string | null): NumberFormat {
  if (code === null) return BUILT_IN[id] ?? "number";
  // The first section is that of positive numbers; what is quoted, escaped or in brackets is shown as it stands.
  const bare = (code.split(";", 1)[0] ?? "")
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .toLowerCase();
  if (!/[ydmhs]/.test(bare) || /[0#?]/.test(bare.replace(/s\.0+/g, ""))) return "number";
  if (/d/.test(bare)) return "day";
  if (/y/.test(bare)) return /m/.test(bare) ? "month" : "year";
  return "time";
}

/** A serial day as an ISO day. @param from1904 whether the workbook counts from 1904, as those of old Macs do */
export function serialDay(serial: number, from1904: boolean): string | null {
  // Lotus took 1900 for a leap year, and all have counted so since.
  const days = Math.floor(serial) + (from1904 ? 1462 : serial < 60 ? 1 : 0);
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return Number.isNaN(day.getTime()) || serial < 0 || serial > 2_958_465
    ? null
    : day.toISOString().slice(0, 10);
}
