import type { Filters } from "@/lib/statistics/rules/views";
import type { PeriodTotal, Total } from "@/lib/statistics/totals/totals";
import type { GivenDataset, GivenIncident, GivenTarget } from "@/testing/dataset";
import { exactSum } from "@/testing/dataset";

// The counting rules once more, as plainly as they can be put, over the files of a dataset: what the
// database answers is held against this.

const CONFIDENCES = ["suspected", "likely", "confirmed"];

const DAYS_IN_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The first day on which an incident can have happened. */
export function firstDay({ occurredOn }: GivenIncident): string {
  return `${occurredOn}-01-01`.slice(0, 10);
}

/** The last day on which an incident can have happened. */
export function lastDay({ occurredOn }: GivenIncident): string {
  const [year, month, day] = occurredOn.split("-");
  if (month === undefined) return `${year}-12-31`;
  if (day !== undefined) return occurredOn;
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = month === "02" && isLeap ? 29 : DAYS_IN_MONTHS[Number(month) - 1];
  return `${occurredOn}-${days}`;
}

/** Whether every day on which an incident can have happened is in the period, and editors have looked through them all. */
function isPlaced(dataset: GivenDataset, incident: GivenIncident, { from, to }: Filters): boolean {
  if (from !== undefined && firstDay(incident) < from) return false;
  if (to !== undefined && lastDay(incident) > to) return false;
  return lastDay(incident) <= dataset.coverage.coveredThrough;
}

/** Whether the period holds some of the days on which an incident can have happened, but not all. */
function isUnplaced(dataset: GivenDataset, incident: GivenIncident, filters: Filters): boolean {
  const { from, to } = filters;
  if (isPlaced(dataset, incident, filters)) return false;
  if (from !== undefined && lastDay(incident) < from) return false;
  if (to !== undefined && firstDay(incident) > to) return false;
  return firstDay(incident) <= dataset.coverage.coveredThrough;
}

/** Whether an incident is in the period as the rule asks for it. */
function isInPeriod(dataset: GivenDataset, incident: GivenIncident, filters: Filters): boolean {
  if (filters.date === "unplaced") return isUnplaced(dataset, incident, filters);
  const lengths = { day: 10, month: 7, year: 4 };
  if (filters.date !== undefined && incident.occurredOn.length !== lengths[filters.date])
    return false;
  return isPlaced(dataset, incident, filters);
}

/** An actor and all that is part of it, by slug. */
export function withParts({ actors }: GivenDataset, slug: string): string[] {
  const parts = actors.filter(({ parent }) => parent === slug);
  return [slug, ...parts.flatMap((part) => withParts({ actors } as GivenDataset, part.slug))];
}

/** Whom an incident is attributed to by statements that are at least so sure. */
export function namedActors({ attributions }: GivenIncident, confidence = "suspected"): string[] {
  const sure = CONFIDENCES.slice(CONFIDENCES.indexOf(confidence));
  return attributions.filter((said) => sure.includes(said.confidence)).map(({ actor }) => actor);
}

/** How sure the surest statement is that names one of some actors; null where none does. */
function surest({ attributions }: GivenIncident, actors: readonly string[] | null): string | null {
  const said = attributions.filter(({ actor }) => actors === null || actors.includes(actor));
  const sure = said.map(({ confidence }) => CONFIDENCES.indexOf(confidence));
  return CONFIDENCES[Math.max(-1, ...sure)] ?? null;
}

