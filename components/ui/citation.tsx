import { CitationMeta } from "@/components/ui/citation-meta";
import { type Day, dateText } from "@/lib/values/dates/day";

interface CitationProps {
  title: string;
  version: { number: number; publishedOn: Day };
  /** The address at which the page always says the same. */
  permanent: string;
}

/** How to quote a page so that the quotation still checks out years later. */
export function Citation({ title, version, permanent }: CitationProps) {
  return (
    <>
      <CitationMeta title={title} version={version} permanent={permanent} />
      <p className="[overflow-wrap:anywhere]">
        Lossline, “{title}”, version {version.number} of the record, published{" "}
        <time dateTime={version.publishedOn}>{dateText(version.publishedOn)}</time>,{" "}
        <a href={permanent}>{permanent}</a>
      </p>
    </>
  );
}
