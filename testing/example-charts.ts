import type { ChartView } from "@/lib/statistics/charts/chart-view";
import { choicesOf, readChart } from "@/lib/statistics/charts/chart-view";
import type { Language } from "@/lib/statistics/charts/language/languages";
import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import { axisPeriods } from "@/lib/statistics/charts/model/axis-periods";
import type { RowsFacts } from "@/lib/statistics/charts/model/chart-definition";
import type { ChartModel, ChartRows } from "@/lib/statistics/charts/registry";
import { type IncidentDot, type PeriodSegment, sumOf } from "@/lib/statistics/totals/measured";
import { CATEGORIES, TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";
import { chartModel } from "../lib/statistics/charts/chart-builder";
import {
  exampleRecoveries,
  exampleRecovery,
  exampleSizes,
  exampleSpread,
  exampleSpreads,
  exampleYearRecoveries,
  exampleYearSpreads,
} from "./example-distributions";
import { exampleBreakdown, exampleLevels, exampleMonths, exampleYears } from "./example-rows";

/** Made-up charts of every kind and in every strait, for the tests of models and drawings. */

const AS_OF = "2026-11-22";

const LINKS = {
  incidents: (filters: object) => `/incidents?${new URLSearchParams({ ...filters })}`,
  incident: (slug: string) => `/incidents/${slug}`,
};

/** A chart's view by its address: `monthly?year=2023`. */
export function exampleView(address: string): ChartView {
  const [chart = "", query = ""] = address.split("?");
  const read = readChart(chart as ChartView["chart"], new URLSearchParams(query), {
    asOf: AS_OF,
    now: AS_OF,
  });
  if (!read.ok) throw new Error(`no chart: ${address}`);
  return read.value;
}

type Rows = ChartRows extends infer Each
  ? Each extends ChartRows
    ? Omit<Each, keyof RowsFacts>
    : never
  : never;

const NOTHING = { incidents: 0, unknownSize: 0, amount: 0 };

let language: Language | undefined;

/** A made-up chart in another language. */
export function saidIn<Made>(asked: Language, make: () => Made): Made {
  language = asked;
  try {
    return make();
  } finally {
    language = undefined;
  }
}

/** The model of a chart's address over made-up rows. */
export function exampleModel(
  address: string,
  rows: Rows,
  { unplaced = NOTHING, published = null, covered = null }: Partial<RowsFacts> = {},
): ChartModel {
  const view = exampleView(address);
  const span = { from: view.from ?? "2011-01-01", to: view.to };
  const actorName = view.filters.actor === "north-korea" ? "North Korea" : null;
  const facts: RowsFacts = { span, actorName, targetName: null, unplaced, published, covered };
  return chartModel(view, { ...rows, ...facts } as ChartRows, {
    version: 412,
    permanentUrl: `https://lossline.example/v/412/charts/${address}`,
    shortId: "0A1B-2C3D-4E5F-6G7H",
    links: LINKS,
    words: wordsIn(language),
  });
}

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

const names = (terms: readonly { value: string; label: string }[]) =>
  Object.fromEntries(terms.map((term) => [term.value, term.label]));

type Cell = (index: number, place: number) => number | null;

/** Columns of a view whose parts have the amounts that `cell` says; null is of unknown size. */
function columnRows(address: string, keys: readonly string[], cell: Cell): Rows {
  const view = exampleView(address);
  const { from, to } = { from: view.from ?? "2011-01-01", to: view.to };
  const periods = axisPeriods(from, to, choicesOf(view, { from, to }).interval);
  const rows = periods.flatMap((period, index): PeriodSegment[] =>
    keys.flatMap((key, place) => {
      const amount = cell(index, place);
      if (amount === 0) return [];
      return [
        {
          period: period.key,
          key,
          incidents: 2,
          unknownSize: amount === null ? 2 : 0,
          amount: amount ?? 0,
        },
      ];
    }),
  );
  return {
    chart: "monthly",
    rows,
    periods: periods.flatMap((period) => {
      const own = rows.filter((row) => row.period === period.key);
      return own.length === 0 ? [] : [{ period: period.key, ...sumOf(own) }];
    }),
    total: sumOf(rows),
    overlapping: 0,
    chargedTogether: 0,
    names: { ...names(CATEGORIES), ...names(TECHNIQUES) },
  };
}

const CATEGORY_KEYS = CATEGORIES.map((term) => term.value);
const random = (seed: number, scale: number): Cell => {
  const next = chance(seed);
  return () => Math.round(next() ** 4 * scale);
};

function dots(count: number, from: string, days: number, seed: number): IncidentDot[] {
  const next = chance(seed);
  const first = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: count }, (_, index): IncidentDot => {
    const amount = index % 19 === 18 ? null : Math.round(10 ** (3.4 + next() * 6));
    const day = new Date(first + Math.floor(next() * days) * 86_400_000).toISOString().slice(0, 10);
    return {
      slug: `incident-${index}`,
      name: `Theft ${index} from Some Exchange & Co`,
      category: CATEGORY_KEYS[Math.floor(next() * 6)] ?? "unknown",
      occurredOn: day,
      amount,
      low: amount === null ? null : Math.round(amount * (index % 3 === 0 ? 0.6 : 1)),
      high: amount === null ? null : Math.round(amount * (index % 3 === 0 ? 1.4 : 1)),
    };
  }).sort((one, other) => (other.amount ?? -1) - (one.amount ?? -1));
}

