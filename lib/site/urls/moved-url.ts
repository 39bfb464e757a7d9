import type { Required } from "@/lib/site/urls/route";

/** Which of its slugs a URL of that kind of need is answered under. */
export function slugFor(
  { as }: Extract<Required, { slug: string }>,
  place: { own: string; active: string },
): string | null {
  // A comparison of versions follows the actor or target itself from one to the other.
  if (as === "cited") return null;
  return as === "history" ? place.own : place.active;
}

/** A URL with the slug in it replaced: in its path, or in its filter by actor or target. */
export function withSlug(
  pathname: string,
  query: URLSearchParams,
  { kind, as, slug: old }: Extract<Required, { slug: string }>,
  slug: string,
): string {
  const renamed = new URLSearchParams(query);
  // Of a comparison either side may name it.
  if (as === "filter")
    renamed.set(renamed.get(`with-${kind}`) === old ? `with-${kind}` : kind, slug);
  const path =
    as === "filter"
      ? pathname
      : pathname.replace(
          new RegExp(`(/(?:incidents|targets|actors)/)${old}(?=$|[./])`),
          `$1${slug}`,
        );
  const search = renamed.toString();
  return search === "" ? path : `${path}?${search}`;
}
