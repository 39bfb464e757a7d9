import { z } from "zod";
import { LANGUAGES } from "@/lib/statistics/charts/language/languages";
import {
  narrowerOf,
  type PickedValues,
  pickedSchema,
  pickedValues,
} from "@/lib/statistics/rules/picked";
import { daySchema, yearOf } from "@/lib/values/dates/day";
import {
  FIRST_INDEX_YEAR,
  isIndexYear,
  LAST_INDEX_YEAR,
  PRICE_INDEX_SOURCE,
} from "@/lib/values/money/price-index";
import { typedAmount } from "@/lib/values/money/typed-amount";
import { slugSchema } from "@/lib/values/slugs/slug";
import { SOURCINGS, type Sourcing } from "@/lib/values/sources/sourcing";
import {
  CATEGORIES,
  type Category,
  CONFIDENCES,
  categorySchema,
  chainSchema,
  confidenceSchema,
  TARGET_KINDS,
  type Term,
  techniqueSchema,
} from "@/lib/values/taxonomy/taxonomy";

const listed = (terms: readonly Term[]) => `one of ${terms.map((term) => term.value).join(", ")}`;

/** The orders in which a list of incidents can stand. */
export const SORTS = {
  newest: "Newest first",
  oldest: "Oldest first",
  largest: "Largest loss first",
  smallest: "Smallest loss first",
  name: "By name",
  "name-desc": "By name, from Z",
  target: "By target",
  "target-desc": "By target, from Z",
  category: "By category",
  "category-desc": "By category, from Z",
  actor: "By whom it is attributed to",
  "actor-desc": "By whom it is attributed to, from Z",
  "most-returned": "Most returned first",
  "least-returned": "Least returned first",
} as const;
export type Sort = keyof typeof SORTS;
const sortSchema = z.enum(Object.keys(SORTS) as [Sort, ...Sort[]]);

/** What is added up: the loss, the loss less what came back, what came back, or incidents. */
export const ADDED_MEASURES = {
  gross: "Losses, gross",
  net: "Losses, net of what was returned",
  returned: "Returned",
  count: "Number of incidents",
} as const;
export type AddedMeasure = keyof typeof ADDED_MEASURES;

/** What is measured: what is added up, or the median of losses, which adds up to nothing. */
export const MEASURES = { ...ADDED_MEASURES, median: "Median loss" } as const;
export type Measure = keyof typeof MEASURES;

/** Which figure for a loss is taken where sources disagree; low and high are the best where there is no range. */
export const ESTIMATES = {
  best: "Best estimates",
  low: "Low estimates",
  high: "High estimates",
} as const;
export type Estimate = keyof typeof ESTIMATES;

/** What a total can be split by. */
export const DIMENSIONS = {
  category: "Category",
  technique: "Technique",
  target: "Kind of target",
  chain: "Chain",
  actor: "Attributed actor",
} as const;
export type Dimension = keyof typeof DIMENSIONS;

/** How precisely the date of an incident is known; or that it is known too little to count in the period. */
export const DATES = {
  day: "Known to the day",
  month: "Known only to the month",
  year: "Known only to the year",
  unplaced: "Known too little for the period: perhaps in it, perhaps not",
} as const;

/** What an actor is named by for an incident, where it is little. */
export const STATEMENTS = {
  undated: "Statements of which none bears a date",
  "one-undated": "One source that bears no date",
} as const;

/** On how many chains an incident is known to have been; or where its loss counts by chain. */
export const CHAIN_COUNTS = {
  none: "No chain named",
  one: "One chain",
  several: "Several chains",
  counted: "Of the loss something counts on the chain",
  undivided: "Of the loss something counts as on several chains",
} as const;

/** What is known of what came back of a loss. */
export const RETURNED = {
  some: "Something came back",
  none: "Known that nothing came back",
  unknown: "Not known",
} as const;

export const INTERVALS = { month: "Monthly", quarter: "Quarterly", year: "Yearly" } as const;
export type Interval = keyof typeof INTERVALS;

/** The shapes in which a chart leaves as a picture, each for its place. */
const SHAPES = {
  article: "Article",
  square: "Square",
  story: "Story",
  preview: "Link preview",
} as const;
export type Shape = keyof typeof SHAPES;