const totalOf = (list: readonly IncidentDot[]) => ({
  incidents: list.length,
  unknownSize: list.filter((dot) => dot.amount === null).length,
  amount: list.reduce((sum, dot) => sum + (dot.amount ?? 0), 0),
});

/** Thefts known to the month, to the day and to the year. */
const datedDots = ["2019-01", "2019-05-07", "2019"].map(
  (occurredOn, index): IncidentDot => ({
    slug: `theft-${index}`,
    name: ["Whole-month exchange", "One-day exchange", "Whole-year exchange"][index] ?? "",
    category: "unknown",
    occurredOn,
    amount: (3 - index) * 1e7,
    low: (3 - index) * 1e7,
    high: (3 - index) * 1e7,
  }),
);

function split(count: number, unknown = false): Rows {
  const parts = TECHNIQUES.slice(0, count).map((term, index) => ({
    key: term.value as string | null,
    incidents: 30 - index,
    unknownSize: unknown ? 30 - index : index % 3,
    amount: unknown ? 0 : Math.round(1.46e9 / (index + 1) ** 2),
  }));
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const incidents = parts.reduce((sum, part) => sum + part.incidents, 0);
  const unknownSize = parts.reduce((sum, part) => sum + part.unknownSize, 0);
  return {
    chart: "techniques",
    split: {
      total: { incidents, unknownSize, amount },
      parts,
      overlapping: 0,
      chargedTogether: 0,
      names: names(TECHNIQUES),
    },
  };
}

function actorYearRows(years: readonly number[], unknown = false): Rows {
  const actors = [
    { slug: "north-korea", name: "North Korea", parent: null },
    { slug: "lazarus-group", name: "Lazarus Group", parent: "north-korea" },
    { slug: "tradertraitor", name: "TraderTraitor", parent: "lazarus-group" },
    { slug: "a-thief", name: "A thief of whom much is written", parent: null },
  ];
  const cell = (year: number, share: number) => ({
    year,
    incidents: 3,
    unknownSize: unknown ? 3 : 0,
    amount: unknown ? 0 : Math.round((year - 2010) * 1.3e8 * share),
  });
  return {
    chart: "actor-years",
    actors,
    rows: actors.flatMap((actor, index) =>
      years
        .filter((year) => (year + index) % 3 > 0)
        .map((year) => ({ actor: actor.slug, ...cell(year, 1 / (index + 1)) })),
    ),
    unattributed: years.map((year) => cell(year, 2)),
    years: years.map((year) => cell(year, 3)),
  };
}

const asMeasured = ({
  lossUsd,
  ...rest
}: {
  lossUsd: number;
  incidents: number;
  unknownSize: number;
}) => ({
  ...rest,
  amount: lossUsd,
});
const exampleSegments = exampleMonths.map(({ month, category, ...total }) => ({
  period: month,
  key: category,
  ...asMeasured(total),
}));

const MANY_YEARS = Array.from({ length: 16 }, (_, index) => 2011 + index);
const nobody = { incidents: 0, unknownSize: 0, lossUsd: 0 };

