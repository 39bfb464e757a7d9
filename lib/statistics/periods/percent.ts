const MINUS = "−";

/** How much more or less than before, in per cent: `+34%`, `−8.3%`, `±0%`; words where there is nothing to divide by. */
export function changeInPercent(now: number, before: number): string {
  if (before === 0) return now === 0 ? "nothing in either" : "from nothing";
  const percent = ((now - before) / before) * 100;
  const rounded = Math.abs(percent) >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10;
  if (rounded === 0) return "±0%";
  return `${rounded > 0 ? "+" : MINUS}${Math.abs(rounded).toLocaleString("en-GB")}%`;
}

/** A part of a whole in per cent: `34%`, `<1%`; null where the whole is nothing. */
export function shareInPercent(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.5) return "<1%";
  if (percent < 100 && percent >= 99.5) return ">99%";
  return `${Math.round(percent)}%`;
}