const THEMES = { auto: "The reader’s", light: "Light", dark: "Dark" } as const;
export type Theme = keyof typeof THEMES;

const BACKGROUNDS = { paper: "Paper", transparent: "Transparent" } as const;

/** A length in print. */
export type Millimetres = `${number}mm`;

/** Whether a picture has its colours, or greys that hold in black-and-white print. */
const PALETTES = { colour: "Colour", grey: "Grey" } as const;

/** How an SVG carries its letters. */
const TEXTS = { outlined: "Outlines", embedded: "Text, with its fonts in the file" } as const;
export type TextAs = keyof typeof TEXTS;

export const AXES = {
  linear: "Linear axis",
  log: "Logarithmic axis",
  share: "Share of total (%)",
} as const;
export type Axis = keyof typeof AXES;

/** What a published figure can be over; those that are no category are over several or all of them. */
export const FIGURE_SCOPES = {
  everything: "All categories",
  "exploit-any": "Contract exploits and wallet compromises",
  ...(Object.fromEntries(CATEGORIES.map(({ value, label }) => [value, label])) as Record<
    Category,
    string
  >),
} as const;
export type FigureScope = keyof typeof FIGURE_SCOPES;

/** The ways in which one selection of incidents is seen. */
export const LIST_VIEWS = { table: "Table", timeline: "Timeline", calendar: "Calendar" } as const;
export type ListView = keyof typeof LIST_VIEWS;

const choice = <Name extends string>(names: Record<Name, string>) => ({
  schema: z.enum(Object.keys(names) as [Name, ...Name[]]),
  allowed: `one of ${Object.keys(names).join(", ")}`,
});

/** The year before which nothing could be stolen: Bitcoin's first. */
export const FIRST_YEAR = 2009;

/** Text in Unicode's composed form, its white space single blanks; without control characters. */
const plainText = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    // The text that is written back is what is measured: normalising may lengthen it.
    .pipe(
      z
        .string()
        .min(1)
        .max(longest)
        .refine((text) => !/\p{Cc}/u.test(text)),
    );

/** What turns text around or hides in it: overrides, embeddings and isolates of direction, tags, and what XML cannot hold. */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\ufffe\uffff\u{e0000}-\u{e007f}]/u;
/** Marks piled upon one letter reach into the lines above. */
const PILED = /\p{M}{5}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text that is printed in a picture as somebody else wrote it. */
const printedText = (longest: number) =>
  plainText(longest).refine(
    (text) => VISIBLE.test(text) && !UNSEEN.test(text) && !PILED.test(text),
  );
const printed = (longest: number) => ({
  schema: printedText(longest),
  allowed: `text of at most ${longest} characters, without control characters and marks that turn its direction`,
});

