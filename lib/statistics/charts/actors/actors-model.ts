import { shareBars, shareOfTotal } from "@/lib/statistics/charts/bars/bar-shares";
import type { BarModel, BarPlot, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import {
  ACTOR_COLUMNS,
  OVERLAP_CELLS,
  overlapOf,
} from "@/lib/statistics/charts/model/actor-numbers";
import { amountKindOf, amountText, formatAmountExact } from "@/lib/statistics/charts/model/amount";
import type {
  ChartContext,
  ChartNumbers,
  ChartTable,
} from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  shareColumn,
  textColumn,
  unknownCells,
  unknownColumns,
  WHOLE,
} from "@/lib/statistics/charts/model/chart-numbers";
import { amountAxis } from "@/lib/statistics/charts/model/money-axis";
import {
  type BarTotal,
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
import type { Axis, Measure } from "@/lib/statistics/rules/parameters";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import {
  type ActorLevel,
  type LevelAmount,
  levelsFrom,
  rangeText,
} from "@/lib/statistics/totals/actor-levels";
import type { Level } from "@/lib/statistics/totals/level";
import { UNATTRIBUTED } from "@/lib/statistics/totals/own-parts";
import type { ActorBreakdown, ActorTotal, Total } from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The incidents of an actor and its parts; null for those attributed to nobody. */
type ActorHref = (actor: string | null) => string | null;

interface ActorLosses extends ChartContext {
  year: number;
  /** The last day counted; of `year`. */
  through: Day;
  breakdown: ActorBreakdown;
  levels?: readonly ActorLevel[] | undefined;
  least?: Confidence;
  hrefFor?: ActorHref;
}

interface ActorTree extends ChartContext {
  measure: Measure;
  /** Left out for a linear one. */
  axis?: Axis;
  span: Span;
  /** Its amounts are the measure's. */
  breakdown: ActorBreakdown;
  /** The same by how surely each actor is named; left out where that is not shown. */
  levels?: readonly ActorLevel[] | undefined;
  /** The least confidence that counts. */
  least?: Confidence;
  /** Bars that a reader can take in at once, the unattributed and the rest among them. */
  top: number;
  hrefFor?: ActorHref | undefined;
}

const MOST_BARS = 12;

const barTotal = ({ incidents, unknownSize, lossUsd }: Total): BarTotal => ({
  incidents,
  unknownSize,
  amount: lossUsd,
});

function flatten(actors: readonly ActorTotal[], depth = 0): { actor: ActorTotal; depth: number }[] {
  return [...actors]
    .sort((first, second) => second.lossUsd - first.lossUsd)
    .flatMap((actor) => [{ actor, depth }, ...flatten(actor.parts, depth + 1)]);
}

/** A year's losses by actor. */
export function actorBreakdown({ year, through, ...input }: ActorLosses): BarModel {
  const span = { from: `${year}-01-01`, to: through };
  return actorTree({ ...input, measure: "gross", span, top: MOST_BARS });
}

/**
 * The tree of actors as bars, each whole before its parts, and last what is attributed to nobody.
 * Actors beyond the largest are named as a row without a bar: their incidents may overlap, so that no
 * sum of them would be honest.
 */
export function actorTree(input: ActorTree): BarModel {
  const { breakdown, hrefFor, measure, span, words = ENGLISH } = input;
  const tree = flatten(breakdown.actors);
  const byActor = grouped(input.levels ?? [], (level) => level.actor);
  const shownLevels = shownOf(input);
  const levelsOf = (slug: string) =>
    (shownLevels ?? []).flatMap(
      (confidence) => byActor.get(slug)?.filter((level) => level.confidence === confidence) ?? [],
    );
  // A whole is never smaller than its part and comes before it, so the largest always hold their wholes.
  const shown = new Set(
    [...tree]
      .sort((first, second) => second.actor.lossUsd - first.actor.lossUsd)
      .slice(0, input.top - 1),
  );
  const toBar = ({ actor, depth }: { actor: ActorTotal; depth: number }): RankedBar => ({
    key: actor.slug,
    label: actor.name,
    kind: "part",
    depth,
    amount: knownAmount(barTotal(actor)),
    incidents: actor.incidents,
    unknownSize: actor.unknownSize,
    aside: countAside(measure, barTotal(actor), words),
    range: null,
    ...(shownLevels === undefined ? {} : { levels: levelsOf(actor.slug) }),
    href: hrefFor ? hrefFor(actor.slug) : null,
  });
  const bars = tree.filter((node) => shown.has(node)).map(toBar);
  const left = tree.filter((node) => !shown.has(node)).map((node) => barTotal(node.actor));
  if (left.length > 0) bars.push(restBar(measure, restOf(left), "actor", words));
  const nobody = barTotal(breakdown.unattributed);
  if (nobody.incidents > 0) {
    bars.push({
      key: UNATTRIBUTED,
      label: words.label.notAttributed,
      kind: "nobody",
      depth: 0,
      amount: knownAmount(nobody),
      incidents: nobody.incidents,
      unknownSize: nobody.unknownSize,
      aside: countAside(measure, nobody, words),
      range: null,
      href: hrefFor ? hrefFor(null) : null,
    });
  }
  const kind = amountKindOf(measure);
  const plot: BarPlot = {
    kind: "bars",
    axis: amountAxis(
      kind,
      Math.max(0, ...bars.map((bar) => bar.amount ?? 0)),
      bars.flatMap((bar) => [
        bar.amount,
        ...(bar.levels ?? []).slice(0, 1).map((level) => level.amount),
      ]),
    ),
    bars,
    ...(shownLevels === undefined ? {} : { levels: shownLevels }),
  };
  const isShare = input.axis === "share";
  const whole = barTotal(breakdown.total);
  const drawn = isShare ? shareBars(plot, whole, measure, words) : plot;
  const subject = isShare ? words.share[measure] : measureNoun(measure, words);
  const split = words.split([dimensionNoun("actor", words)]);
  const title = titleParts({ subject, split }, input, span, words);
  const all = [...tree.map(toBar), ...bars.filter((bar) => bar.kind === "nobody")];
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
      ...(isShare ? shareNotes(measure, whole, words) : []),
      ...notesOf(breakdown, bars, measure, shownLevels, words),
    ],
    alternative: alternativeText(
      words.kind.bars,
      title,
      finding(breakdown, tree[0]?.actor, measure, {
        levels: levelsOf(tree[0]?.actor.slug ?? ""),
        least: input.least ?? DEFAULT_CONFIDENCE,
        words,
        isShare,
      }),
      words,
    ),
    asOf: span.to,
    plot: drawn,
    table: withLevels(
      barTable("actor", measure, all, whole, {
        words,
        dollars: input.dollars,
        hasShares: isShare,
      }),
      all,
      shownLevels,
      measure,
      words,
    ),
    numbers: numbersOf(all, breakdown, measure, isShare),
  };
}

