import { writeStructuredData } from "@/lib/site/citations/structured-data";

/** What a page says of itself to search engines; a block of data, which nothing runs. */
export function StructuredData({ data }: { data: Parameters<typeof writeStructuredData>[0] }) {
  return <script type="application/ld+json">{writeStructuredData(data)}</script>;
}
