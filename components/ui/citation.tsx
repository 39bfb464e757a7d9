import { CitationMeta } from "@/components/ui/citation-meta";
import { type Day, dateText } from "@/lib/values/dates/day";

interface CitationProps {
  title: string;
  version: { number: number; publishedOn: Day };
  /** The address at which the page always says the same. */
  permanent: string;
}

/** How to quote a page so that the quotation still checks out years later, for people and in the page's head. */
export function Citation(props: CitationProps) {
  return (
    <>
      <CitationMeta {...props} />
      <CitationText {...props} />
    </>
  );
}

/** The same for people alone, on a page whose preview says it in its head. */
export function CitationText({ title, version, permanent }: CitationProps) {
  return (
    <p className="[overflow-wrap:anywhere]">
      Lossline, “{title}”, version {version.number} of the record, published{" "}
      <time dateTime={version.publishedOn}>{dateText(version.publishedOn)}</time>,{" "}
      <a href={permanent}>{permanent}</a>
    </p>
  );
}
