/**
 * At a plain URL: a reader's copy is asked about each time, because the next version may change it. A cache that many
 * share keeps its copy for a second, so that however many read, one request a second comes through; it sends the copy for
 * one second more while it asks anew, and for a day where the program does not answer (RFC 5861).
 */
export const UNTIL_NEXT_VERSION =
  "public, max-age=0, s-maxage=1, must-revalidate, stale-while-revalidate=1, stale-if-error=86400";

/** At a URL that names a version: it never changes. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
