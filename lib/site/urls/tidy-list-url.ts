import type { ReadingContext } from "@/lib/site/urls/route";
import { recordRoutes } from "@/lib/site/urls/routes/record-routes";

/**
 * The canonical URL of a list of incidents, where it is asked for in other words: as a form sends it, with what is left
 * empty, what is so anyway, several values one by one and amounts as they were typed. Null where it says the same in the
 * same words, in whatever order, or cannot be read.
 * @param path below the version
 */
export function tidyListUrl(
  path: string,
  query: URLSearchParams,
  context: ReadingContext,
): string | null {
  const read = recordRoutes.incidents.parse(path, query, context);
  if (read === null || !read.ok) return null;
  const canonical = recordRoutes.incidents.url(read.value);
  const words = (asked: URLSearchParams) => JSON.stringify([...asked].sort());
  return words(new URLSearchParams(canonical.split("?")[1])) === words(query) ? null : canonical;
}
