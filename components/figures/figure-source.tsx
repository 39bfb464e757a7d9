import { ExternalLink, hostOf } from "@/components/sources/external-link";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import { dateInShort } from "@/lib/values/dates/day";

/** When a figure was published, and where it can be read. */
export function FigureSource({ figure }: { figure: PublishedFigureRow }) {
  const { publishedOn, source, publisher } = figure;
  const host = hostOf(source);
  return (
    <>
      Published <time dateTime={publishedOn}>{dateInShort(publishedOn)}</time>,{" "}
      <ExternalLink href={source} label={`${host}: source of the figure of ${publisher}`}>
        {host}
      </ExternalLink>
    </>
  );
}