/** A target's name without what does not count in it: letter case and white space. */
export function foldedName(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Whether an incident rests on one source, or on copies of others only. */
export function isSourced({ sources }: GivenIncident, wanted: "one" | "copies"): boolean {
  if (wanted === "one") return sources.every(({ url }) => url === sources[0]?.url);
  const hosts = ["archive.ph", "archive.is", "archive.li", "archive.vn", "archive.today"];
  const isSnapshot = (url: string) => hosts.includes(new URL(url).hostname);
  return !sources.some(({ url, kind = null }) =>
    kind === null ? !isSnapshot(url) : kind !== "aggregator",
  );
}

/** Whether an incident is on so many chains; or whether something of its best loss counts on a chain, or on several. */
function isOnChains(incident: GivenIncident, wanted: string, chain: string | undefined): boolean {
  const { chains } = incident;
  if (wanted !== "counted" && wanted !== "undivided")
    return howMany(chains) === wanted && (chain === undefined || chains.includes(chain));
  const counted = lossesByChain(incident).filter(([, usd]) => usd > 0 || chains.length === 1);
  const on = counted.map(([key]) => key).filter((key) => key !== "null" && key !== "_several");
  if (wanted === "counted") return on.some((key) => chain === undefined || key === chain);
  const isOnSeveral = chains.length > 1 && (on.length === 0 || counted.length > on.length);
  return isOnSeveral && (chain === undefined || chains.includes(chain));
}

/** What an incident adds by an estimate, in US dollars; null where it is known by none that can be added. */
export function lossBy(
  { lossUsd, lossUsdLow, lossUsdHigh }: GivenIncident,
  estimate: "best" | "low" | "high",
): number | null {
  if (estimate === "best") return lossUsd;
  if (estimate === "low") return lossUsdLow ?? lossUsd;
  // "At least $7m" has no highest that is known, and none below $7m.
  return lossUsdHigh ?? lossUsd ?? lossUsdLow;
}

function howMany(chains: readonly string[]): "none" | "one" | "several" {
  if (chains.length === 0) return "none";
  return chains.length === 1 ? "one" : "several";
}

/**
 * What an incident's best loss adds by chain: on its one chain, or by what its assets say; the rest as `_several`, and as
 * `null` without a chain.
 */
export function lossesByChain({ chains, assets, lossUsd }: GivenIncident): [string, number][] {
  const [only] = chains;
  const loss = lossUsd ?? 0;
  if (only === undefined) return [["null", loss]];
  if (chains.length === 1) return [[only, loss]];
  const said = assets.filter(({ chain, usd }) => chain != null && usd !== null);
  const sum = said.reduce((all, { usd }) => all + (usd ?? 0), 0);
  if (sum === 0 || sum > loss) return [["_several", loss]];
  const parts = said.map(({ chain, usd }): [string, number] => [String(chain), usd ?? 0]);
  return [...parts, ["_several", loss - sum]];
}

/** The target that an incident names: by slug, else by a name that one target alone bears. */
export function targetOf({ targets }: GivenDataset, incident: GivenIncident): GivenTarget | null {
  const { target: named, targetSlug } = incident;
  const same = (name: string) => foldedName(name) === foldedName(named);
  const ways: ((target: GivenTarget) => boolean)[] =
    targetSlug == null
      ? [
          ({ name }) => name === named,
          ({ name }) => same(name),
          ({ aliases }) => aliases.some(same),
          ({ formerly }) => formerly.some(same),
        ]
      : [({ slug }) => slug === targetSlug];
  for (const way of ways) {
    const [found, ...others] = targets.filter(way);
    if (found !== undefined) return others.length === 0 ? found : null;
  }
  return null;
}

/** Every name by which the target of an incident may be asked for: its own, and those before and after it. */
function namesOfTarget(dataset: GivenDataset, incident: GivenIncident): string[] {
  const target = targetOf(dataset, incident);
  if (target === null) return [];
  const onwards = (from: GivenTarget): GivenTarget[] => [
    from,
    ...dataset.targets.filter(({ slug }) => slug === from.successor).flatMap(onwards),
  ];
  const back = (from: GivenTarget): GivenTarget[] => [
    from,
    ...dataset.targets.filter(({ successor }) => successor === from.slug).flatMap(back),
  ];
  return [...onwards(target), ...back(target)].flatMap(({ name, aliases, formerly }) => [
    name,
    ...aliases,
    ...formerly,
  ]);
}

/** What had been said by a day, at the end of whatever month or year is known of it; all where no day is given. */
function saidBy({ attributions }: GivenIncident, day: string | undefined) {
  if (day === undefined) return attributions;
  const lastOf = (on: string) => {
    const [year, month] = on.split("-");
    const end = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).toISOString().slice(0, 10);
    return on.length === 10 ? on : end;
  };
  return attributions.filter(({ on = null }) => on !== null && lastOf(on) <= day);
}

/** Whether no statement that names some actors bears a date; of one source alone where that is asked for. */
function isUndated(
  { attributions }: GivenIncident,
  actors: readonly string[],
  least: string | undefined,
  wanted: "undated" | "one-undated",
): boolean {
  const said = attributions.filter(
    ({ actor, confidence }) =>
      actors.includes(actor) &&
      CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(least ?? "suspected"),
  );
  const sources = new Set(said.map(({ source }) => source));
  const isUndatedAll = said.length > 0 && said.every(({ on = null }) => on === null);
  return isUndatedAll && (wanted === "undated" || sources.size === 1);
}

/** Whether one of the values asked for is an incident's, and none of those with a minus before it. */
function fits(
  asked: string | undefined,
  isTheirs: (value: string) => boolean,
  between = ",",
): boolean {
  const values = asked?.split(between) ?? [];
  const wanted = values.filter((value) => !value.startsWith("-"));
  const unwanted = values.filter((value) => value.startsWith("-"));
  return (
    (wanted.length === 0 || wanted.some(isTheirs)) &&
    !unwanted.some((value) => isTheirs(value.slice(1)))
  );
}