/** Every chart, and the straits that each can get into, by name. */
export const EXAMPLE_CHARTS: Record<string, () => ChartModel> = {
  monthly: () =>
    exampleModel("monthly?year=2023&through=2023-09-15", {
      chart: "monthly",
      rows: exampleSegments,
      periods: [...new Set(exampleSegments.map((row) => row.period))].map((period) => {
        const own = exampleSegments.filter((row) => row.period === period);
        return {
          period,
          incidents: own.reduce((sum, row) => sum + row.incidents, 0),
          unknownSize: own.reduce((sum, row) => sum + row.unknownSize, 0),
          amount: own.reduce((sum, row) => sum + row.amount, 0),
        };
      }),
      total: NOTHING,
      overlapping: 0,
      chargedTogether: 0,
      names: names(CATEGORIES),
    }),
  "monthly-one-month": () => {
    const address = "monthly?from=2023-09-01&to=2023-09-30";
    return exampleModel(address, columnRows(address, CATEGORY_KEYS, random(3, 1e9)));
  },
  "monthly-fifteen-years": () => {
    const address = "monthly?from=2011-01-01";
    return exampleModel(address, columnRows(address, CATEGORY_KEYS, random(5, 2e9)));
  },
  "monthly-two-years": () => {
    const address = "monthly?from=2022-03-10&to=2024-02-20&measure=count";
    return exampleModel(address, columnRows(address, CATEGORY_KEYS, random(11, 90)));
  },
  "monthly-one-series": () => {
    const address = "monthly?year=2022&category=phishing";
    return exampleModel(address, columnRows(address, ["phishing"], random(7, 1e7)));
  },
  "monthly-actor": () => {
    const address = "monthly?year=2025&actor=north-korea";
    return exampleModel(address, columnRows(address, CATEGORY_KEYS, random(19, 1e9)));
  },
  "monthly-nothing": () => {
    const address = "monthly?year=2022";
    return exampleModel(
      address,
      columnRows(address, [], () => 0),
    );
  },
  "monthly-unknown": () => {
    const address = "monthly?year=2022";
    return exampleModel(
      address,
      columnRows(address, ["phishing"], (index) => (index % 4 === 0 ? null : 0)),
    );
  },
  "monthly-one-giant": () => {
    const address = "monthly?year=2022";
    return exampleModel(
      address,
      columnRows(address, CATEGORY_KEYS, (index) => (index === 1 ? 1.46e9 : 1.46e6)),
    );
  },
  "monthly-shares": () => {
    const address = "monthly?year=2023&through=2023-09-15&axis=share";
    return exampleModel(address, columnRows(address, CATEGORY_KEYS, random(53, 1e9)));
  },
  "quarterly-dollars": () => {
    const address = "monthly?from=2019-02-15&interval=quarter&by=technique&dollars=2024";
    const keys = TECHNIQUES.map((term) => term.value);
    return exampleModel(address, columnRows(address, keys, random(59, 4e8)));
  },
  "monthly-medians": () => {
    const address = "monthly?year=2023&through=2023-09-15&measure=median";
    const cell: Cell = (index) => (index % 4 === 1 ? 0 : index === 6 ? null : (index + 1) * 31_007);
    return exampleModel(address, columnRows(address, ["phishing"], cell));
  },
  "quarterly-technique": () => {
    const address = "monthly?from=2019-02-15&interval=quarter&by=technique";
    const keys = TECHNIQUES.map((term) => term.value);
    return exampleModel(address, columnRows(address, keys, random(13, 4e8)));
  },
  yearly: () => {
    const address = "monthly?from=2011-01-01&interval=year";
    return exampleModel(address, columnRows(address, CATEGORY_KEYS, random(17, 5e9)));
  },
  "year-to-date": () =>
    exampleModel("year-to-date?year=2023&through=2023-09-15", {
      chart: "year-to-date",
      years: exampleYears.map(({ year, days }) => ({
        year,
        days: days.map(({ day, ...total }) => ({ day, ...asMeasured(total) })),
      })),
    }),
  "year-to-date-nothing": () =>
    exampleModel("year-to-date?year=2023&through=2023-01-02", {
      chart: "year-to-date",
      years: [{ year: 2023, days: [] }],
    }),
  "year-to-date-log": () =>
    exampleModel("year-to-date?year=2023&through=2023-09-15&axis=log&dollars=2024", {
      chart: "year-to-date",
      years: exampleYears.map(({ year, days }) => ({
        year,
        days: days.map(({ day, ...total }) => ({ day, ...asMeasured(total) })),
      })),
    }),
  "year-to-date-log-nothing": () =>
    exampleModel("year-to-date?year=2023&through=2023-01-02&axis=log", {
      chart: "year-to-date",
      years: [{ year: 2023, days: [] }],
    }),
  actors: () => exampleModel("actors?year=2023", { chart: "actors", breakdown: exampleBreakdown }),
  "actors-levels": () =>
    exampleModel("actors?year=2023&through=2023-09-15", {
      chart: "actors",
      breakdown: exampleBreakdown,
      levels: exampleLevels,
    }),
  "actors-shares": () =>
    exampleModel("actors?year=2023&through=2023-09-15&axis=share", {
      chart: "actors",
      breakdown: exampleBreakdown,
      levels: exampleLevels,
    }),
  "actors-nothing": () =>
    exampleModel("actors?year=2023", {
      chart: "actors",
      breakdown: {
        total: nobody,
        unattributed: nobody,
        actors: [],
        sharedIncidents: 0,
        chargedTogether: 0,
      },
    }),
  techniques: () => exampleModel("techniques?year=2023", split(26)),
  "techniques-fifty": () => exampleModel("techniques?year=2023&top=50", split(28)),
  "techniques-shares": () => exampleModel("techniques?year=2023&axis=share", split(26)),
  "techniques-medians": () => exampleModel("techniques?year=2023&measure=median", split(26)),
  "techniques-two-days": () =>
    exampleModel("techniques?from=2023-01-01&to=2023-01-02&least=1000000", split(4)),
  "techniques-unknown": () => exampleModel("techniques?year=2023", split(8, true)),
  "techniques-nothing": () => exampleModel("techniques?year=2023", split(0)),
  quantiles: () =>
    exampleModel("quantiles", { chart: "quantiles", spreads: exampleYearSpreads(MANY_YEARS) }),
  "quantiles-by-technique": () =>
    exampleModel("quantiles?year=2023&by=technique&dollars=2024", {
      chart: "quantiles",
      spreads: exampleSpreads(names(TECHNIQUES)),
    }),
  "quantiles-unknown": () =>
    exampleModel("quantiles?year=2023", {
      chart: "quantiles",
      spreads: {
        total: exampleSpread(null, [null, null]),
        groups: [exampleSpread("2023", [null, null])],
        names: {},
      },
    }),
  "quantiles-nothing": () =>
    exampleModel("quantiles?year=2023", {
      chart: "quantiles",
      spreads: { total: exampleSpread(null, []), groups: [], names: {} },
    }),
  sizes: () => {
    const sizes = exampleSizes();
    const { amount, incidents } = sumOf(sizes.map((size) => ({ ...size, unknownSize: 0 })));
    const total = { incidents: incidents + 153, unknownSize: 153, amount };
    return exampleModel("sizes", { chart: "sizes", total, sizes });
  },
  "sizes-nothing": () =>
    exampleModel("sizes?year=2023&dollars=2024", { chart: "sizes", total: NOTHING, sizes: [] }),
  thresholds: () =>
    exampleModel("thresholds?year=2023&through=2023-09-15&estimate=high", {
      chart: "thresholds",
      total: { incidents: 300, unknownSize: 12, amount: 1.9e9 },
      thresholds: [
        { least: 1e6, incidents: 140, amount: 1.87e9 },
        { least: 1e7, incidents: 31, amount: 1.5e9 },
        { least: 1e8, incidents: 5, amount: 8.1e8 },
        { least: 1e9, incidents: 0, amount: 0 },
      ],
    }),
  "thresholds-unknown": () =>
    exampleModel("thresholds?year=2023", {
      chart: "thresholds",
      total: { incidents: 3, unknownSize: 3, amount: 0 },
      thresholds: [{ least: 1e6, incidents: 0, amount: 0 }],
    }),
  concentration: () =>
    exampleModel("concentration", {
      chart: "concentration",
      spreads: exampleYearSpreads(MANY_YEARS),
    }),
  "concentration-by-technique": () =>
    exampleModel("concentration?year=2023&by=technique&top=3", {
      chart: "concentration",
      spreads: exampleSpreads(names(TECHNIQUES)),
    }),
  recovery: () =>
    exampleModel("recovery", { chart: "recovery", recoveries: exampleYearRecoveries(MANY_YEARS) }),
  "recovery-by-technique": () =>
    exampleModel("recovery?year=2023&by=technique", {
      chart: "recovery",
      recoveries: exampleRecoveries(names(TECHNIQUES)),
    }),
  "recovery-nothing": () =>
    exampleModel("recovery?year=2023", {
      chart: "recovery",
      recoveries: { total: exampleRecovery(0, 0), groups: [], names: {} },
    }),
  largest: () => {
    const all = dots(1900, "2011-06-13", 5600, 23);
    return exampleModel("largest", {
      chart: "largest",
      total: totalOf(all),
      dots: all.slice(0, 15),
    });
  },
  "largest-no-days": () =>
    exampleModel("largest?year=2019", {
      chart: "largest",
      total: totalOf(datedDots),
      dots: datedDots,
    }),
  "largest-nothing": () => exampleModel("largest", { chart: "largest", total: NOTHING, dots: [] }),
  timeline: () => {
    const all = dots(2000, "2011-06-13", 5600, 29);
    return exampleModel("timeline", { chart: "timeline", total: totalOf(all), dots: all });
  },
  "timeline-one-month": () => {
    const all = dots(30, "2023-09-01", 30, 31);
    return exampleModel("timeline?from=2023-09-01&to=2023-09-30", {
      chart: "timeline",
      total: totalOf(all),
      dots: all,
    });
  },
  "timeline-linear": () => {
    const all = dots(400, "2023-01-01", 365, 37);
    return exampleModel("timeline?year=2023&axis=linear", {
      chart: "timeline",
      total: totalOf(all),
      dots: all,
    });
  },
  "timeline-no-days": () =>
    exampleModel("timeline?year=2019", {
      chart: "timeline",
      total: totalOf(datedDots),
      dots: datedDots,
    }),
  "timeline-nothing": () =>
    exampleModel("timeline?year=2023", { chart: "timeline", total: NOTHING, dots: [] }),
  "actor-years": () => exampleModel("actor-years", actorYearRows(MANY_YEARS)),
  "actor-years-one": () => exampleModel("actor-years?year=2023", actorYearRows([2023])),
  "actor-years-unknown": () => exampleModel("actor-years", actorYearRows([2020, 2021], true)),
  "actor-years-nothing": () =>
    exampleModel("actor-years?year=2023", {
      chart: "actor-years",
      actors: [],
      rows: [],
      unattributed: [],
      years: [],
    }),
};

