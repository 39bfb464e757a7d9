import type { z } from "zod";
import { BitReader, BitWriter, UnreadableBits } from "@/lib/site/citations/bits";
import { readDigits, writeDigits } from "@/lib/site/citations/crockford";
import {
  CHART_KEYS,
  COMMON_CHAINS,
  ENUMERATIONS,
  type EnumeratedName,
  FIELDS,
  type FieldName,
  SPELT_OUT,
} from "@/lib/site/citations/short-id-tables";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import {
  chosenInterval,
  type FITTING,
  writtenInterval,
} from "@/lib/statistics/charts/columns/fitting-interval";
import { CHARTS } from "@/lib/statistics/charts/registry";
import type { Interval } from "@/lib/statistics/rules/parameters";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { type Day, isDay, yearOf } from "@/lib/values/dates/day";
import { slugSchema } from "@/lib/values/slugs/slug";
import { techniqueSchema } from "@/lib/values/taxonomy/taxonomy";

// A short id holds everything that decides what a chart shows, packed; nothing is stored anywhere.

/** A chart under a rule at a version. */
interface ChartCitation {
  version: number;
  view: ChartView;
}

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(2009, 0, 1);
const SLUG_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";
const LONGEST_TEXT = 1_000;
const isOfColumns = ({ chart }: Pick<ChartView, "chart">) =>
  CHARTS[chart].knows.includes("interval");

/** The printed id of a chart at a version, such as `0H3M-8QX7-2`: equal views have equal ids. */
export function encodeCitation({ version, view }: ChartCitation): string {
  const bits = new BitWriter();
  const chart = CHART_KEYS.findIndex((key) => key.chart === view.chart);
  if (chart === -1) throw new Error(`the chart ${view.chart} has no place in the table of ids`);
  bits.varint(chart, 4);
  bits.varint(version, 4);
  writePeriod(bits, view);
  const given = fieldsOf(view);
  FIELDS.forEach((name, tag) => {
    const value = given[name];
    if (value === undefined) return;
    bits.fixed(1, 1);
    bits.varint(tag, 4);
    writeField(bits, name, value);
  });
  bits.fixed(0, 1);
  return writeDigits(bits.bits);
}

/**
 * The chart that a printed id names. Null where it names none: mistyped, cut, or of nothing that can be
 * asked for. Whether the version exists is for the record to say.
 */
export function decodeCitation(text: string): ChartCitation | null {
  const digits = readDigits(text);
  if (digits === null) return null;
  let citation: ChartCitation;
  try {
    citation = readCitation(new BitReader(digits));
  } catch (error) {
    if (error instanceof UnreadableBits) return null;
    throw error;
  }
  // Only the one way of writing it counts, so that chance rarely makes an id of a slip.
  const again = readDigits(encodeCitation(citation));
  return again?.join("") === digits.join("") ? citation : null;
}

function readCitation(bits: BitReader): ChartCitation {
  const key = CHART_KEYS[bits.varint(4)];
  if (key === undefined) throw new UnreadableBits("no such chart");
  const version = bits.varint(4);
  if (version < 1 || version > 999_999_999) throw new UnreadableBits("no such version");
  const period = readPeriod(bits);
  const fields: Partial<Record<FieldName, string | number>> = {};
  while (bits.fixed(1) === 1) {
    const name = FIELDS[bits.varint(4)];
    if (name === undefined) throw new UnreadableBits("no such field");
    fields[name] = readField(bits, name);
  }
  const { measure, estimate, dollars, by, interval, axis, top, years, ...filters } = fields;
  const view = {
    chart: key.chart,
    ...period,
    filters,
    confidence: filters.confidence ?? DEFAULT_CONFIDENCE,
    measure: measure ?? "gross",
    estimate: estimate ?? "best",
    ...(dollars === undefined ? {} : { dollars }),
    by: measure === "median" && isOfColumns(key) ? null : (by ?? key.by),
    interval: isOfColumns(key)
      ? chosenInterval(period, (interval ?? "month") as Interval | typeof FITTING)
      : null,
    axis: axis ?? key.axis,
    top: top ?? key.top,
    years: years ?? 5,
  };
  return { version, view: view as ChartView };
}

const OF_THE_VIEW = [
  "measure",
  "estimate",
  "dollars",
  "by",
  "interval",
  "axis",
  "top",
  "years",
] as const;

/** What a view says beyond the usual of its chart, as the table of ids has it. */
function fieldsOf(view: ChartView): Partial<Record<FieldName, string | number>> {
  const key = CHART_KEYS.find(({ chart }) => chart === view.chart);
  const usual = {
    measure: "gross",
    estimate: "best",
    dollars: undefined,
    interval: "month",
    years: 5,
    ...key,
  };
  const fields: Partial<Record<FieldName, string | number>> = { ...view.filters };
  const said = { ...view, interval: isOfColumns(view) ? writtenInterval(view) : "month" };
  for (const name of OF_THE_VIEW) {
    const value = said[name];
    if (value !== null && value !== undefined && value !== usual[name]) fields[name] = value;
  }
  return fields;
}

