import { dateInShort, dayOf } from "@/lib/values/dates/day";

/** A moment in UTC, to the minute: `12 Sep 2023, 14:03 UTC`. */
export function momentText(moment: Date): string {
  return `${dateInShort(dayOf(moment))}, ${moment.toISOString().slice(11, 16)}\u00a0UTC`;
}

const STEPS = [
  [60, "minute"],
  [60 * 24, "hour"],
] as const;

/** How long ago a moment was, roughly: `just now`, `5 minutes`, `3 hours`, `12 days`. */
export function ageText(moment: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  let unit = 1;
  for (const [limit, word] of STEPS) {
    if (minutes < limit) return counted(Math.floor(minutes / unit), word);
    unit = limit;
  }
  return counted(Math.floor(minutes / unit), "day");
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