/** Whether something came back of an incident's loss, nothing, or nobody knows. */
export function returnedOf({ returnedUsd }: GivenIncident): "some" | "none" | "unknown" {
  if (returnedUsd === null) return "unknown";
  return returnedUsd > 0 ? "some" : "none";
}

/** Whether an incident counts under a rule. */
function counts(dataset: GivenDataset, whole: GivenIncident, filters: Filters): boolean {
  const incident = { ...whole, attributions: saidBy(whole, filters.known) };
  const { category, technique, target, chain, actor, confidence, least, most, loss } = filters;
  const named = namedActors(incident, confidence);
  const { name, summary } = incident;
  const names = filters.q === undefined ? [] : namesOfTarget(dataset, incident);
  const text = [name, incident.target, summary, ...names].join(" ").toLowerCase();
  const parts = (slug: string) => withParts(dataset, slug);
  const actors = (actor ?? "")
    .split(",")
    .filter((slug) => slug !== "" && slug !== "none" && !slug.startsWith("-"));
  const mentions = (word: string) =>
    text.includes(word) ||
    incident.addresses.some(({ address }) => address.toLowerCase().includes(word));
  const conditions = [
    isInPeriod(dataset, incident, filters),
    fits(category, (one) => incident.category === one),
    fits(technique, (one) => incident.technique === one),
    fits(target, (one) => incident.targetKind === one || targetOf(dataset, incident)?.slug === one),
    filters["target-name"] === undefined ||
      foldedName(incident.target) === foldedName(filters["target-name"]),
    filters.chains === "counted"
      ? chain === undefined
        ? isOnChains(incident, "counted", undefined)
        : fits(chain, (one) => isOnChains(incident, "counted", one))
      : fits(chain, (one) => incident.chains.includes(one)),
    filters.chains === undefined || isOnChains(incident, filters.chains, undefined),
    least === undefined || (incident.lossUsd !== null && incident.lossUsd >= least),
    loss !== "known" || incident.lossUsd !== null,
    loss !== "unknown" || incident.lossUsd === null,
    most === undefined || (incident.lossUsd !== null && incident.lossUsd <= most),
    filters.returned === undefined || filters.returned === returnedOf(incident),
    filters.addresses === undefined ||
      (filters.addresses === "yes") === incident.addresses.length > 0,
    filters.transactions === undefined ||
      (filters.transactions === "yes") === (incident.transactions ?? []).length > 0,
    fits(
      filters["source-publisher"],
      (one) => incident.sources.some(({ publisher }) => publisher === one),
      "\n",
    ),
    filters.sources === undefined || isSourced(incident, filters.sources),
    filters.q === undefined || filters.q.toLowerCase().split(" ").every(mentions),
    fits(
      filters.level,
      (one) => one === surest(incident, actors.length === 0 ? null : actors.flatMap(parts)),
    ),
    filters.statements === undefined ||
      actor === undefined ||
      isUndated(whole, withParts(dataset, actor), confidence, filters.statements),
    confidence === undefined || actor !== undefined || named.length > 0,
    fits(actor, (one) =>
      one === "none" ? named.length === 0 : named.some((slug) => parts(one).includes(slug)),
    ),
  ];
  return conditions.every(Boolean);
}

export function incidentsUnder(dataset: GivenDataset, filters: Filters): GivenIncident[] {
  return dataset.incidents.filter((incident) => counts(dataset, incident, filters));
}

export function totalOf(incidents: readonly GivenIncident[]): Total {
  return {
    incidents: incidents.length,
    unknownSize: incidents.filter(({ lossUsd }) => lossUsd === null).length,
    lossUsd: Number(exactSum(incidents.map(({ lossUsd }) => lossUsd))),
  };
}

export function periodTotalOf(incidents: readonly GivenIncident[]): PeriodTotal {
  return {
    ...totalOf(incidents),
    returnedUsd: Number(exactSum(incidents.map(({ returnedUsd }) => returnedUsd))),
    returnedIncidents: incidents.filter(({ returnedUsd }) => (returnedUsd ?? 0) > 0).length,
  };
}

/** Totals of groups of incidents, in the order of the groups' keys. */
export function totalsBy<Key extends string>(
  incidents: readonly GivenIncident[],
  keyOf: (incident: GivenIncident) => Key,
): [Key, Total][] {
  const groups = new Map<Key, GivenIncident[]>();
  for (const incident of incidents) {
    groups.set(keyOf(incident), [...(groups.get(keyOf(incident)) ?? []), incident]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, group]) => [key, totalOf(group)]);
}
