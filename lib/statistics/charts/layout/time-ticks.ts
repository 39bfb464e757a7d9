import type { DateWords } from "@/lib/statistics/charts/language/date-words";
import type { Day } from "@/lib/values/dates/day";
import { dayOf, yearOf } from "@/lib/values/dates/day";
import { type ChartSize, wordsAt } from "./geometry";
import { textWidth } from "./text-width";

interface TimeTicks {
  ticks: { x: number }[];
  /** `row` 1 is below row 0. */
  labels: { x: number; text: string; row: number }[];
  rows: number;
}

interface TickSpan {
  from: Day;
  to: Day;
  /** From the first to the last. */
  days: number;
}

const DAY = 86_400_000;
const BETWEEN = 12;
/** Longer spans are divided into years alone. */
const MOST_DAYS_OF_MONTHS = 900;
const MOST_DAYS_OF_DAYS = 45;

interface Mark {
  at: number;
  text: string;
  /** The year that begins here, or in which the span does. */
  year: string | null;
}

/** Where time is marked along an axis: days, months or years, as many as have room. */
export function timeTicks(span: TickSpan, left: number, right: number, size: ChartSize): TimeTicks {
  const first = Date.parse(`${span.from}T00:00:00Z`) / DAY;
  const xOf = (at: number) => left + ((right - left) * at) / Math.max(1, span.days);
  const { date } = wordsAt(size);
  const offset = (year: number, month: number) => Date.UTC(year, month, 1) / DAY - first;
  const all =
    span.days <= MOST_DAYS_OF_DAYS
      ? dayMarks(span, first, date)
      : span.days <= MOST_DAYS_OF_MONTHS
        ? monthMarks(span, offset, date)
        : yearMarks(span, offset);
  const widest = Math.max(0, ...all.marks.map((mark) => textWidth(mark.text, size.fontSize)));
  const every =
    all.steps.find((step) => {
      const chosen = all.marks.filter((_, index) => all.isStep(index, step));
      return chosen.every((mark, index) => {
        const next = chosen[index + 1];
        return next === undefined || xOf(next.at) - xOf(mark.at) >= widest + BETWEEN;
      });
    }) ??
    all.steps.at(-1) ??
    1;
  const marks = all.marks.filter((_, index) => all.isStep(index, every));
  const inside = (x: number, text: string) => {
    const half = textWidth(text, size.fontSize) / 2;
    return Math.min(Math.max(x, half), size.width - half);
  };
  const years = all.marks.filter((mark) => mark.year !== null);
  let free = 0;
  const yearLabels = years.flatMap((mark) => {
    const text = mark.year ?? "";
    const half = textWidth(text, size.fontSize) / 2;
    const x = inside(xOf(Math.max(0, mark.at)), text);
    if (x - half < free) return [];
    free = x + half + BETWEEN;
    return [{ x, text, row: 1 }];
  });
  return {
    ticks: marks.filter((mark) => mark.at >= 0).map((mark) => ({ x: xOf(mark.at) })),
    labels: [
      ...marks
        .filter((mark) => mark.at >= 0)
        .map((mark) => ({ x: inside(xOf(mark.at), mark.text), text: mark.text, row: 0 })),
      ...yearLabels,
    ],
    rows: yearLabels.length > 0 ? 2 : 1,
  };
}

interface Marks {
  marks: Mark[];
  steps: readonly number[];
  isStep: (index: number, step: number) => boolean;
}

function yearMarks(span: TickSpan, offset: (year: number, month: number) => number): Marks {
  const first = yearOf(span.from);
  const marks = Array.from({ length: yearOf(span.to) - first + 1 }, (_, index) => ({
    at: offset(first + index, 0),
    text: String(first + index),
    year: null,
  }));
  return { marks, steps: [1, 2, 5, 10], isStep: (index, step) => (first + index) % step === 0 };
}

function monthMarks(
  span: TickSpan,
  offset: (year: number, month: number) => number,
  { months }: DateWords,
): Marks {
  const start = yearOf(span.from) * 12 + Number(span.from.slice(5, 7)) - 1;
  const end = yearOf(span.to) * 12 + Number(span.to.slice(5, 7)) - 1;
  const marks = Array.from({ length: end - start + 1 }, (_, index) => {
    const [year, month] = [Math.floor((start + index) / 12), (start + index) % 12];
    const isFirst = index === 0 || month === 0;
    return {
      at: offset(year, month),
      text: months[month] ?? "",
      year: isFirst ? String(year) : null,
    };
  });
  return {
    marks,
    steps: [1, 3, 6, 12],
    isStep: (index, step) => ((start + index) % 12) % step === 0,
  };
}

function dayMarks(span: TickSpan, first: number, { dayMonth }: DateWords): Marks {
  const marks = Array.from({ length: span.days + 1 }, (_, at) => {
    const day = dayOf(new Date((first + at) * DAY));
    return {
      at,
      text: dayMonth(Number(day.slice(8)), Number(day.slice(5, 7))),
      year: at === 0 || day.endsWith("-01-01") ? day.slice(0, 4) : null,
    };
  });
  return { marks, steps: [1, 2, 7, 14, 28], isStep: (index, step) => index % step === 0 };
}
