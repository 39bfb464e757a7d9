import { notFound } from "next/navigation";
import { IMMUTABLE } from "@/lib/site/caching/cache-control";
import { citedPath } from "@/lib/site/urls/cited-path";

/** Leads from a printed id to the very chart or list that it names; the proxy has made sure that there is one. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const id = decodeURIComponent((await params).id);
  const path = citedPath(id);
  if (path === null) notFound();
  // A path alone: which host the reader asked is none of our business.
  return new Response(null, {
    status: 308,
    headers: {
      Location: path,
      "Cache-Control": IMMUTABLE,
    },
  });
}
