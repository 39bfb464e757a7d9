import { publicUrl } from "@/lib/site/urls/public-url";
import type { Day } from "@/lib/values/dates/day";

interface CitationMetaProps {
  title: string;
  version: { number: number; publishedOn: Day };
  /** The path at which the page always says the same. */
  permanent: string;
}

/** How a page is cited, as reference managers read it. React moves it into the page's head. */
export function CitationMeta({ title, version, permanent }: CitationMetaProps) {
  return (
    <>
      <meta name="citation_title" content={title} />
      <meta name="citation_author" content="Lossline" />
      <meta name="citation_publisher" content="Lossline" />
      <meta name="citation_publication_date" content={version.publishedOn.replaceAll("-", "/")} />
      <meta name="citation_language" content="en" />
      <meta name="citation_public_url" content={publicUrl(permanent)} />
    </>
  );
}
