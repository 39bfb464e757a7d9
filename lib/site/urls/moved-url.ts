import type { Required } from "@/lib/site/urls/route";
import { type Picked, pickedValues, writePicked } from "@/lib/statistics/rules/picked";

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
  if (as === "filter") {
    const again = (each: string) => (each === old ? slug : each);
    // Of a comparison either side may name it.
    for (const name of [kind, `with-${kind}`]) {
      const { among, without } = pickedValues(query.getAll(name).join(",") as Picked);
      if (![...among, ...without].includes(old)) continue;
      const written = { among: among.map(again), without: without.map(again) };
      renamed.set(name, writePicked(written) ?? slug);
    }
  }
  const path =
    as === "filter"
      ? pathname
      : pathname.replace(
          new RegExp(`(/(?:incidents|targets|actors)/)${old}(?=$|[./])`),
          `$1${slug}`,
        );
  const search = renamed.toString().replaceAll("%2C", ",");
  return search === "" ? path : `${path}?${search}`;
}