/** A part of a chart, or an incident in it. */
const partKey = z
  .string()
  .regex(/^_?[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

const wholeNumber = (largest: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((number) => number <= largest);

const pixels = wholeNumber(4000).refine((size) => size >= 320);

/** A width in print: from the narrowest in which text is legible to the long side of A3. To a tenth of a millimetre. */
const millimetres = z
  .string()
  .regex(/^\d{2,3}(\.\d)?mm$/)
  .transform((text) => Number.parseFloat(text))
  .refine((size) => size >= 85 && size <= 420)
  .transform((size): Millimetres => `${size}mm`);
const length = z.union([pixels, millimetres]);
const LENGTHS =
  "a whole number of pixels from 320 to 4000, or of millimetres from 85mm to 420mm, such as 96mm";

/** A filter that may name several values, `a,b`, and leave some out, `-a,-b`. */
function severalOf<Value extends string>(
  value: z.ZodType<Value>,
  allowed: string,
  { isSingle = false }: { isSingle?: boolean } = {},
) {
  return { schema: pickedSchema(value, allowed, { isSingle }), allowed };
}

const PUBLISHER_OF_SOURCE =
  "the whole name of a source's publisher as the record spells it, such as SlowMist; with a minus before it to leave out";

const amount = {
  schema: z.string().transform((text, context) => {
    const usd = typedAmount(text);
    if (usd !== null && usd <= 1e15) return usd;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }),
  allowed: "an amount in whole US dollars, such as 1000000, 250,000, 10m or $1.5bn",
};
const yesOrNo = { schema: z.enum(["yes", "no"]), allowed: "yes or no" };

/**
 * The one grammar of addresses: each parameter's schema and, for people, what it may be. Pages,
 * charts, exports and the API all read their parameters by this table. The order is the canonical one.
 */
export const PARAMETERS = {
  year: {
    schema: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number)
      .refine((year) => year >= FIRST_YEAR),
    allowed: `a year from ${FIRST_YEAR} to the current one, such as 2023`,
  },
  through: {
    schema: daySchema.refine((day) => yearOf(day) >= FIRST_YEAR),
    allowed: `a day of the year shown, from ${FIRST_YEAR} on, as YYYY-MM-DD, such as 2023-09-15, and not in the future`,
  },
  from: { schema: daySchema, allowed: "a day that exists, as YYYY-MM-DD" },
  to: { schema: daySchema, allowed: "a day that exists, as YYYY-MM-DD, not before from" },
  // The same two days, for the addresses in which from and to are versions: those of what changed.
  since: {
    schema: daySchema,
    allowed: "a day that exists, as YYYY-MM-DD; the first day where from and to are versions",
  },
  until: {
    schema: daySchema,
    allowed:
      "a day that exists, as YYYY-MM-DD, not before since; the last day where from and to are versions",
  },
  category: severalOf(categorySchema, listed(CATEGORIES), { isSingle: true }),
  technique: severalOf(
    techniqueSchema,
    "a technique's lower-case name, such as oracle-manipulation; the methodology lists them",
    { isSingle: true },
  ),
  // No target is called like a kind, so that one parameter can take both.
  target: severalOf(
    slugSchema,
    `a target's name as in its address, such as liquid, or a kind of target: ${listed(TARGET_KINDS)}`,
  ),
  // The name of a target as an incident's sources spell it: links of earlier versions hold it. Letter case and white
  // space do not count, so that two names that differ in nothing else are one filter: "Li.Fi" asks for "LI.FI" too.
  "target-name": {
    schema: plainText(200),
    allowed:
      "the whole name of a target as the record spells it, such as Liquid: at most 200 characters, letter case aside",
  },
  chain: severalOf(chainSchema, "a chain's lower-case name, such as ethereum"),
  chains: choice(CHAIN_COUNTS),
  actor: severalOf(slugSchema, "an actor's name as in its address, such as lazarus-group, or none"),
  confidence: { schema: confidenceSchema, allowed: listed(CONFIDENCES) },
  level: severalOf(
    confidenceSchema,
    `how sure the surest attribution is, to the actor where one is named: ${listed(CONFIDENCES)}`,
    { isSingle: true },
  ),
  known: {
    schema: daySchema.refine((day) => yearOf(day) >= FIRST_YEAR),
    allowed: `a day from ${FIRST_YEAR} on, as YYYY-MM-DD, such as 2023-09-15, and an actor beside it: statements count that were made by then`,
  },
  statements: choice(STATEMENTS),
  least: amount,
  most: amount,
  loss: { schema: z.enum(["known", "unknown"]), allowed: "known or unknown" },
  returned: {
    schema: z.enum(["some", "none", "unknown"]),
    allowed: "some, none (known to be nothing) or unknown",
  },
  date: choice(DATES),
  sources: {
    schema: z.enum(SOURCINGS.map(({ value }) => value) as [Sourcing, ...Sourcing[]]),
    allowed: "one (rests on one source) or copies (only copies)",
  },
  addresses: yesOrNo,
  transactions: yesOrNo,
  // Names hold commas, so that several are given by giving the parameter as often.
  "source-publisher": {
    schema: pickedSchema(plainText(200), PUBLISHER_OF_SOURCE, { between: "\n" }),
    allowed: PUBLISHER_OF_SOURCE,
  },
  q: { schema: plainText(100), allowed: "text of at most 100 characters" },
  // Of targets alone.
  robbed: {
    schema: z.enum(["repeatedly"]),
    allowed: "repeatedly: targets with more than one incident",
  },
  // Of figures from other publishers alone.
  publisher: {
    schema: plainText(200),
    allowed: "the whole name of another publisher as the record spells it, such as CertiK",
  },
  scope: choice(FIGURE_SCOPES),
  measure: choice(MEASURES),
  estimate: choice(ESTIMATES),
  dollars: {
    schema: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number)
      .refine(isIndexYear),
    allowed: `a year from ${FIRST_INDEX_YEAR} to ${LAST_INDEX_YEAR}, in whose dollars amounts are counted by the ${PRICE_INDEX_SOURCE.name}, such as ${LAST_INDEX_YEAR}`,
  },
  by: choice(DIMENSIONS),
  // Columns as the span of the record needs them.
  interval: choice({ ...INTERVALS, fitting: "To fit the span" }),
  axis: choice(AXES),
  top: {
    schema: wholeNumber(50).refine((top) => top >= 3),
    allowed: "a whole number from 3 to 50",
  },
  years: {
    schema: wholeNumber(5).refine((years) => years >= 1),
    allowed: "how many years are compared: a whole number from 1 to 5",
  },
  shape: choice(SHAPES),
  width: { schema: length, allowed: LENGTHS },
  height: { schema: length, allowed: LENGTHS },
  scale: {
    schema: wholeNumber(4).refine((scale) => scale >= 1),
    allowed: "how many pixels there are for each: 1, 2, 3 or 4",
  },
  theme: choice(THEMES),
  background: choice(BACKGROUNDS),
  text: choice(TEXTS),
  palette: choice(PALETTES),
  bom: {
    schema: z.enum(["0", "1"]),
    allowed: "of CSV and TSV: 1 with a byte-order mark, 0 without",
  },
  // What a publisher wants of a picture; it changes no number.
  lang: choice(LANGUAGES),
  headline: printed(120),
  subtitle: printed(160),
  note: printed(240),
  alt: printed(600),
  credit: printed(80),
  highlight: {
    schema: partKey,
    allowed:
      "a part of the chart as its CSV names it, such as phishing, or an incident's name as in its URL",
  },
  mark: {
    schema: printedText(200).refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*: ?\S.{0,59}$/u.test(text)),
    allowed:
      "at most five times an incident's name as in its URL, a colon, and text of at most 60 characters",
  },
  // How a list is seen, and the month at which its timeline begins.
  view: choice(LIST_VIEWS),
  at: {
    schema: z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)
      .refine((month) => Number(month.slice(0, 4)) >= FIRST_YEAR),
    allowed: `a month from ${FIRST_YEAR} on, as YYYY-MM, or a year`,
  },
  sort: { schema: sortSchema, allowed: `one of ${Object.keys(SORTS).join(", ")}` },
  page: {
    schema: wholeNumber(100_000).refine((page) => page >= 1),
    allowed: "a whole number from 1",
  },
} as const satisfies Record<string, { schema: z.ZodType; allowed: string }>;

