import { writeStructuredData } from "@/lib/site/citations/structured-data";

/** What a page says of itself to search engines; a block of data, which nothing runs. */
export function StructuredData({ data }: { data: Parameters<typeof writeStructuredData>[0] }) {
  return (
    // Plain markup as a whole: scripts are not told of it.
    <div hidden>
      <script type="application/ld+json">{writeStructuredData(data)}</script>
    </div>
  );
}
