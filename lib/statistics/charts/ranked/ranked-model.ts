import { shareBars, shareOfTotal } from "@/lib/statistics/charts/bars/bar-shares";
import type { BarModel, BarPlot, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import { chainNotes } from "@/lib/statistics/charts/columns/columns-text";
import { amountKindOf, amountText } from "@/lib/statistics/charts/model/amount";
import type { ChartContext, ChartNumbers } from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  columnName,
  shareColumn,
  textColumn,
  unknownCells,
  unknownColumns,
  WHOLE,
} from "@/lib/statistics/charts/model/chart-numbers";
import { amountAxis } from "@/lib/statistics/charts/model/money-axis";
import { isNobody, nobodyLabel } from "@/lib/statistics/charts/model/segment-series";
import {
  amountHeading,
  barTable,
  capital,
  countAside,
  knownAmount,
  restBar,
  restOf,
  shareText,
} from "@/lib/statistics/charts/text/bar-text";
import {
  measureNoun,
  type Span,
  sourceText,
  spanText,
  subtitleOf,
  unknownSizeNotes,
} from "@/lib/statistics/charts/text/chart-text";
import { alternativeText, titleParts, titlesOf } from "@/lib/statistics/charts/text/chart-title";
import { shareSubject, totalShareNotes } from "@/lib/statistics/charts/text/scale-text";
import type { Axis, Dimension, Measure } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { incidentsText, unknownSizeText } from "@/lib/statistics/totals/incident-count";
import type { Segmented, SegmentTotal } from "@/lib/statistics/totals/measured";
import { fileKey, NOBODY } from "@/lib/statistics/totals/own-parts";

export type RankedDimension = Exclude<Dimension, "actor" | "category">;

interface RankedSegments extends ChartContext {
  measure: Measure;
  /** Left out for a linear one. */
  axis?: Axis;
  by: RankedDimension;
  span: Span;
  split: Segmented;
  /** Bars at most, the unknown and the rest among them. */
  top: number;
  /** The incidents of a segment; null where no list holds just these. */
  hrefFor?: ((key: string | null) => string | null) | undefined;
}

const WORDS: Record<RankedDimension, { title: string; one: string; many: string }> = {
  technique: { title: "technique", one: "technique", many: "techniques" },
  target: { title: "kind of target", one: "kind of target", many: "kinds of target" },
  chain: { title: "chain", one: "chain", many: "chains" },
};

