import { OpenedLink } from "@/components/desk/review/opened-link";
import type { CitedSource, Evidence } from "@/lib/desk/proposals/evidence";
import { dateText, partialDateSchema } from "@/lib/values/dates/day";

interface EvidenceLinesProps {
  evidence: Evidence;
  /** Of what it stands beside: a source’s own row only says where it can be opened. */
  path: string;
}

/** What can be opened beside something that a proposal says: the source that it cites, and its page at a block explorer. */
export function EvidenceLines({ evidence: { sources, explorer }, path }: EvidenceLinesProps) {
  if (sources.length === 0 && explorer === null) return null;
  const isSource = path.startsWith("sources/");
  return (
    <ul className="mt-1 font-sans text-sm">
      {sources.map((source) => (
        <li key={source.url}>
          <span className="text-muted">{isSource ? "Open: " : "Source: "}</span>
          {isSource ? <Opened source={source} /> : <Cited source={source} />}
        </li>
      ))}
      {explorer !== null && (
        <li>
          <span className="text-muted">Look it up: </span>
          <OpenedLink href={explorer}>{hostOf(explorer)}</OpenedLink>
        </li>
      )}
    </ul>
  );
}

function Opened({ source: { url, archivedUrl } }: { source: CitedSource }) {
  return (
    <>
      <OpenedLink href={url}>{hostOf(url)}</OpenedLink>
      <Copy of={hostOf(url)} archivedUrl={archivedUrl} />
    </>
  );
}

/** A source as a claim cites it: whose, what it is called, of which day, and where a copy is. */
function Cited({ source }: { source: CitedSource }) {
  const { url, publisher, title, publishedOn, archivedUrl, isListed } = source;
  return (
    <>
      {publisher !== "" && `${publisher}, `}
      <OpenedLink href={url}>{title === "" ? hostOf(url) : `“${title}”`}</OpenedLink>
      {isListed ? (
        <>, {publishedOn === "" ? "undated" : dayText(publishedOn)}</>
      ) : (
        <span className="text-muted"> (not among the sources)</span>
      )}
      <Copy of={title === "" ? hostOf(url) : `“${title}”`} archivedUrl={archivedUrl} />
    </>
  );
}

function Copy({ of, archivedUrl }: { of: string; archivedUrl: string | null }) {
  if (archivedUrl === null) return null;
  return (
    <>
      {" · "}
      <OpenedLink href={archivedUrl} label={`Archived copy of ${of}`}>
        archived copy
      </OpenedLink>
    </>
  );
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

/** As it was typed where it is no day yet. */
function dayText(text: string): string {
  return partialDateSchema.safeParse(text).success ? dateText(text) : text;
}