/** The levels that bars are divided by; a version in which nobody was acquitted names no such level. */
function shownOf({ levels, least = DEFAULT_CONFIDENCE }: ActorTree): Level[] | undefined {
  if (levels === undefined) return undefined;
  const hasAcquitted = levels.some((level) => level.confidence === "acquitted");
  return levelsFrom(least).filter((level) => level !== "acquitted" || hasAcquitted);
}

/** What 100 % of the bars of a tree is, which add up to more. */
function shareNotes(measure: Measure, whole: BarTotal, { note, ...words }: ChartWords): string[] {
  return [
    note.totalShare(measure, amountText(amountKindOf(measure), whole.amount, words)),
    note.treeShare,
  ];
}

const CONFIDENCE_COLUMN = textColumn(
  "confidence",
  "how sure the surest statement is that names the actor or a part of it: confirmed, likely or suspected; acquitted where a court has acquitted the person, and no confidence is said; the rows of an actor add up",
);

/** The table with a column for each level behind the amounts that they add up to. */
function withLevels(
  table: ChartTable,
  bars: readonly RankedBar[],
  levels: readonly Level[] | undefined,
  measure: Measure,
  words: ChartWords,
): ChartTable {
  if (levels === undefined) return table;
  const kind = amountKindOf(measure);
  const [header = "", amount = "", ...others] = table.columns;
  return {
    columns: [header, amount, ...levels.map((level) => words.table.ofWhich(level)), ...others],
    rows: table.rows.map((row, index) => {
      const [first, ...rest] = row.cells;
      const own = bars[index]?.levels;
      const cells = levels.map((level) => {
        const part = own?.find(({ confidence }) => confidence === level);
        const text = part === undefined ? "" : formatAmountExact(kind, knownAmount(part), words);
        return { text, href: null };
      });
      return { ...row, cells: first === undefined ? cells : [first, ...cells, ...rest] };
    }),
  };
}

