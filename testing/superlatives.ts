import type { GivenDataset, GivenIncident } from "@/testing/dataset";
import { withParts } from "@/testing/naive-totals";

// A superlative about a theft is a claim about the whole record: what a text says is held against its numbers.

const SUPERLATIVE = /\b(largest|biggest|greatest|worst|costliest|most (?:costly|expensive))\b/i;
const THEFT =
  /\b(thefts?|hacks?|exploits?|heists?|incidents?|loss(?:es)?|robber(?:y|ies)|frauds?|scams?)\b/i;
/** What somebody else counted is theirs. */
const QUOTED = /\b(counts?|counted|said|according to)\b/i;
const PARTLY = /\b(one|some|several|among) (of )?the\b/i;
/** Where one of several is meant, it is among so many. */
const FEW = 15;

const known = (incidents: readonly GivenIncident[]) =>
  incidents
    .filter(({ lossUsd }) => lossUsd !== null)
    .toSorted((one, other) => (other.lossUsd ?? 0) - (one.lossUsd ?? 0));

/** What is said to be the largest, or first, within the days that a sentence names. */
function scopeOf(sentence: string, { incidents }: GivenDataset): GivenIncident[] | null {
  const year = /\bof (\d{4})\b/.exec(sentence)?.[1];
  if (year !== undefined) return incidents.filter(({ occurredOn }) => occurredOn.startsWith(year));
  return /\b(on record|in (this|the) record|ever)\b/i.test(sentence) ? [...incidents] : null;
}

/**
 * Which superlatives of a text about thefts the record contradicts, or cannot be held against because they name neither
 * days nor whose count it is.
 * @param isMeant whether an incident is what the text is about
 */
export function wrongSuperlatives(
  text: string,
  dataset: GivenDataset,
  isMeant: (incident: GivenIncident) => boolean,
): string[] {
  return text.split(/(?<=[.!?;])\s+/).flatMap((sentence) => {
    const isFirst = /\bfirst\b.*\b(on record|ever)\b|\bfirst[- ]ever\b/i.test(sentence);
    const found = SUPERLATIVE.exec(sentence);
    const after = found === null ? "" : sentence.slice(found.index);
    const isLargest = found !== null && THEFT.test(after.split(/\s+/).slice(0, 6).join(" "));
    if ((!isFirst && !isLargest) || QUOTED.test(sentence)) return [];
    const scope = scopeOf(sentence, dataset);
    if (scope === null) return [`names no days and nobody's count: ${sentence}`];
    const own = scope.filter(isMeant);
    const isTrue = isLargest
      ? known(scope)
          .slice(0, PARTLY.test(sentence) ? FEW : 1)
          .some((incident) => own.includes(incident))
      : own.some((one) => scope.every(({ occurredOn }) => occurredOn >= one.occurredOn));
    return isTrue ? [] : [`the record says otherwise: ${sentence}`];
  });
}

/** The superlatives of all texts of a dataset that are not so, with whose text it is. */
export function wrongSuperlativesIn(dataset: GivenDataset): string[] {
  const ofIncidents = dataset.incidents.flatMap(({ slug, name, summary }) =>
    [name, summary].flatMap((text) =>
      wrongSuperlatives(text, dataset, (incident) => incident.slug === slug).map(
        (problem) => `${slug}: ${problem}`,
      ),
    ),
  );
  const ofActors = dataset.actors.flatMap(({ slug, description }) => {
    const all = withParts(dataset, slug);
    const isMeant = ({ attributions }: GivenIncident) =>
      attributions.some(({ actor }) => all.includes(actor));
    return wrongSuperlatives(description, dataset, isMeant).map((problem) => `${slug}: ${problem}`);
  });
  return [...ofIncidents, ...ofActors];
}
