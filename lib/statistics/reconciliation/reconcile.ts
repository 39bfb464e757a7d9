import type { FigureSelection, PublishedFigureRow } from "@/lib/record/figures/published-figure";
import {
  type IncidentList,
  type Publisher,
  type PublisherRule,
  ruleIn,
} from "@/lib/record/publishers/publisher";
import type { Span } from "@/lib/statistics/figures/figure-span";
import { periodAround } from "@/lib/statistics/figures/figure-span";
import type { ActorTree, CountedIncident } from "@/lib/statistics/reconciliation/counted-incident";
import { isPartOf } from "@/lib/statistics/reconciliation/counted-incident";
import { classOf, ownCategories } from "@/lib/statistics/reconciliation/publisher-classes";
import { isWithinRounding } from "@/lib/statistics/reconciliation/rounding";
import type { TwoValues } from "@/lib/statistics/reconciliation/two-values";
import { type Day, dateText } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";
import { CATEGORIES, TARGET_KINDS } from "@/lib/values/taxonomy/taxonomy";

/** What a line of a reconciliation is about, in the order in which they stand. */
export const LINE_KINDS = [
  "scope",
  "attribution",
  "netting",
  "cut-off",
  "valuation",
  "only-theirs",
  "only-ours",
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** One step from the record's own number towards the published one. */
export interface ReconciliationLine {
  kind: LineKind;
  /** What is added or taken off, in words. */
  text: string;
  /** What it adds, in cents; negative where it takes off. */
  cents: bigint;
  /** The incidents that it is about, largest first. */
  incidents: readonly { slug: string; name: string }[];
}

/** Why nothing of the record's own is held against a figure. */
export type Unreconciled = FigureSelection | "uncovered" | "retracted";

/** A published figure held against the record's own number under its publisher's rule. All sums are cents. */
export interface Reconciled {
  publishedCents: bigint;
  /** Of the figure's days, category and actor, by the record's own rule. */
  ownCents: bigint;
  /** The days that the record's own number is of. */
  ownSpan: Span;
  incidents: number;
  /** How many of them nobody has put a figure on. */
  unknownSize: number;
  lines: readonly ReconciliationLine[];
  /** The record's own number under the publisher's rule, as far as that is known: `ownCents` and all lines. */
  underRuleCents: bigint;
  /** What no line explains: the published sum less `underRuleCents`. It is never spread over the lines. */
  residualCents: bigint;
}

/** What is known of how a figure was counted. */
export interface FigureRule {
  publisher: Publisher | null;
  /** Null where nothing is known of the figure's years, or its publisher changed its rule within them. */
  rule: PublisherRule | null;
  /** The incidents behind the figure, as far as a source names them. */
  list: IncidentList | null;
  /** Amounts of an authority's earlier sum of the same actor, where the publisher passes on others' findings. */
  cited: { publisher: string; list: IncidentList } | null;
}

/** What every reconciliation of a version is made from. */
export interface ReconciliationRecord {
  incidents: readonly CountedIncident[];
  actors: ActorTree;
  /** The last day up to which editors had looked; null where they had not said. */
  covered: Day | null;
  twoValues: ReadonlyMap<string, TwoValues>;
}

/** Kinds of targets that are no DeFi protocols. */
const NOT_DEFI = new Set([
  "exchange",
  "custodian",
  "payment-processor",
  "gambling",
  "wallet",
  "individual",
]);

/** A year's total that stops within so many days of its end is taken as that year's; a shorter period's, within seven. */
const YEAR_CUT = 31;
const PERIOD_CUT = 7;

/** The rule of a figure: the one that its publisher follows in all of its years. */
export function ruleOf(
  figure: Pick<PublishedFigureRow, "publisher" | "from" | "to">,
  publishers: readonly Publisher[],
): Pick<FigureRule, "publisher" | "rule"> {
  const publisher = publishers.find((each) => each.publisher === figure.publisher) ?? null;
  if (publisher === null) return { publisher, rule: null };
  return { publisher, rule: ruleIn(publisher, figure.from.slice(0, 4), figure.to.slice(0, 4)) };
}

/**
 * Holds a figure against the record: the record's own number of the same days, category and actor, and from it, line by
 * line, what the publisher's rule and lists say is counted otherwise. Nothing is assumed of what a rule leaves open.
 */
export function reconcile(
  figure: PublishedFigureRow,
  { rule, list, cited }: FigureRule,
  { incidents, actors, covered, twoValues }: ReconciliationRecord,
): Reconciled | Unreconciled {
  if (figure.retraction !== null) return "retracted";
  const { selection } = figure;
  if (selection === "more" || (selection !== null && list === null)) return selection ?? "more";
  if (selection === "part" && rule === null) return "part";
  if (covered !== null && figure.to > covered) return "uncovered";
  const ownSpan = spanOf(figure, covered);
  const scope = new Set<string>(ownCategories(figure.category));
  const actor = figure.actor?.slug ?? null;
  const inDays = incidents.filter(
    (each) =>
      each.firstDay >= ownSpan.from &&
      each.lastDay <= ownSpan.to &&
      (covered === null || each.lastDay <= covered) &&
      (actor === null || each.attributions.some((said) => isPartOf(actors, said.actor, actor))),
  );
  const counted = new Counted(inDays.filter(({ category }) => scope.has(category)));
  const ownCents = counted.sum();
  const unknownSize = counted.unknownSize();
  const number = counted.size();
  if (rule !== null) {
    applyScope(counted, inDays, figure, rule, scope);
    if (actor !== null && rule.attributions === "cites-others")
      leaveOutUnknownThen(counted, figure, actor, actors);
  }
  if (rule?.returned === "net" || selection === "net")
    counted.change(
      "netting",
      "What came back, as far as that is known, is taken off",
      (each, cents) => (each.returnedCents === null ? cents : max(0n, cents - each.returnedCents)),
    );
  if (ownSpan.to > figure.to)
    counted.remove(
      "cut-off",
      `After ${dateText(figure.to)}, where it stops`,
      ({ lastDay }) => lastDay > figure.to,
    );
  applyAmounts(counted, list, null);
  if (cited !== null)
    applyAmounts(counted, withoutNamed(cited.list, list), `as the ${cited.publisher} sums`);
  applyValuation(counted, rule, list, twoValues);
  applyMembership(counted, list, selection, incidents);
  const publishedCents = toCents(figure.amountUsd);
  const underRuleCents = counted.sum();
  return {
    publishedCents,
    ownCents,
    ownSpan,
    incidents: number,
    unknownSize,
    lines: counted.lines.toSorted(
      (one, other) => LINE_KINDS.indexOf(one.kind) - LINE_KINDS.indexOf(other.kind),
    ),
    underRuleCents,
    residualCents: publishedCents - underRuleCents,
  };
}

/** An amount of dollars in cents, exactly: amounts are never finer. */
export function toCents(usd: number): bigint {
  return BigInt(usd.toFixed(2).replace(".", ""));
}

/** The period that a figure is nearly all of; its own days where there is none, or it is not covered. */
function spanOf(figure: Span, covered: Day | null): Span {
  const period = periodAround(figure);
  const own = { from: figure.from, to: figure.to };
  if (period === null || period.from !== figure.from || period.to === figure.to) return own;
  if (covered !== null && period.to > covered) return own;
  const cut = (Date.parse(period.to) - Date.parse(figure.to)) / 86_400_000;
  return cut <= (period.kind === "year" ? YEAR_CUT : PERIOD_CUT)
    ? { from: period.from, to: period.to }
    : own;
}

/** The incidents that are counted, each with what it adds, and the lines by which that has changed. */
class Counted {
  readonly lines: ReconciliationLine[] = [];
  private readonly held: Map<string, { incident: CountedIncident; cents: bigint }>;

  constructor(incidents: readonly CountedIncident[]) {
    this.held = new Map(
      incidents.map((incident) => [incident.slug, { incident, cents: incident.lossCents ?? 0n }]),
    );
  }

  sum(): bigint {
    return [...this.held.values()].reduce((sum, { cents }) => sum + cents, 0n);
  }

  size(): number {
    return this.held.size;
  }

  unknownSize(): number {
    return [...this.held.values()].filter(({ incident }) => incident.lossCents === null).length;
  }

  centsOf(slug: string): bigint | null {
    return this.held.get(slug)?.cents ?? null;
  }

  all(): CountedIncident[] {
    return [...this.held.values()].map(({ incident }) => incident);
  }

  /** Takes off what fits, as one line where there is any. */
  remove(kind: LineKind, text: string, fits: (incident: CountedIncident) => boolean): void {
    const gone = [...this.held.values()].filter(({ incident }) => fits(incident));
    for (const { incident } of gone) this.held.delete(incident.slug);
    this.line(
      kind,
      text,
      gone.map(({ incident, cents }) => ({ incident, cents: -cents })),
    );
  }

  add(
    kind: LineKind,
    text: string,
    more: readonly CountedIncident[],
    centsOf = (incident: CountedIncident) => incident.lossCents ?? 0n,
  ): void {
    const fresh = more
      .filter(({ slug }) => !this.held.has(slug))
      .map((incident) => ({ incident, cents: centsOf(incident) }));
    for (const each of fresh) this.held.set(each.incident.slug, each);
    this.line(kind, text, fresh);
  }

  /** Counts each incident at another amount; one line for all. */
  change(
    kind: LineKind,
    text: string,
    centsOf: (incident: CountedIncident, cents: bigint) => bigint,
  ): void {
    const moved = [...this.held.values()].flatMap((each) => {
      const cents = centsOf(each.incident, each.cents);
      const by = cents - each.cents;
      each.cents = cents;
      return by === 0n ? [] : [{ incident: each.incident, cents: by }];
    });
    this.line(kind, text, moved);
  }

  /** Counts some incidents at one amount together: the first stands for all of them. */
  together(text: string, slugs: readonly string[], cents: bigint): void {
    const moved = slugs.flatMap((slug, place) => {
      const held = this.held.get(slug);
      if (held === undefined) return [];
      const by = (place === 0 ? cents : 0n) - held.cents;
      held.cents += by;
      return [{ incident: held.incident, cents: by }];
    });
    this.line("valuation", text, moved);
  }

  private line(
    kind: LineKind,
    text: string,
    moved: readonly { incident: CountedIncident; cents: bigint }[],
  ): void {
    if (moved.length === 0) return;
    this.lines.push({
      kind,
      text,
      cents: moved.reduce((sum, { cents }) => sum + cents, 0n),
      incidents: moved
        .toSorted((one, other) => Number(absolute(other.cents) - absolute(one.cents)))
        .map(({ incident: { slug, name } }) => ({ slug, name })),
    });
  }
}

function applyScope(
  counted: Counted,
  inDays: readonly CountedIncident[],
  figure: PublishedFigureRow,
  rule: PublisherRule,
  scope: ReadonlySet<string>,
): void {
  const theirs = figure.category === null ? null : classOf(rule, figure.category);
  if (theirs !== null) {
    for (const category of theirs.categories.filter((each) => !scope.has(each)))
      counted.add(
        "scope",
        `${labelOf(category)}, which its “${theirs.called}” take in`,
        inDays.filter((each) => each.category === category),
      );
    const out = [...scope].filter((each) => !theirs.categories.some((one) => one === each));
    for (const category of out)
      counted.remove(
        "scope",
        `${labelOf(category)}, which its “${theirs.called}” leave out`,
        (each) => each.category === category,
      );
  } else {
    if (rule.scams === "out" && figure.category !== "exit-scam")
      counted.remove(
        "scope",
        `${labelOf("exit-scam")}, which it leaves out`,
        ({ category }) => category === "exit-scam",
      );
    if (rule.phishing === "out" && figure.category !== "phishing")
      counted.remove(
        "scope",
        `${labelOf("phishing")}, which it leaves out`,
        ({ category }) => category === "phishing",
      );
  }
  if (rule.defiOnly === true)
    counted.remove(
      "scope",
      `Services and persons that are no DeFi protocols (${[...NOT_DEFI].map(kindLabel).join(", ")}), which it leaves out`,
      ({ targetKind }) => NOT_DEFI.has(targetKind),
    );
  if (rule.personalWallets === "out")
    counted.remove(
      "scope",
      "Thefts from private persons, which it leaves out",
      ({ targetKind }) => targetKind === "individual",
    );
  const least = rule.leastUsd;
  if (least !== null)
    counted.remove(
      "scope",
      `Losses below $${least.toLocaleString("en-GB")}, its threshold`,
      ({ lossCents }) => lossCents !== null && lossCents < toCents(least),
    );
}

/** A publisher who passes on others' findings knew only of those that had been made when it published. */
function leaveOutUnknownThen(
  counted: Counted,
  figure: PublishedFigureRow,
  actor: string,
  actors: ActorTree,
): void {
  const published = daysOf(figure.publishedOn).to;
  const namedBy = (incident: CountedIncident) =>
    incident.attributions.filter((said) => isPartOf(actors, said.actor, actor));
  const wasKnown = (incident: CountedIncident) =>
    namedBy(incident).some(({ on }) => on !== null && daysOf(on).to <= published);
  const unknown = counted.all().filter((incident) => !wasKnown(incident));
  const partOf = (incident: CountedIncident) => namedBy(incident)[0]?.actor ?? actor;
  for (const part of new Set(unknown.map(partOf)))
    counted.remove(
      "attribution",
      `Attributed to ${actors.get(part)?.name ?? part} by no statement that is dated ${dateText(figure.publishedOn)} or earlier`,
      (incident) => !wasKnown(incident) && partOf(incident) === part,
    );
}

/** The amounts that a list gives where they are others than ours by more than their rounding. */
function applyAmounts(counted: Counted, list: IncidentList | null, as: string | null): void {
  if (list === null) return;
  for (const { incidents, amountUsd } of list.together ?? []) {
    const amounts = incidents.map((slug) => counted.centsOf(slug));
    // Where one of them is not counted here, what they come to without it is not known.
    if (amounts.some((cents) => cents === null)) continue;
    const ours = amounts.reduce<bigint>((sum, cents) => sum + (cents ?? 0n), 0n);
    if (isWithinRounding(amountUsd, Number(ours) / 100)) continue;
    const names = counted
      .all()
      .filter(({ slug }) => incidents.includes(slug))
      .map(({ name }) => name);
    counted.together(
      `${names.join(" and ")} together at ${inMillions(toCents(amountUsd))} ${as === null ? "as it sums them" : `${as} them`}, ${inMillions(ours)} here`,
      incidents,
      toCents(amountUsd),
    );
  }
  const together = new Set((list.together ?? []).flatMap(({ incidents }) => incidents));
  for (const { incident: slug, amountUsd } of list.members) {
    const ours = counted.centsOf(slug);
    if (ours === null || amountUsd === null || together.has(slug)) continue;
    if (isWithinRounding(amountUsd, Number(ours) / 100)) continue;
    const theirs = toCents(amountUsd);
    const name = counted.all().find((each) => each.slug === slug)?.name ?? slug;
    counted.change(
      "valuation",
      `${name} at ${inMillions(theirs)}${as === null ? "" : ` ${as} it`}, ${inMillions(ours)} here`,
      (each, cents) => (each.slug === slug ? theirs : cents),
    );
  }
}

function withoutNamed(list: IncidentList, own: IncidentList | null): IncidentList {
  const named = new Set(own?.members.map(({ incident }) => incident));
  return {
    ...list,
    members: list.members.filter(({ incident }) => !named.has(incident)),
    together: (list.together ?? []).filter(
      ({ incidents }) => !incidents.some((slug) => named.has(slug)),
    ),
  };
}

/** Incidents of two values at the one that the publisher counts, unless its own list gives another. */
function applyValuation(
  counted: Counted,
  rule: PublisherRule | null,
  list: IncidentList | null,
  twoValues: ReadonlyMap<string, TwoValues>,
): void {
  const valuation = rule?.valuation;
  if (valuation !== "face" && valuation !== "realised") return;
  const named = new Set(
    list?.members.flatMap(({ incident, amountUsd }) => (amountUsd === null ? [] : [incident])),
  );
  for (const { slug, name } of counted.all()) {
    const value = named.has(slug) ? undefined : twoValues.get(slug)?.[valuation];
    const ours = counted.centsOf(slug);
    if (value === undefined || ours === null || isWithinRounding(value, Number(ours) / 100))
      continue;
    counted.change(
      "valuation",
      `${name} at ${valuation === "face" ? "its face value" : "its realised value"} of ${inMillions(toCents(value))}, ${inMillions(ours)} here`,
      (each, cents) => (each.slug === slug ? toCents(value) : cents),
    );
  }
}

/** What its list names and we do not count there, and, where it sums named thefts alone, what it does not name. */
function applyMembership(
  counted: Counted,
  list: IncidentList | null,
  selection: FigureSelection | null,
  incidents: readonly CountedIncident[],
): void {
  if (list === null) return;
  const amounts = new Map(list.members.map(({ incident, amountUsd }) => [incident, amountUsd]));
  for (const incident of incidents) {
    if (!amounts.has(incident.slug) || counted.centsOf(incident.slug) !== null) continue;
    const amount = amounts.get(incident.slug) ?? null;
    counted.add(
      "only-theirs",
      `${incident.name}, which it names and which is not in this scope or not in these days here`,
      [incident],
      ({ lossCents }) => (amount === null ? (lossCents ?? 0n) : toCents(amount)),
    );
  }
  if (selection === "named")
    counted.remove("only-ours", "Thefts that it does not name", ({ slug }) => !amounts.has(slug));
}

/** A sum of cents as a line says it: `$37.30m`. */
export function inMillions(cents: bigint): string {
  return `$${(Number(cents) / 1e8).toLocaleString("en-GB", { maximumFractionDigits: 2, minimumFractionDigits: 1 })}m`;
}

function labelOf(category: string): string {
  if (category === "unknown") return "Thefts of unknown category";
  return CATEGORIES.find(({ value }) => value === category)?.label ?? category;
}

function kindLabel(kind: string): string {
  return TARGET_KINDS.find(({ value }) => value === kind)?.label.toLowerCase() ?? kind;
}

function max(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}

function absolute(cents: bigint): bigint {
  return cents < 0n ? -cents : cents;
}
