import type { Day } from "@/lib/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/money/usd";
import type { ActorBreakdown, ActorTotal, Total } from "@/lib/totals/totals";
import type { ActorBar, ActorModel, ActorPlot, ChartContext, ChartTable } from "./chart-model";
import { periodInWords, sourceInWords, unknownSizeNotes } from "./chart-words";
import { incidentsInWords } from "./incident-count";
import { moneyAxis } from "./money-axis";

/** The incidents of an actor and its parts; null for those attributed to nobody. */
export type ActorHref = (actor: string | null) => string;

export interface ActorLosses extends ChartContext {
  year: number;
  /** The last day counted; of `year`. */
  through: Day;
  breakdown: ActorBreakdown;
  hrefFor?: ActorHref;
}

/** Bars that a reader can take in at once, the unattributed among them. */
const MOST_BARS = 12;

function knownUsd(total: Total): number | null {
  return total.incidents === total.unknownSize && total.incidents > 0 ? null : total.lossUsd;
}

function flatten(actors: readonly ActorTotal[], depth = 0): { actor: ActorTotal; depth: number }[] {
  return [...actors]
    .sort((first, second) => second.lossUsd - first.lossUsd)
    .flatMap((actor) => [{ actor, depth }, ...flatten(actor.parts, depth + 1)]);
}

/**
 * The tree of actors as bars, each whole before its parts, and last what is attributed to nobody.
 * Actors beyond the largest are named as a row without a bar: their incidents may overlap, so that no
 * sum of them would be honest.
 */
export function actorBreakdown(input: ActorLosses): ActorModel {
  const { breakdown, hrefFor, through, year } = input;
  const tree = flatten(breakdown.actors);
  // A whole is never smaller than its part and stands before it, so the largest always hold their wholes.
  const shown = new Set(
    [...tree]
      .sort((first, second) => second.actor.lossUsd - first.actor.lossUsd)
      .slice(0, MOST_BARS - 1),
  );
  const toBar = ({ actor, depth }: { actor: ActorTotal; depth: number }): ActorBar => ({
    key: actor.slug,
    label: actor.name,
    kind: "actor",
    depth,
    usd: knownUsd(actor),
    incidents: actor.incidents,
    unknownSize: actor.unknownSize,
    href: hrefFor ? hrefFor(actor.slug) : null,
  });
  const bars = tree.filter((node) => shown.has(node)).map(toBar);
  const left = tree.filter((node) => !shown.has(node));
  if (left.length > 0) bars.push(restOf(left.map((node) => node.actor)));
  if (breakdown.unattributed.incidents > 0) {
    bars.push({
      key: "unattributed",
      label: "Not attributed",
      kind: "unattributed",
      depth: 0,
      usd: knownUsd(breakdown.unattributed),
      incidents: breakdown.unattributed.incidents,
      unknownSize: breakdown.unattributed.unknownSize,
      href: hrefFor ? hrefFor(null) : null,
    });
  }
  const plot: ActorPlot = {
    kind: "actors",
    axis: moneyAxis(Math.max(0, ...bars.map((bar) => bar.usd ?? 0))),
    bars,
  };
  return {
    kind: "actors",
    title: `Losses by attributed actor, ${year}`,
    subtitle: `${plot.axis.unit} at the time of theft, ${input.ruleText}, ${periodInWords(through)}`,
    source: sourceInWords(input.version),
    address: input.permanentUrl,
    notes: notesOf(breakdown, bars),
    alternative: `Bar chart of losses by attributed actor in ${year}, where ${finding(breakdown, tree[0]?.actor)}.`,
    asOf: through,
    plot,
    table: tableOf(
      [...tree.map(toBar), ...bars.filter((bar) => bar.kind === "unattributed")],
      breakdown,
    ),
  };
}

function restOf(actors: readonly ActorTotal[]): ActorBar {
  const most = Math.max(...actors.map((actor) => actor.lossUsd));
  const count = `${actors.length} more ${actors.length === 1 ? "actor" : "actors"}`;
  const each = actors.length === 1 ? "" : "each ";
  return {
    key: "rest",
    label: most > 0 ? `${count}, ${each}${formatUsd(most)} or less` : `${count}, of unknown size`,
    kind: "rest",
    depth: 0,
    usd: null,
    incidents: 0,
    unknownSize: 0,
    href: null,
  };
}

function notesOf(breakdown: ActorBreakdown, bars: readonly ActorBar[]): string[] {
  const notes: string[] = [];
  if (bars.some((bar) => bar.depth > 0)) {
    notes.push(
      "Indented actors are part of the one above them, whose bar holds their incidents, each once.",
    );
  }
  if (breakdown.sharedIncidents > 0) {
    const counts = breakdown.sharedIncidents === 1 ? "counts" : "count";
    const is = breakdown.sharedIncidents === 1 ? "is" : "are";
    notes.push(
      `${incidentsInWords(breakdown.sharedIncidents)} ${is} attributed to several unrelated actors and ${counts} once for each of them.`,
    );
  }
  return [...notes, ...unknownSizeNotes(breakdown.total.unknownSize)];
}

function finding(breakdown: ActorBreakdown, largest: ActorTotal | undefined): string {
  const { total, unattributed } = breakdown;
  if (total.incidents === 0) return "nothing is recorded";
  if (largest === undefined)
    return `none of ${incidentsInWords(total.incidents)} is attributed to anyone`;
  const rest =
    unattributed.incidents > 0
      ? `; ${formatUsd(knownUsd(unattributed))} is attributed to nobody`
      : "";
  return `${largest.name} is named for the most, ${formatUsd(knownUsd(largest))}${rest}`;
}

function tableOf(bars: readonly ActorBar[], breakdown: ActorBreakdown): ChartTable {
  const row = (bar: ActorBar) => ({
    header: { text: bar.label, href: null },
    cells: [
      { text: formatUsdExact(bar.usd), href: bar.href },
      { text: String(bar.incidents), href: bar.href },
      { text: String(bar.unknownSize), href: null },
    ],
    depth: bar.depth,
    strong: false,
  });
  return {
    columns: ["Actor", "US dollars lost", "Incidents", "Of unknown size"],
    rows: [
      ...bars.map(row),
      {
        header: { text: "All incidents, each once", href: null },
        cells: [
          { text: formatUsdExact(knownUsd(breakdown.total)), href: null },
          { text: String(breakdown.total.incidents), href: null },
          { text: String(breakdown.total.unknownSize), href: null },
        ],
        depth: 0,
        strong: true,
      },
    ],
  };
}
