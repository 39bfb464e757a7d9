import { notFound } from "next/navigation";
import { IMMUTABLE } from "@/lib/site/caching/cache-control";
import { decodeCitation } from "@/lib/site/citations/short-id";
import { linksFor } from "@/lib/site/urls/links";

/** Leads from a printed id to the very chart that it names; the proxy has made sure that there is one. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const citation = decodeCitation(decodeURIComponent((await params).id));
  if (citation === null) notFound();
  const links = linksFor({ version: citation.version, pinned: true });
  // A path alone: which host the reader asked is none of our business.
  return new Response(null, {
    status: 308,
    headers: {
      Location: links.chart(citation.view),
      "Cache-Control": IMMUTABLE,
    },
  });
}
