import { alongAxis, type ChartSize } from "@/lib/statistics/charts/layout/geometry";
import { inUnit } from "@/lib/statistics/charts/model/amount-unit";
import type { Day } from "@/lib/values/dates/day";
import { dateText, firstDayOf } from "@/lib/values/dates/day-text";
import type { DotPlaces } from "./dot-places";

/** A dot as it is read: what it stands for, where, and what it says. */
export interface ReadableDot {
  slug: string;
  name: string;
  /** As precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
  occurredOn: string;
  amount: number;
  low: number | null;
  high: number | null;
  category: string | null;
}

/** A row of the chart's data, as its JSON file has it. */
export interface IncidentData {
  incident: string;
  name: string;
  day: string;
  category: string;
  loss_usd: number | null;
  loss_low_usd: number | null;
  loss_high_usd: number | null;
}

const DAY = 86_400_000;

/** In the order of days, and the larger before the smaller of a day. */
function inOrder(dots: readonly ReadableDot[]): ReadableDot[] {
  return dots.toSorted(
    (one, other) =>
      firstDayOf(one.occurredOn).localeCompare(firstDayOf(other.occurredOn)) ||
      other.amount - one.amount,
  );
}

/** The dots that a page itself names. */
export function namedDots({ named }: DotPlaces): ReadableDot[] {
  return inOrder(
    named.map(({ slug, label, occurredOn, amount, range }) => {
      const { low, high } = range ?? { low: null, high: null };
      return { slug, name: label, occurredOn, amount, low, high, category: null };
    }),
  );
}

/** All of a chart's dots: incidents of unknown size have none. */
export function dotsOf(rows: readonly IncidentData[]): ReadableDot[] {
  return inOrder(
    rows.flatMap((row) => {
      if (row.loss_usd === null) return [];
      return [
        {
          slug: row.incident,
          name: row.name,
          occurredOn: row.day,
          amount: row.loss_usd,
          low: row.loss_low_usd,
          high: row.loss_high_usd,
          category: row.category,
        },
      ];
    }),
  );
}

/** Where a dot stands in the drawing of a size, in nominal pixels: where `layoutDots` puts it. */
export function placeOfDot(
  { areas, axis, days, from }: Pick<DotPlaces, "areas" | "axis" | "days" | "from">,
  size: ChartSize["name"],
  { occurredOn, amount }: { occurredOn: string; amount: number },
): { x: number; y: number } {
  const { left, right, top, bottom } = areas[size];
  const at = (Date.parse(firstDayOf(occurredOn)) - Date.parse(from)) / DAY;
  return {
    x: left + ((right - left) * at) / Math.max(1, days),
    y: alongAxis(axis, bottom, top)(amount),
  };
}

/** What a dot says: its name and amount, then when, how, and what sources differ by. */
export function dotText(
  { axis, categories }: Pick<DotPlaces, "axis" | "categories">,
  dot: ReadableDot,
): { heading: string; note: string } {
  const { low, high } = dot;
  const range =
    low !== null && high !== null && low < high
      ? `sources say ${inUnit(axis.unit, low)} to ${inUnit(axis.unit, high)}`
      : null;
  const category = dot.category === null ? null : (categories[dot.category] ?? dot.category);
  return {
    heading: `${dot.name}: ${inUnit(axis.unit, dot.amount)}`,
    note: [dateText(dot.occurredOn), category, range].filter((part) => part !== null).join(" · "),
  };
}

/**
 * The place among dots to which a key leads; null for a key that leads nowhere.
 * @param place null where none is read yet: the first key shows the first dot, or End the last
 */
export function placeAfter(
  dots: readonly { occurredOn: string }[],
  place: number | null,
  key: string,
): number | null {
  const last = dots.length - 1;
  if (last < 0) return null;
  const within = (next: number) => Math.min(last, Math.max(0, next));
  if (key === "Home") return 0;
  if (key === "End") return last;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowUp: -1,
    ArrowRight: 1,
    ArrowDown: 1,
  };
  const step = steps[key];
  const years: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };
  const year = years[key];
  if (step === undefined && year === undefined) return null;
  if (place === null) return 0;
  if (step !== undefined) return within(place + step);
  return aYearFrom(dots, place, year ?? 1);
}

/** The first dot a year on, or the last one a year before; that at the end where the dots end before. */
function aYearFrom(dots: readonly { occurredOn: Day }[], place: number, by: number): number {
  const dayOf = (index: number) => firstDayOf(dots[index]?.occurredOn ?? "");
  const from = dayOf(place);
  const goal = `${Number(from.slice(0, 4)) + by}${from.slice(4)}`;
  let next = place;
  while (next + by >= 0 && next + by < dots.length) {
    next += by;
    if (by > 0 ? dayOf(next) >= goal : dayOf(next) <= goal) break;
  }
  return next;
}

/** The dot nearest to a point, in the same pixels; null where none is within reach. */
export function nearestPlace(
  places: readonly { x: number; y: number }[],
  point: { x: number; y: number },
  reach: number,
): number | null {
  let nearest: number | null = null;
  let least = reach ** 2;
  for (const [index, { x, y }] of places.entries()) {
    const distance = (x - point.x) ** 2 + (y - point.y) ** 2;
    if (distance > least) continue;
    [nearest, least] = [index, distance];
  }
  return nearest;
}
