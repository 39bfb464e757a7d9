import { HostLink } from "@/components/sources/host-link";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import { dateInShort } from "@/lib/values/dates/day";

/** When a figure was published, and where it can be read. */
export function FigureSource({ figure }: { figure: PublishedFigureRow }) {
  const { publishedOn, source, publisher } = figure;
  return (
    <>
      Published <time dateTime={publishedOn}>{dateInShort(publishedOn)}</time>,{" "}
      <HostLink href={source} label={`Source of the figure of ${publisher}`} />
    </>
  );
}