export type ParameterName = keyof typeof PARAMETERS;
export type ParameterValues = {
  [Name in ParameterName]?: z.output<(typeof PARAMETERS)[Name]["schema"]>;
};

/** How often those are given that may be given more than once; their values are lines of one text. */
const MOST_GIVEN: Partial<Record<ParameterName, number>> = { mark: 5 };
const LINE = "\n";

/**
 * Filters that may name several values, with what is between them. A form gives each as a parameter of its own, which means
 * the same as all of them in one.
 */
const SEVERAL_VALUES = {
  category: ",",
  technique: ",",
  target: ",",
  chain: ",",
  actor: ",",
  level: ",",
  "source-publisher": LINE,
} as const satisfies Partial<Record<ParameterName, string>>;
export type SeveralValued = keyof typeof SEVERAL_VALUES;

/** Whether a filter may name several values. */
export function isSeveralValued(name: string): name is SeveralValued {
  return Object.hasOwn(SEVERAL_VALUES, name);
}

/** The values that a filter of several names. */
export function valuesOf(name: SeveralValued, picked: string | undefined): PickedValues {
  return pickedValues(picked, SEVERAL_VALUES[name]);
}

/** What stands between the values of a filter. */
export function betweenValues(name: SeveralValued): string {
  return SEVERAL_VALUES[name];
}

/** A parameter that cannot be read, said for people. */
export interface ParameterProblem {
  parameter: string;
  /** As it stood in the address; null where it was missing. */
  given: string | null;
  /** What it may be. */
  allowed: string;
}

