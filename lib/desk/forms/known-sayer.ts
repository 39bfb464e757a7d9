import type { Typed, TypedValue } from "@/lib/desk/forms/typed";

/** Whose word an amount rests on, as an estimate's fields say it. */
export interface Sayer {
  by: string;
  source: string;
}

/**
 * Who says an amount, where the form knows it: the publisher of the source that stands beside the amount, or of the only
 * source there is. Null where it does not: of several sources any one may say it, and none is guessed.
 * @param sources the rows of the form's sources
 * @param link the source beside the amount; empty where none is named yet
 */
export function knownSayer(sources: readonly Typed[], link: string): Sayer | null {
  const named = sources.filter(({ url }) => textOf(url) !== "");
  const meant =
    link.trim() === ""
      ? named
      : named.filter(
          ({ url, archivedUrl }) =>
            isSamePage(textOf(url), link) || isSamePage(textOf(archivedUrl), link),
        );
  const [only, ...others] = meant;
  if (only === undefined || others.length > 0) return null;
  const by = textOf(only.publisher);
  return by === "" ? null : { by, source: link.trim() === "" ? textOf(only.url) : link.trim() };
}

/** Whether two links are one, as people paste them: with or without a slash at the end or a place within the page. */
function isSamePage(one: string, other: string): boolean {
  const bare = (url: string) => url.trim().replace(/#.*$/, "").replace(/\/$/, "");
  return bare(one) !== "" && bare(one) === bare(other);
}

function textOf(value: TypedValue | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}
