import {
  type Impact,
  isSameTotal,
  type PublishedFigureMoved,
  type Rank,
} from "@/lib/desk/impact/impact";
import { changeText } from "@/lib/statistics/changes/amount-text";
import type { Total } from "@/lib/statistics/totals/totals";
import { type LossKnown, lossText } from "@/lib/values/money/loss-text";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** One line of what a publication moves. */
export interface ImpactLine {
  label: string;
  before: string;
  after: string;
  /** Null for a place among others. */
  change: string | null;
}

/** Lines of one kind, and the names of what stays as it is. */
export interface ImpactGroup {
  title: string;
  lines: ImpactLine[];
  unchanged: string[];
}

/** What a publication moves, in words; groups without anything in them are left out. */
export function impactText(impact: Impact): ImpactGroup[] {
  const periods = impact.totals.filter(({ of }) => of !== "actor");
  const actors = impact.totals.filter(({ of }) => of === "actor");
  const totals = (of: typeof periods) =>
    of.map(({ label, before, after }) => ({
      label,
      same: isSameTotal(before, after),
      line: totalLine(label, before, after),
    }));
  const groups = [
    group("Totals", totals(periods)),
    group("Attributed to", totals(actors)),
    group(
      "Rank by loss",
      impact.ranks.map(({ label, before, after }) => ({
        label,
        same: before?.place === after?.place,
        line: { label, before: rankText(before), after: rankText(after), change: null },
      })),
    ),
    group(
      "Known by a bound alone, and left out of totals of best estimates",
      impact.bounds.map(({ name, before, after }) => {
        const line = { label: name, before: boundText(before), after: boundText(after) };
        return { label: name, same: line.before === line.after, line: { ...line, change: null } };
      }),
    ),
    group(
      "The record’s own total beside what others published",
      impact.figures.map((figure) => ({
        label: figureLabel(figure),
        same: isSameTotal(figure.before, figure.after),
        line: figureLine(figure),
      })),
    ),
  ];
  return groups.filter(({ lines, unchanged }) => lines.length + unchanged.length > 0);
}

function group(
  title: string,
  items: { label: string; same: boolean; line: ImpactLine }[],
): ImpactGroup {
  return {
    title,
    lines: items.filter(({ same }) => !same).map(({ line }) => line),
    unchanged: items.filter(({ same }) => same).map(({ label }) => label),
  };
}

/** Both amounts; to the dollar where they read alike otherwise. */
function amounts(before: number, after: number): [string, string] {
  const short: [string, string] = [formatUsd(before), formatUsd(after)];
  return short[0] === short[1] && before !== after
    ? [formatUsdExact(before), formatUsdExact(after)]
    : short;
}

function totalLine(label: string, before: Total, after: Total): ImpactLine {
  const [was, is] = amounts(before.lossUsd, after.lossUsd);
  const changes = [
    after.lossUsd === before.lossUsd ? null : changeText("gross", after.lossUsd - before.lossUsd),
    signed(after.incidents - before.incidents, "incident"),
    signed(after.unknownSize - before.unknownSize, "of unknown size"),
  ];
  return {
    label,
    before: `${was}, ${incidents(before)}`,
    after: `${is}, ${incidents(after)}`,
    change: changes.filter((change) => change !== null).join(", "),
  };
}

function incidents({ incidents: count }: Total): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "incident" : "incidents"}`;
}

function signed(difference: number, what: string): string | null {
  if (difference === 0) return null;
  const size = Math.abs(difference);
  const noun = what === "incident" && size !== 1 ? "incidents" : what;
  return `${difference > 0 ? "+" : "−"}${size.toLocaleString("en-GB")} ${noun}`;
}

function boundText(loss: LossKnown | null): string {
  return loss === null ? "none" : lossText(loss);
}

function rankText(rank: Rank | null): string {
  return rank === null
    ? "none"
    : `${rank.place.toLocaleString("en-GB")} of ${rank.among.toLocaleString("en-GB")}`;
}

function figureLabel({ publisher, title, amountUsd }: PublishedFigureMoved): string {
  return `${title} (${publisher} says ${formatUsd(amountUsd)})`;
}

function figureLine(figure: PublishedFigureMoved): ImpactLine {
  const { before, after } = figure;
  const label = figureLabel(figure);
  if (before !== null && after !== null) return totalLine(label, before, after);
  const only = (total: Total | null) =>
    total === null ? "not compared" : formatUsd(total.lossUsd);
  return { label, before: only(before), after: only(after), change: null };
}
