import type { Coverage } from "@/lib/record/coverage/coverage";
import type { SourceLag } from "@/lib/record/coverage/source-lag";
import type { Version } from "@/lib/record/versions/version";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import type { DataTable } from "@/lib/statistics/charts/model/chart-model";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import { NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import { PRICE_INDEX, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";

/** Everything that a chart's files are written from. */
export interface ChartDocument {
  model: ChartModel;
  view: ChartView;
  version: Pick<Version, "number" | "publishedOn" | "log" | "logInAllFiles">;
  /** Null where the version does not say how far editors had looked. */
  coverage: Coverage | null;
  /** Null where too few incidents tell. */
  lag: SourceLag | null;
}

/**
 * How far editors had looked, for programs; null where the version does not say. `sourceLagDays` is within how many
 * days what share of thefts had their first source.
 */
export function coverageBlock({ coverage, lag }: Pick<ChartDocument, "coverage" | "lag">) {
  if (coverage === null) return null;
  const { coveredThrough, statement, threshold, families, missing } = coverage;
  return {
    coveredThrough,
    statement,
    threshold,
    families: families.map(({ name, kind, from, to }) => ({ name, kind, from, to })),
    missing,
    sourceLagDays: lag && {
      incidents: lag.incidents,
      "50 %": lag.half,
      "90 %": lag.nineOfTen,
      "95 %": lag.nineteenOfTwenty,
    },
  };
}

/** A chart as JSON: what it is, where it is from, its rule, its numbers row by row, and apart what they add up to. */
export function writeJson(document: ChartDocument): string {
  const { model, view, version } = document;
  const { columns, sums, totals } = model.numbers;
  const { filters, ...rule } = view;
  const head = {
    title: model.title,
    subtitle: model.subtitle,
    alternative: model.alternative,
    notes: model.notes,
    source: model.source,
    version: version.number,
    publishedOn: version.publishedOn,
    countingRules: NEWEST_RULES,
    coverage: coverageBlock(document),
    licence: { name: LICENCE_NAME, address: LICENCE_URL },
    address: model.address,
    shortId: model.shortId,
    asOf: model.asOf,
    numbersDigest: numbersDigest(model.numbers),
    ...(version.log === null ? {} : { log: version.log }),
    rule: { ...rule, ...filters },
    ...(view.dollars === undefined
      ? {}
      : { priceIndex: { ...PRICE_INDEX_SOURCE, averages: PRICE_INDEX } }),
    columns: columns.map(({ name, title, unit, kind }) => ({ name, title, unit, kind })),
    sums,
    totals: objectsOf(totals),
  };
  const lines = objectsOf(model.numbers).map((row) => `    ${JSON.stringify(row)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `${JSON.stringify(head, null, 2).replace(/\n\}$/, "")},\n  "rows": ${list}\n}\n`;
}

function objectsOf({ columns, rows }: DataTable): Record<string, string | number | null>[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ name }, place) => [name, cells[place] ?? null])),
  );
}
