import type { ActorLevel } from "@/lib/statistics/totals/actor-levels";
import type { ActorBreakdown, DayTotal, MonthCategoryTotal } from "@/lib/statistics/totals/totals";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** Made-up rows for the tests of the charts. */

export const exampleContext = {
  version: 412,
  permanentUrl: "https://lossline.example/v/412/?year=2023&through=2023-09-15",
  ruleText: "gross, best estimates",
};

export function monthRow(
  month: string,
  category: MonthCategoryTotal["category"],
  lossUsd: number,
  incidents = 1,
  unknownSize = 0,
): MonthCategoryTotal {
  return { month, category, lossUsd, incidents, unknownSize };
}

export function dayRow(day: string, lossUsd: number, unknownSize = 0): DayTotal {
  return { day, lossUsd, incidents: 1 + unknownSize, unknownSize };
}

export const exampleMonths: MonthCategoryTotal[] = [
  monthRow("2023-01", "contract-exploit", 8_956_000, 12, 1),
  monthRow("2023-01", "exit-scam", 5_417_000, 9),
  monthRow("2023-03", "flash-loan", 197_612_661, 14),
  monthRow("2023-03", "phishing", 12_524_793, 3),
  monthRow("2023-04", "unknown", 1, 1),
  monthRow("2023-05", "phishing", 0, 2, 2),
  monthRow("2023-07", "wallet-compromise", 107_300_000, 6),
  monthRow("2023-07", "unknown", 126_300_000, 1),
  monthRow("2023-09", "wallet-compromise", 98_500_000, 5),
  monthRow("2023-09", "phishing", 23_333_489, 4),
];

export const exampleYears = [
  {
    year: 2023,
    days: [dayRow("2023-01-02", 20e6), dayRow("2023-03-13", 197e6, 3), dayRow("2023-09-12", 54e6)],
  },
  {
    year: 2022,
    days: [dayRow("2022-02-02", 326e6), dayRow("2022-03-23", 624e6), dayRow("2022-10-06", 570e6)],
  },
  { year: 2020, days: [dayRow("2020-02-29", 1e6), dayRow("2020-09-25", 281e6)] },
  { year: 2021, days: [dayRow("2021-08-10", 611e6), dayRow("2021-12-02", 120e6, 1)] },
];

const levelOf =
  (actor: string) =>
  (confidence: Confidence, incidents: number, amount: number): ActorLevel => ({
    actor,
    confidence,
    incidents,
    unknownSize: 0,
    amount,
  });

/** The actors of the breakdown by how surely they are named. */
export const exampleLevels: ActorLevel[] = [
  levelOf("north-korea")("confirmed", 5, 250_000_000.5),
  levelOf("north-korea")("likely", 2, 40_000_000),
  levelOf("north-korea")("suspected", 4, 39_999_999.5),
  levelOf("dprk-it-workers")("suspected", 2, 5_720_000),
  levelOf("lazarus-group")("confirmed", 5, 250_000_000.5),
  levelOf("lazarus-group")("suspected", 4, 73_999_999.5),
  levelOf("tradertraitor")("confirmed", 5, 292_000_000),
  levelOf("a-thief")("likely", 2, 24_000_000),
  { ...levelOf("nobody-knows")("suspected", 1, 0), unknownSize: 1 },
];

export const exampleBreakdown: ActorBreakdown = {
  total: { incidents: 60, unknownSize: 4, lossUsd: 1_150_000_000 },
  unattributed: { incidents: 48, unknownSize: 4, lossUsd: 801_000_000 },
  sharedIncidents: 1,
  chargedTogether: 0,
  actors: [
    {
      slug: "north-korea",
      name: "North Korea",
      incidents: 11,
      unknownSize: 0,
      lossUsd: 330_000_000,
      parts: [
        {
          slug: "dprk-it-workers",
          name: "North Korean IT workers",
          incidents: 2,
          unknownSize: 0,
          lossUsd: 5_720_000,
          parts: [],
        },
        {
          slug: "lazarus-group",
          name: "Lazarus Group",
          incidents: 9,
          unknownSize: 0,
          lossUsd: 324_000_000,
          parts: [
            {
              slug: "tradertraitor",
              name: "TraderTraitor",
              incidents: 5,
              unknownSize: 0,
              lossUsd: 292_000_000,
              parts: [],
            },
          ],
        },
      ],
    },
    {
      slug: "a-thief",
      name: "A thief",
      incidents: 2,
      unknownSize: 0,
      lossUsd: 24_000_000,
      parts: [],
    },
    {
      slug: "nobody-knows",
      name: "Whose loot is unknown",
      incidents: 1,
      unknownSize: 1,
      lossUsd: 0,
      parts: [],
    },
  ],
};
