import { shareBars, shareOfTotal } from "@/lib/statistics/charts/bars/bar-shares";
import type { BarModel, BarPlot, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import { chainNotes } from "@/lib/statistics/charts/columns/columns-text";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
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
  barTable,
  countAside,
  knownAmount,
  restBar,
  restOf,
  shareText,
} from "@/lib/statistics/charts/text/bar-text";
import {
  dimensionNoun,
  measureNoun,
  type Span,
  sourceText,
  spanText,
  subtitleOf,
  unknownSizeNotes,
} from "@/lib/statistics/charts/text/chart-text";
import { alternativeText, titleParts, titlesOf } from "@/lib/statistics/charts/text/chart-title";
import type { Axis, Dimension, Measure } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
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

/** The largest segments of a total as bars with their shares; what nobody knows is last. */
export function rankedSegments(input: RankedSegments): BarModel {
  const { by, hrefFor, measure, span, split, top, words = ENGLISH } = input;
  const kind = amountKindOf(measure);
  const toBar = (segment: SegmentTotal): RankedBar => {
    const amount = knownAmount(segment);
    const share = measure === "median" ? "" : shareText(amount, split.total.amount, words);
    return {
      key: segment.key ?? NOBODY,
      label: isNobody(by, segment.key)
        ? nobodyLabel(by, words)
        : (split.names[segment.key ?? ""] ?? segment.key ?? ""),
      kind: isNobody(by, segment.key) ? "nobody" : "part",
      depth: 0,
      amount,
      incidents: segment.incidents,
      unknownSize: segment.unknownSize,
      aside:
        measure === "median"
          ? countAside(measure, segment, words)
          : [share, measure === "count" ? "" : words.incidents(segment.incidents)]
              .filter((text) => text !== "")
              .join(words.comma),
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
    ...(rest.length > 0 ? [restBar(measure, restOf(rest), by, words)] : []),
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
  const drawn = input.axis === "share" ? shareBars(plot, split.total, measure, words) : plot;
  const all = [...named.map(toBar), ...several, ...nobody];
  const title = titleParts(
    {
      subject: input.axis === "share" ? words.share[measure] : measureNoun(measure, words),
      split: words.split([dimensionNoun(by, words)]),
    },
    input,
    span,
    words,
  );
  return {
    kind: "bars",
    ...titlesOf(title, words),
    subtitle: subtitleOf(measure, drawn.axis, input.ruleText, spanText(span, words), {
      words,
      dollars: input.dollars,
    }),
    source: sourceText(input.version, words),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...(input.axis === "share"
        ? [words.note.totalShare(measure, amountText(kind, split.total.amount, words))]
        : []),
      ...(by === "chain" ? chainNotes(split.overlapping, several.length > 0, words) : []),
      ...unknownSizeNotes(split.total.unknownSize, measure, words),
    ],
    alternative: alternativeText(words.kind.bars, title, finding(input, largestOf(all)), words),
    asOf: span.to,
    plot: drawn,
    table: barTable(by, measure, all, split.total, {
      words,
      dollars: input.dollars,
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

function finding(
  { measure, split, words = ENGLISH }: RankedSegments,
  largest: RankedBar | undefined,
): string {
  const { total } = split;
  const said = words.finding;
  if (total.incidents === 0) return said.nothing;
  if (largest === undefined || largest.amount === null || largest.amount === 0) {
    return total.unknownSize === total.incidents
      ? said.sizeUnknown(total.incidents)
      : said.nothingAboveZero;
  }
  const share = shareText(largest.amount, total.amount, words);
  const amount = amountText(amountKindOf(measure), largest.amount, words);
  const which =
    largest.key === SEVERAL
      ? said.severalChains
      : largest.kind === "nobody"
        ? said.partNotKnown
        : largest.label;
  return measure === "median"
    ? said.largestMedian(which, amount, amountText("usd", total.amount, words))
    : said.largestOf(which, amount, share);
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
        textColumn(columnName(by), dimensionNoun(by)),
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
