import { type DateParts, type PartsRead, readParts } from "@/lib/desk/forms/typed-date-parts";

/** Two dates, of which the first is no later than the second; and whether it happened at one moment between them. */
export interface SpanRead {
  from: DateParts;
  to: DateParts;
  between: boolean;
}

const PAIR =
  /^(?:(between|from|zwischen|entre|von|vom|du|del|desde)\s+)?(.+?)(?:\s*(?:–|—|\.\.+|~)\s*|\s+-\s+|\s+\/\s+|\s+(?:to|and|until|till|through|or|und|bis|et|au|y|al|hasta|e|a)\s+)(.+)$/iu;
/** A hyphen between two days: Sep 3-4, 2026; 12-13 September 2023. */
const HYPHEN = /^(.*?\b\d{1,2}\.?)[-/](\d{1,2}\b.*)$/;
/** Years alone: 2016-2017. */
const YEARS = /^(\d{4})\s?[-/]\s?(\d{4})$/;

/** Two dates in one text, each filled from the other where it leaves something out; null where there are no two. */
export function readSpan(text: string): SpanRead | null {
  for (const [pattern, first, second, word] of [
    [PAIR, 2, 3, 1],
    [HYPHEN, 1, 2, 0],
    [YEARS, 1, 2, 0],
  ] as const) {
    const pair = pattern.exec(text);
    const one = single(pair?.[first]);
    const other = single(pair?.[second]);
    if (pair === null || one === null || other === null) continue;
    const from = filled(one, other);
    if (from === null || from.year === null) continue;
    const to = filled(other, from);
    if (to === null) continue;
    if (keyOf(from) > keyOf(to)) continue;
    return {
      from,
      to,
      between:
        word === 1 && pair[word] !== undefined && /^(?:between|zwischen|entre)$/i.test(pair[word]),
    };
  }
  return null;
}

function single(text: string | undefined): DateParts | null {
  if (text === undefined) return null;
  const bare = /^\s*(\d{1,2})\.?(?:st|nd|rd|th)?(?:[,\s]+(\d{4}))?\s*$/i.exec(text);
  if (bare !== null)
    return {
      year: bare[2] === undefined ? null : Number(bare[2]),
      month: null,
      day: Number(bare[1]),
    };
  const isoRest = /^\s*(\d{2})-(\d{2})\s*$/.exec(text);
  if (isoRest !== null) return { year: null, month: Number(isoRest[1]), day: Number(isoRest[2]) };
  const read: PartsRead = readParts(text);
  if ("problem" in read) return null;
  // Of "Sep 30" beside another date, 30 is the day.
  const days = read.readings.filter(({ day }) => day !== null);
  const readings = days.length > 0 ? days : read.readings;
  return readings.length === 1 ? (readings[0] ?? null) : null;
}

/** A date with what it leaves out, of the other; null where the two say unlike things. */
function filled(one: DateParts, other: DateParts): DateParts | null {
  const month = one.month ?? (one.day === null ? null : other.month);
  const year = one.year ?? other.year;
  if (one.day !== null && month === null) return null;
  return { year, month, day: one.day };
}

function keyOf({ year, month, day }: DateParts): number {
  return (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0);
}
