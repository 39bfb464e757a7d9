import { parsePeriod, periodBefore, samePeriodYearBefore } from "@/lib/statistics/periods/period";
import type { PeriodData } from "@/lib/statistics/periods/period-data";
import {
  type PeriodContext,
  type PeriodModel,
  periodModel,
} from "@/lib/statistics/periods/period-model";
import type { ActorTotal, PeriodTotal } from "@/lib/statistics/totals/totals";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";

// Periods as tests draw them: a usual one, one that has not ended, an empty one, one of only unknown sizes.

const context: PeriodContext = {
  version: { number: 412, publishedOn: "2026-11-22" },
  permanentUrl: "https://lossline.example/v/412/periods/2023-08?through=2023-08-31",
  incidents: () => "/incidents",
  incident: (slug) => `/incidents/${slug}`,
  period: ({ period }) => `/periods/${period.key}`,
};

const total = (lossUsd: number, incidents: number, unknownSize = 0): PeriodTotal => ({
  lossUsd,
  incidents,
  unknownSize,
  returnedUsd: lossUsd / 10,
  returnedIncidents: lossUsd > 0 ? 3 : 0,
});

const NAMES = [
  "Exchange hot-wallet theft",
  "Bridge verification exploit of unusual length and consequence (September)",
  "Rug pull",
  "Governance takeover",
  "Signer deception",
  "Oracle manipulation",
  "Address poisoning of a large holder",
];

interface Example {
  key: string;
  through?: string;
  usd: number;
  incidents: number;
  unknownSize?: number;
  actors?: string[];
  /** Incidents that the period may hold. */
  unplaced?: number;
  coverage?: Pick<PeriodContext, "coverage" | "covered">;
}

function example({
  key,
  through,
  usd,
  incidents,
  unknownSize,
  actors = [],
  unplaced,
  coverage,
}: Example) {
  const period = parsePeriod(key);
  if (period === null) throw new Error(`no period ${key}`);
  const view = { period, through: through ?? period.to };
  const [before, yearBefore] = [periodBefore(view), samePeriodYearBefore(view)];
  const all = total(usd, incidents, unknownSize);
  const known = usd > 0;
  const shares = [0.5, 0.2, 0.15, 0.1, 0.049, 0.001];
  const actorTotals: ActorTotal[] = actors.map((name, index) => ({
    slug: `actor-${index}`,
    name,
    incidents: 2,
    unknownSize: 0,
    lossUsd: usd / (index + 3),
    parts: [],
  }));
  const data: PeriodData = {
    view,
    total: all,
    comparable: total(usd, Math.floor(incidents / 4)),
    before: { view: before, total: total(usd * 0.4, 20), comparable: total(usd * 0.3, 5) },
    yearBefore: { view: yearBefore, total: total(usd * 3.2, 31), comparable: total(usd * 3, 8) },
    yearToDate: total(usd * 5, 200),
    yearToDateBefore: total(usd * 7, 250),
    categories: known
      ? CATEGORIES.map(({ value }, index) => ({
          category: value,
          ...total(usd * (shares[index] ?? 0), 5),
        }))
      : [],
    largest: known
      ? NAMES.map((name, index) => ({
          slug: `incident-${index}`,
          name,
          target: name,
          targetKind: "exchange",
          occurredOn: `${period.from.slice(0, 8)}${10 + index}`,
          category: "wallet-compromise",
          technique: "unknown",
          chains: [],
          lossUsd: usd / (index + 2),
          lossUsdLow: null,
          lossUsdHigh: null,
          returnedUsd: null,
          attributedTo: [],
          sourcing: [],
        }))
      : [],
    byActor: {
      total: all,
      unattributed: total(usd * 0.6, incidents, unknownSize),
      actors: actorTotals,
      sharedIncidents: 0,
      chargedTogether: 0,
    },
    levels: actorTotals.flatMap(({ slug, lossUsd }, index) =>
      (["confirmed", "likely", "suspected"] as const)
        .slice(index % 3)
        .map((confidence, _, all) => ({
          actor: slug,
          confidence,
          incidents: 1,
          unknownSize: 0,
          amount: lossUsd / all.length,
        })),
    ),
    months: Array.from({ length: 24 }, (_, index) => ({
      key: `${period.year - 1 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
      lossUsd: ((index * 37) % 23) * 11e6 + (index === 9 ? 764e6 : 0),
      incidents: 9,
      unknownSize: 0,
    })),
    quarters: [],
    unplaced: total((unplaced ?? 0) * 25_000_000, unplaced ?? 0),
  };
  return periodModel(data, { ...context, ...(coverage === undefined ? {} : coverage) });
}

/** Models of periods by what is particular about each. */
export const EXAMPLE_PERIODS: Record<string, () => PeriodModel> = {
  month: () =>
    example({
      key: "2023-08",
      usd: 37_100_000,
      incidents: 57,
      unknownSize: 3,
      actors: ["North Korea"],
    }),
  quarter: () =>
    example({
      key: "2023-Q3",
      usd: 677_000_000,
      incidents: 158,
      actors: [
        "North Korea",
        "A group with a name that is long",
        "Somebody",
        "Somebody else",
        "More",
      ],
    }),
  year: () => example({ key: "2023", usd: 1_880_000_000, incidents: 568, unplaced: 2 }),
  unfinished: () =>
    example({
      key: "2026-Q4",
      through: "2026-11-22",
      usd: 999_000,
      incidents: 12,
      unknownSize: 4,
      coverage: {
        coverage: {
          families: [],
          missing: [{ from: "2025-10", to: "2025-12", note: "Thefts from persons." }],
        },
        covered: { through: "2026-11-22", young: { from: "2026-10-25", within: 29 } },
      },
    }),
  empty: () => example({ key: "2016-01", usd: 0, incidents: 0 }),
  unknown: () => example({ key: "2020-01", usd: 0, incidents: 2, unknownSize: 2 }),
};