const LONG_SEARCH = "x".repeat(100);
const EVERY_FILTER = `actor=north-korea&confidence=confirmed&category=phishing&technique=approval-phishing&target=payment-processor&chain=bsc&least=2500000&estimate=low&q=${LONG_SEARCH}`;

/** Charts that so much is filtered by that no short title names it. */
export const FILTERED_CHARTS: Record<string, () => ChartModel> = {
  "monthly-every-filter": () => {
    const address = `monthly?from=2023-02-12&to=2023-11-03&${EVERY_FILTER}`;
    return exampleModel(address, columnRows(address, ["phishing"], random(41, 1e9)));
  },
  "year-to-date-every-filter": () =>
    exampleModel(`year-to-date?year=2023&through=2023-09-15&${EVERY_FILTER}&measure=net`, {
      chart: "year-to-date",
      years: exampleYears.map(({ year, days }) => ({
        year,
        days: days.map(({ day, ...total }) => ({ day, ...asMeasured(total) })),
      })),
    }),
  "largest-every-filter": () => {
    const all = dots(60, "2022-08-12", 380, 43);
    return exampleModel(`largest?from=2022-08-12&to=2023-09-03&${EVERY_FILTER}`, {
      chart: "largest",
      total: totalOf(all),
      dots: all.slice(0, 15),
    });
  },
  "timeline-search": () => {
    const all = dots(200, "2023-01-01", 365, 47);
    return exampleModel(`timeline?year=2023&q=${"wide words of many ".repeat(5).trim()}`, {
      chart: "timeline",
      total: totalOf(all),
      dots: all,
    });
  },
};