/** The largest segments of a total as bars with their shares; what nobody knows is last. */
export function rankedSegments(input: RankedSegments): BarModel {
  const { by, hrefFor, measure, span, split, top } = input;
  const kind = amountKindOf(measure);
  const words = WORDS[by];
  const toBar = (segment: SegmentTotal): RankedBar => {
    const amount = knownAmount(segment);
    const share = measure === "median" ? "" : shareText(amount, split.total.amount);
    return {
      key: segment.key ?? NOBODY,
      label: isNobody(by, segment.key)
        ? nobodyLabel(by)
        : (split.names[segment.key ?? ""] ?? segment.key ?? ""),
      kind: isNobody(by, segment.key) ? "nobody" : "part",
      depth: 0,
      amount,
      incidents: segment.incidents,
      unknownSize: segment.unknownSize,
      aside:
        measure === "median"
          ? countAside(measure, segment)
          : [share, measure === "count" ? "" : incidentsText(segment.incidents)]
              .filter((text) => text !== "")
              .join(", "),
      range: null,
      href: hrefFor ? hrefFor(segment.key) : null,
    };
  };
  const several = split.parts.filter((segment) => segment.key === SEVERAL).map(toBar);
  const named = split.parts.filter(
    (segment) => !isNobody(by, segment.key) && segment.key !== SEVERAL,
  );
  const nobody = split.parts.filter((segment) => isNobody(by, segment.key)).map(toBar);
  const room = top - nobody.length - several.length;
  const shown = named.length > room ? named.slice(0, room - 1) : named;
  const rest = named.slice(shown.length);
  const bars = [
    ...shown.map(toBar),
    ...(rest.length > 0 ? [restBar(measure, restOf(rest), words)] : []),
    ...several,
    ...nobody,
  ];
  const plot: BarPlot = {
    kind: "bars",
    axis: amountAxis(
      kind,
      Math.max(0, ...bars.map((bar) => bar.amount ?? 0)),
      bars.map((bar) => bar.amount),
    ),
    bars,
  };
  const drawn = input.axis === "share" ? shareBars(plot, split.total, measure) : plot;
  const all = [...named.map(toBar), ...several, ...nobody];
  const title = titleParts(
    {
      subject: input.axis === "share" ? shareSubject(measureNoun(measure)) : measureNoun(measure),
      split: `by ${words.title}`,
    },
    input,
    span,
  );
  return {
    kind: "bars",
    ...titlesOf(title),
    subtitle: subtitleOf(measure, drawn.axis, input.ruleText, spanText(span), input.dollars),
    source: sourceText(input.version),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...(input.axis === "share"
        ? totalShareNotes(measure, amountText(kind, split.total.amount))
        : []),
      ...(by === "chain" ? chainNotes(split.overlapping, several.length > 0) : []),
      ...unknownSizeNotes(split.total.unknownSize, measure),
    ],
    alternative: alternativeText("Bar chart", title, finding(input, largestOf(all))),
    asOf: span.to,
    plot: drawn,
    table: barTable(capital(words.title), measure, all, split.total, {
      heading: amountHeading(measure, input.dollars),
      hasShares: input.axis === "share",
    }),
    numbers: numbersOf(input, all),
  };
}

/** The bar with the most; of those before the unknown where they have as much. */
function largestOf(bars: readonly RankedBar[]): RankedBar | undefined {
  const named = bars.filter((bar) => bar.kind !== "nobody");
  return (named.length > 0 ? named : bars).toSorted(
    (one, other) => (other.amount ?? 0) - (one.amount ?? 0),
  )[0];
}

function finding({ measure, split }: RankedSegments, largest: RankedBar | undefined): string {
  const { total } = split;
  if (total.incidents === 0) return "nothing is recorded";
  if (largest === undefined || largest.amount === null || largest.amount === 0) {
    return total.unknownSize === total.incidents
      ? unknownSizeText(total.incidents)
      : "nothing above zero is recorded";
  }
  const share = shareText(largest.amount, total.amount);
  const amount = amountText(amountKindOf(measure), largest.amount);
  if (measure === "median")
    return `${whichText(largest)} is the largest by its median with ${amount}, against ${amountText("usd", total.amount)} of all incidents`;
  return `${whichText(largest)} is the largest with ${amount}, ${share} of the total`;
}

function whichText(largest: RankedBar): string {
  const which =
    largest.key === SEVERAL
      ? "the part on several chains"
      : largest.kind === "nobody"
        ? "the part not known"
        : largest.label;
  return which;
}

function numbersOf(
  { by, measure, split }: RankedSegments,
  bars: readonly RankedBar[],
): ChartNumbers {
  const amount = amountColumn(measure);
  return chartNumbers(
    measure,
    {
      columns: [
        textColumn(columnName(by), WORDS[by].title),
        textColumn("name", "what it is called"),
        amount,
        ...(measure === "median" ? [] : [shareColumn()]),
        ...unknownColumns(measure),
      ],
      rows: bars.map((bar) => [
        fileKey(by, bar.key),
        bar.label,
        bar.amount,
        ...(measure === "median" ? [] : [shareOfTotal(bar.amount, split.total)]),
        ...unknownCells(measure, bar),
      ]),
    },
    measure === "median" ? null : { column: amount.name, by: null, level: null },
    [[WHOLE, split.total]],
  );
}
