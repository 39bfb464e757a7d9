/** Endings of what programs read: files, feeds and data. */
const ENDING = /\.(?:json|jsonl|jsonld|csv|tsv|xlsx|svg|png|pdf|zip|atom|xml|txt)$/;

/** What programs ask for without an ending: previews are pages, though programs frame them. */
const WITHOUT_ENDING =
  /^(?:\/oembed|\/mcp|\/hub|\/log\/.*|\/time(?:gate|map)(?:\/.*)?|(?:\/v\/\d+)?\/(?:lookup|reconcile(?:\/(?:suggest\/[a-z]+|properties|view))?))$/;

/** Whether a URL is read by programs, which are told of problems as data; everything else is a page. */
export function isForPrograms(pathname: string): boolean {
  return (
    WITHOUT_ENDING.test(pathname) || /^\/(?:api|dumps)\//.test(pathname) || ENDING.test(pathname)
  );
}

/** What scripts of any site may read of such an answer: all of it is public, and none of it knows a reader. */
export const READABLE_ANYWHERE = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag, Last-Modified, Link, Memento-Datetime, RateLimit-Policy, Retry-After",
};

const READING = "GET, HEAD, OPTIONS";

/**
 * The answer to a browser that asks whether a script of another site may send a request with headers of its own.
 * @param isSent whether what is asked may be sent by POST
 */
export function preflight(isSent = false): Response {
  const methods = isSent ? `${READING}, POST` : READING;
  return new Response(null, {
    status: 204,
    headers: {
      ...READABLE_ANYWHERE,
      Allow: methods,
      "Access-Control-Allow-Methods": methods,
      // Any header but those that say who asks.
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": "86400",
    },
  });
}
