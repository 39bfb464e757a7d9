import { Prose } from "@/components/methodology/prose";
import type { Links } from "@/lib/site/urls/links";
import { type Day, yearOf } from "@/lib/values/dates/day";

interface RecordFactsProps {
  counts: {
    incidents: number;
    attributions: number;
    addresses: number;
    sources: number;
    targets: number;
    actors: number;
    figures: number;
  };
  /** The first and last day with an incident; null for an empty record. */
  span: { first: Day; last: Day } | null;
  version: number;
  links: Links;
}

/** How much a version holds, in one sentence. */
export function RecordFacts({ counts, span, version, links }: RecordFactsProps) {
  const count = (number: number) => number.toLocaleString("en-GB");
  return (
    <Prose>
      <p>
        Version {version} of the record holds{" "}
        <a href={links.incidents()}>{count(counts.incidents)} incidents</a>
        {span !== null && ` from ${yearOf(span.first)} to ${yearOf(span.last)}`}, with{" "}
        {count(counts.sources)} sources, {count(counts.addresses)} addresses and{" "}
        {count(counts.attributions)} attributions;{" "}
        <a href={links.targets()}>{count(counts.targets)} targets</a> that they befell; the{" "}
        <a href={links.actors()}>{count(counts.actors)} actors</a> that attributions can name; and{" "}
        <a href={links.figures()}>{count(counts.figures)} totals that others published</a>, to hold
        its own against.
      </p>
      <p>
        An incident is a theft of crypto-assets that a public source describes. Each names its
        sources; nothing in the record rests on anything that a reader cannot look up.
      </p>
    </Prose>
  );
}
