import { LinkPreview } from "@/components/chart-page/link-preview";
import { CitationMeta } from "@/components/ui/citation-meta";
import { StructuredData } from "@/components/ui/structured-data";
import { collectionData } from "@/lib/site/citations/structured-data";
import { linksFor } from "@/lib/site/urls/links";
import type { Day } from "@/lib/values/dates/day";

interface PagePreviewProps {
  title: string;
  description: string;
  /** The page's own path, and where it always says the same. */
  address: string;
  permanent: string;
  version: { number: number; publishedOn: Day };
  /** What it says of itself to search engines; that it is a list of the record where that is left out. */
  data?: Parameters<typeof StructuredData>[0]["data"];
  /** The days that its picture is of, as a query. */
  days?: string;
}

/** What a page without a picture of its own says of itself to those who link to it: it has the record's months. */
export function PagePreview({
  title,
  description,
  address,
  permanent,
  version,
  data = collectionData(title, description, version, permanent),
  days = "",
}: PagePreviewProps) {
  const { charts } = linksFor({ version: version.number, pinned: true });
  return (
    <>
      <LinkPreview
        title={title}
        description={description}
        address={address}
        picture={`${charts}/monthly.png?${days}${days === "" ? "" : "&"}shape=preview&scale=1`}
        alternative="Columns of what was lost to crypto-asset thefts, by month and category."
      />
      <CitationMeta title={title} version={version} permanent={permanent} />
      <StructuredData data={data} />
    </>
  );
}