export type Read<Value> = { ok: true; value: Value } | { ok: false; problems: ParameterProblem[] };

/** What was read where it cannot be wrong. @throws where it is wrong all the same */
export function valueOrThrow<Value>(read: Read<Value>): Value {
  if (read.ok) return read.value;
  throw new Error(`parameters that were to be right are not: ${JSON.stringify(read.problems)}`);
}

/**
 * Reads those parameters of a query that a page knows. Parameters without text count as not given, as forms
 * send them; unknown and repeated ones are problems, because ignoring one would answer another question. What sharing has
 * added to a URL is gone by then (`lib/site/urls/shared-url.ts`).
 */
export function readParameters<Name extends ParameterName>(
  query: URLSearchParams,
  known: readonly Name[],
): Read<Pick<ParameterValues, Name>> {
  const problems: ParameterProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const each = query.getAll(name).filter((text) => text.trim() !== "");
    const given =
      isSeveralValued(name) && each.length > 0 ? [each.join(SEVERAL_VALUES[name])] : each;
    const [text] = given;
    if (text === undefined && Object.hasOwn(PARAMETERS, name)) continue;
    if (text === undefined || !isKnown(name, known)) {
      problems.push({ parameter: name, given: text ?? null, allowed: oneOfParameters(known) });
      continue;
    }
    const most = MOST_GIVEN[name] ?? 1;
    const parsed = given.map((one) => PARAMETERS[name].schema.safeParse(one));
    const wrong = parsed.findIndex(({ success }) => !success);
    const error = parsed[wrong]?.error;
    const narrower = error === undefined ? null : narrowerOf(error);
    if (given.length > most) {
      const allowed = most === 1 ? "given only once" : `given at most ${most} times`;
      problems.push({ parameter: name, given: given.join(" and "), allowed });
    } else if (wrong >= 0)
      problems.push({
        parameter: name,
        given: narrower?.given ?? given[wrong] ?? text,
        allowed: narrower?.allowed ?? PARAMETERS[name].allowed,
      });
    else values[name] = most === 1 ? parsed[0]?.data : parsed.map(({ data }) => data).join(LINE);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: values as Pick<ParameterValues, Name> };
}

const NO_PARAMETERS = "no parameters";
const ONE_OF = "one of the parameters ";

function oneOfParameters(known: readonly string[]): string {
  return known.length === 0 ? NO_PARAMETERS : ONE_OF + known.join(", ");
}

/**
 * What was read of some of a URL's parameters, where others of them are read apart: whoever gave one that nobody knows is
 * told of all.
 * @param others the names of those that are read apart
 */
export function alsoKnown<Value>(read: Read<Value>, others: readonly string[]): Read<Value> {
  if (read.ok) return read;
  const problems = read.problems.map((problem) => {
    const { allowed } = problem;
    const names = allowed.startsWith(ONE_OF) ? allowed.slice(ONE_OF.length).split(", ") : [];
    return names.length === 0 && allowed !== NO_PARAMETERS
      ? problem
      : { ...problem, allowed: oneOfParameters([...new Set([...names, ...others])]) };
  });
  return { ok: false, problems };
}

function isKnown<Name extends ParameterName>(name: string, known: readonly Name[]): name is Name {
  return (known as readonly string[]).includes(name);
}

/** The canonical query for parameters: fixed order, nothing that is not given. Equal rules have equal queries. */
export function writeParameters(values: ParameterValues): string {
  const parts: string[] = [];
  const add = (name: string, value: string) =>
    parts.push(new URLSearchParams([[name, value]]).toString());
  for (const name of Object.keys(PARAMETERS) as ParameterName[]) {
    const value = values[name];
    if (value === undefined) continue;
    const between = isSeveralValued(name) ? SEVERAL_VALUES[name] : undefined;
    // Slugs and the commas between them need no percent signs, and read better without.
    if (between === ",") parts.push(`${name}=${value}`);
    else if (between === LINE || MOST_GIVEN[name] !== undefined)
      for (const each of String(value).split(LINE)) add(name, each);
    else add(name, String(value));
  }
  return parts.join("&");
}
