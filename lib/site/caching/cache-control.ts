/** At a plain URL: a reader's copy is asked about each time, because the next version may change it. */
export const UNTIL_NEXT_VERSION = "public, max-age=0, must-revalidate";

/** At a URL that names a version: it never changes. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
