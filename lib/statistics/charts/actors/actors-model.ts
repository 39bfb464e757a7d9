import { shareBars, shareOfTotal } from "@/lib/statistics/charts/bars/bar-shares";
import type { BarModel, BarPlot, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
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
  amountHeading,
  type BarTotal,
  barTable,
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
import { shareSubject, treeShareNotes } from "@/lib/statistics/charts/text/scale-text";
import type { Axis, Measure } from "@/lib/statistics/rules/parameters";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import {
  type ActorLevel,
  type Level,
  type LevelAmount,
  levelsFrom,
  rangeText,
} from "@/lib/statistics/totals/actor-levels";
import { chargedTogetherText } from "@/lib/statistics/totals/charged-together";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
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
  const { breakdown, hrefFor, measure, span } = input;
  const tree = flatten(breakdown.actors);
  const byActor = grouped(input.levels ?? [], (level) => level.actor);
  const hasAcquitted = input.levels?.some((level) => level.confidence === "acquitted") ?? false;
  // A version in which nobody was acquitted names no such level.
  const shownLevels =
    input.levels &&
    levelsFrom(input.least ?? DEFAULT_CONFIDENCE).filter(
      (level) => level !== "acquitted" || hasAcquitted,
    );
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
    aside: countAside(measure, barTotal(actor)),
    range: null,
    ...(shownLevels === undefined ? {} : { levels: levelsOf(actor.slug) }),
    href: hrefFor ? hrefFor(actor.slug) : null,
  });
  const bars = tree.filter((node) => shown.has(node)).map(toBar);
  const left = tree.filter((node) => !shown.has(node)).map((node) => barTotal(node.actor));
  if (left.length > 0) bars.push(restBar(measure, restOf(left), { one: "actor", many: "actors" }));
  const nobody = barTotal(breakdown.unattributed);
  if (nobody.incidents > 0) {
    bars.push({
      key: UNATTRIBUTED,
      label: "Not attributed",
      kind: "nobody",
      depth: 0,
      amount: knownAmount(nobody),
      incidents: nobody.incidents,
      unknownSize: nobody.unknownSize,
      aside: countAside(measure, nobody),
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
  const drawn = isShare ? shareBars(plot, whole, measure) : plot;
  const noun = measureNoun(measure);
  const title = titleParts(
    { subject: isShare ? shareSubject(noun) : noun, split: "by attributed actor" },
    input,
    span,
  );
  const all = [...tree.map(toBar), ...bars.filter((bar) => bar.kind === "nobody")];
  return {
    kind: "bars",
    ...titlesOf(title),
    subtitle: subtitleOf(measure, drawn.axis, input.ruleText, spanText(span), input.dollars),
    source: sourceText(input.version),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...(isShare ? treeShareNotes(measure, amountText(kind, whole.amount)) : []),
      ...notesOf(breakdown, bars, measure, shownLevels),
    ],
    alternative: alternativeText(
      "Bar chart",
      title,
      finding(breakdown, tree[0]?.actor, measure, {
        levels: levelsOf(tree[0]?.actor.slug ?? ""),
        least: input.least ?? DEFAULT_CONFIDENCE,
        isShare,
      }),
    ),
    asOf: span.to,
    plot: drawn,
    table: withLevels(
      barTable("Actor", measure, all, whole, {
        heading: amountHeading(measure, input.dollars),
        hasShares: isShare,
      }),
      all,
      shownLevels,
      measure,
    ),
    numbers: numbersOf(all, breakdown, measure, isShare),
  };
}

const LEVEL_NOTES: readonly (readonly [Level, string])[] = [
  ["confirmed", "confirmed by a government, a court or the thief"],
  ["likely", "likely by two or more independent parties or strong on-chain evidence"],
  ["suspected", "suspected by one analyst or firm"],
];

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
): ChartTable {
  if (levels === undefined) return table;
  const kind = amountKindOf(measure);
  const [header = "", amount = "", ...others] = table.columns;
  return {
    columns: [header, amount, ...levels.map((level) => `Of which ${level}`), ...others],
    rows: table.rows.map((row, index) => {
      const [first, ...rest] = row.cells;
      const own = bars[index]?.levels;
      const cells = levels.map((level) => {
        const part = own?.find(({ confidence }) => confidence === level);
        const text = part === undefined ? "" : formatAmountExact(kind, knownAmount(part));
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
): string[] {
  const notes: string[] = [];
  if (levels !== undefined && bars.some((bar) => (bar.levels?.length ?? 0) > 1)) {
    notes.push(
      `Each incident counts at the surest statement that names the actor or a part of it: ${LEVEL_NOTES.filter(
        ([level]) => levels.includes(level),
      )
        .map(([, text]) => text)
        .join("; ")}.`,
    );
  }
  if (bars.some((bar) => bar.levels?.some((level) => level.confidence === "acquitted"))) {
    notes.push(
      "Acquitted: what a person was named for and acquitted of is no level of confidence.",
    );
  }
  if (bars.some((bar) => bar.depth > 0)) {
    notes.push(
      "Indented actors are part of the one above them, whose bar holds their incidents, each once.",
    );
  }
  if (breakdown.sharedIncidents > 0) {
    const counts = breakdown.sharedIncidents === 1 ? "counts" : "count";
    const is = breakdown.sharedIncidents === 1 ? "is" : "are";
    notes.push(
      `${incidentsText(breakdown.sharedIncidents)} ${is} attributed to several actors and ${counts} once for each of them.${chargedTogetherText(breakdown.sharedIncidents, breakdown.chargedTogether)}`,
    );
  }
  return [...notes, ...unknownSizeNotes(breakdown.total.unknownSize, measure)];
}

function finding(
  breakdown: ActorBreakdown,
  largest: ActorTotal | undefined,
  measure: Measure,
  {
    levels,
    least,
    isShare,
  }: { levels: readonly LevelAmount[]; least: Confidence; isShare: boolean },
): string {
  const { total, unattributed } = breakdown;
  const surely = least === DEFAULT_CONFIDENCE ? "" : ", or less surely";
  const text = (of: Total) => amountText(amountKindOf(measure), knownAmount(barTotal(of)));
  if (total.incidents === 0) return "nothing is recorded";
  if (largest === undefined)
    return `${total.incidents === 1 ? "the one incident is not" : `none of the ${incidentsText(total.incidents)} is`} attributed to anyone${surely === "" ? "" : " so surely"}`;
  if (largest.lossUsd === 0) return "no amount is known of what is attributed to anyone";
  const isOne = measure === "count" && unattributed.lossUsd === 1;
  const rest =
    unattributed.incidents > 0
      ? `; ${text(unattributed)} ${measure === "count" && !isOne ? "are" : "is"} attributed to nobody${surely}`
      : "";
  const kind = amountKindOf(measure);
  const range = rangeText(levels, (amount) => amountText(kind, amount)) ?? text(largest);
  const share = isShare ? `, ${shareText(largest.lossUsd, total.lossUsd)} of the total` : "";
  return `${largest.name} is named for the most, ${range}${share}${rest}`;
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