function notesOf(
  breakdown: ActorBreakdown,
  bars: readonly RankedBar[],
  measure: Measure,
  levels: readonly Level[] | undefined,
  words: ChartWords,
): string[] {
  const { note } = words;
  const notes: string[] = [];
  if (levels !== undefined && bars.some((bar) => (bar.levels?.length ?? 0) > 1)) {
    notes.push(note.levels(levels.filter((level) => level !== "acquitted")));
  }
  if (bars.some((bar) => bar.levels?.some((level) => level.confidence === "acquitted"))) {
    notes.push(note.acquitted);
  }
  if (bars.some((bar) => bar.depth > 0)) notes.push(note.indentedBars);
  const { chargedTogether, sharedIncidents } = breakdown;
  if (sharedIncidents > 0)
    notes.push(
      note.sharedActors(sharedIncidents) + note.chargedTogether(sharedIncidents, chargedTogether),
    );
  return [...notes, ...unknownSizeNotes(breakdown.total.unknownSize, measure, words)];
}

function finding(
  breakdown: ActorBreakdown,
  largest: ActorTotal | undefined,
  measure: Measure,
  {
    levels,
    least,
    words,
    isShare,
  }: {
    levels: readonly LevelAmount[];
    least: Confidence;
    words: ChartWords;
    isShare: boolean;
  },
): string {
  const { total, unattributed } = breakdown;
  const said = words.finding;
  const isSurely = least !== DEFAULT_CONFIDENCE;
  const kind = amountKindOf(measure);
  const text = (of: Total) => amountText(kind, knownAmount(barTotal(of)), words);
  if (total.incidents === 0) return said.nothing;
  if (largest === undefined) return said.nobodyNamed(total.incidents, isSurely);
  if (largest.lossUsd === 0) return said.noAmountNamed;
  const isMany = measure === "count" && unattributed.lossUsd !== 1;
  const rest =
    unattributed.incidents > 0 ? said.restNamed(text(unattributed), isMany, isSurely) : "";
  const range = rangeText(levels, (amount) => amountText(kind, amount, words), words);
  const share = isShare ? shareText(largest.lossUsd, total.lossUsd, words) : null;
  return said.mostNamed(largest.name, range ?? text(largest), share) + rest;
}

function numbersOf(
  bars: readonly RankedBar[],
  breakdown: ActorBreakdown,
  measure: Measure,
  isShare: boolean,
): ChartNumbers {
  const wholes: RankedBar[] = [];
  const hasLevels = bars.some((bar) => bar.levels !== undefined);
  const total = barTotal(breakdown.total);
  const amountCells = (of: number | null) => (isShare ? [of, shareOfTotal(of, total)] : [of]);
  const rows = bars.flatMap((bar) => {
    wholes.splice(bar.depth);
    const whole = wholes.at(-1);
    wholes.push(bar);
    const cells = [bar.key, bar.label, bar.depth + 1, whole?.key ?? null];
    if (!hasLevels) return [[...cells, ...amountCells(bar.amount), ...unknownCells(measure, bar)]];
    if (bar.levels === undefined)
      return [[...cells, null, ...amountCells(bar.amount), ...unknownCells(measure, bar)]];
    return bar.levels.map((level) => [
      ...cells,
      level.confidence,
      ...amountCells(knownAmount(level)),
      ...unknownCells(measure, level),
    ]);
  });
  const first = [...breakdown.actors, breakdown.unattributed].map(barTotal);
  const overlap = overlapOf(total, first).map((of) => [
    ...OVERLAP_CELLS,
    ...(hasLevels ? [null] : []),
    ...amountCells(of.amount),
    ...unknownCells(measure, of),
  ]);
  const amount = amountColumn(measure);
  return chartNumbers(
    measure,
    {
      columns: [
        ...ACTOR_COLUMNS,
        ...(hasLevels ? [CONFIDENCE_COLUMN] : []),
        amount,
        ...(isShare ? [shareColumn()] : []),
        ...unknownColumns(measure),
      ],
      rows: [...rows, ...overlap],
    },
    { column: amount.name, by: null, level: 1 },
    [[WHOLE, total]],
  );
}
