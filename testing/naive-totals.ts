import type { Filters } from "@/lib/statistics/rules/views";
import type { PeriodTotal, Total } from "@/lib/statistics/totals/totals";
import type { GivenDataset, GivenIncident } from "@/testing/dataset";
import { exactSum } from "@/testing/dataset";

// The counting rules once more, as plainly as they can be put, over the files of a dataset: what the
// database answers is held against this.

const CONFIDENCES = ["suspected", "likely", "confirmed"];

/** The day from which an incident counts. */
export function dayOf({ occurredOn }: GivenIncident): string {
  return `${occurredOn}-01-01`.slice(0, 10);
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

/** A target's name without what does not count in it: letter case and white space. */
export function foldedName(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Whether an incident counts under a rule. */
function counts(dataset: GivenDataset, incident: GivenIncident, filters: Filters): boolean {
  const { from, to, category, technique, target, chain, actor, confidence, least, loss } = filters;
  const named = namedActors(incident, confidence);
  const text = `${incident.name} ${incident.target} ${incident.summary}`.toLowerCase();
  const mentions = (word: string) =>
    text.includes(word) ||
    incident.addresses.some(({ address }) => address.toLowerCase().includes(word));
  const conditions = [
    from === undefined || dayOf(incident) >= from,
    to === undefined || dayOf(incident) <= to,
    category === undefined || incident.category === category,
    technique === undefined || incident.technique === technique,
    target === undefined || incident.targetKind === target,
    filters["target-name"] === undefined ||
      foldedName(incident.target) === foldedName(filters["target-name"]),
    chain === undefined || incident.chains.includes(chain),
    least === undefined || (incident.lossUsd !== null && incident.lossUsd >= least),
    loss !== "known" || incident.lossUsd !== null,
    loss !== "unknown" || incident.lossUsd === null,
    filters.returned === undefined || (incident.returnedUsd ?? 0) > 0,
    filters.q === undefined || filters.q.toLowerCase().split(" ").every(mentions),
    confidence === undefined || actor !== undefined || named.length > 0,
    actor !== "none" || named.length === 0,
    actor === undefined ||
      actor === "none" ||
      named.some((slug) => withParts(dataset, actor).includes(slug)),
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