/** Whether it is written in any letters, as UTF-8. */
function isText(name: FieldName): boolean {
  return name === "q" || name === "target-name";
}

function isEnumerated(name: FieldName): name is EnumeratedName {
  return Object.hasOwn(ENUMERATIONS, name);
}

function writeField(bits: BitWriter, name: FieldName, value: string | number): void {
  if (typeof value === "number") bits.varint(value, 5);
  else if (isEnumerated(name)) {
    const places: readonly string[] = ENUMERATIONS[name];
    const isSpelt = Object.hasOwn(SPELT, name) && !places.includes(value);
    const place = places.indexOf(isSpelt ? SPELT_OUT : value);
    if (place === -1) throw new Error(`${name}=${value} has no place in the table of ids`);
    bits.varint(place, 3);
    if (isSpelt) writeCharacters(bits, value);
  } else if (isText(name)) {
    const bytes = new TextEncoder().encode(value);
    bits.varint(bytes.length, 4);
    for (const byte of bytes) bits.fixed(byte, 8);
  } else {
    const known = name === "chain" ? COMMON_CHAINS.indexOf(value) + 1 : 0;
    if (name === "chain") bits.varint(known, 4);
    if (known === 0) writeCharacters(bits, value);
  }
}

function writeCharacters(bits: BitWriter, value: string): void {
  bits.varint(value.length, 4);
  for (const letter of value) bits.fixed(SLUG_CHARACTERS.indexOf(letter), 6);
}

function readField(bits: BitReader, name: FieldName): string | number {
  if (name === "top" || name === "years" || name === "least" || name === "dollars")
    return bits.varint(5);
  if (isEnumerated(name)) {
    const value = ENUMERATIONS[name][bits.varint(3)];
    if (value === undefined) throw new UnreadableBits(`no such ${name}`);
    return value === SPELT_OUT ? readSpelt(bits, name) : value;
  }
  if (isText(name)) {
    const bytes = Array.from({ length: lengthIn(bits) }, () => bits.fixed(8));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }
  const known = name === "chain" ? bits.varint(4) : 0;
  if (known > 0) {
    const chain = COMMON_CHAINS[known - 1];
    if (chain === undefined) throw new UnreadableBits("no such chain");
    return chain;
  }
  return readCharacters(bits);
}

function readCharacters(bits: BitReader): string {
  return Array.from({ length: lengthIn(bits) }, () => {
    const letter = SLUG_CHARACTERS[bits.fixed(6)];
    if (letter === undefined) throw new UnreadableBits("no such letter");
    return letter;
  }).join("");
}

/** What has values beside those of its table, and what these may be. */
const SPELT: { [Name in EnumeratedName]?: z.ZodType<string> } = {
  technique: techniqueSchema,
  target: slugSchema,
};

function readSpelt(bits: BitReader, name: EnumeratedName): string {
  const read = SPELT[name]?.safeParse(readCharacters(bits));
  if (!read?.success) throw new UnreadableBits(`no such ${name}`);
  return read.data;
}

function lengthIn(bits: BitReader): number {
  const length = bits.varint(4);
  if (length === 0 || length > LONGEST_TEXT) throw new UnreadableBits("a text of no such length");
  return length;
}

/** How a period begins: with the record, with its last day's year, or on a day of its own. */
const ALL = 0;
const YEAR = 1;
const SPAN = 2;

function writePeriod(bits: BitWriter, { from, to }: { from: Day | null; to: Day }): void {
  const last = daysFromEpoch(to);
  bits.varint(last < 0 ? -2 * last - 1 : 2 * last, 8);
  const kind = from === null ? ALL : from === `${to.slice(0, 4)}-01-01` ? YEAR : SPAN;
  bits.fixed(kind, 2);
  if (kind === SPAN && from !== null) bits.varint(last - daysFromEpoch(from), 5);
}

function readPeriod(bits: BitReader): { from: Day | null; to: Day } {
  const zigzag = bits.varint(8);
  const last = zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  const to = dayAt(last);
  const kind = bits.fixed(2);
  if (kind === ALL) return { from: null, to };
  if (kind === YEAR) return { from: `${String(yearOf(to)).padStart(4, "0")}-01-01`, to };
  if (kind === SPAN) return { from: dayAt(last - bits.varint(5)), to };
  throw new UnreadableBits("no such period");
}

function daysFromEpoch(day: Day): number {
  return (Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_MS;
}

function dayAt(days: number): Day {
  const moment = new Date(EPOCH + days * DAY_MS);
  const day = Number.isNaN(moment.getTime()) ? "" : moment.toISOString().slice(0, 10);
  if (!isDay(day)) throw new UnreadableBits("no such day");
  return day;
}
