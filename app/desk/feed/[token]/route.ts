import { database } from "@/lib/db/client";
import { feedSecret, writePrivateFeed } from "@/lib/desk/private-feed/private-feed";
import { newsFor, ownerOfFeed } from "@/lib/desk/private-feed/private-feed-queries";
import { askedOrigin } from "@/lib/site/urls/asked-origin";

const HEADERS = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
  "Referrer-Policy": "no-referrer",
};

/** What concerns somebody at the desk, for whoever holds the private address of their feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const secret = feedSecret((await params).token);
  const db = database();
  const owner = secret === null ? null : await ownerOfFeed(db, secret);
  if (owner === null)
    return new Response(
      "There is no such feed: its address is wrong, or was ended. A new one is made at the desk, under your account.\n",
      { status: 404, headers: { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" } },
    );
  const document = writePrivateFeed(owner, await newsFor(db, owner), askedOrigin(request.headers));
  return new Response(document, {
    headers: { ...HEADERS, "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
