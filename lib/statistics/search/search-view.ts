import { z } from "zod";
import type { ParameterProblem, Read } from "@/lib/statistics/rules/parameters";
import { SEARCH_KINDS, type SearchKind } from "@/lib/values/search/search-kind";
import { foldedText } from "@/lib/values/search/search-words";
import { unseenSigns } from "@/lib/values/wallets/unseen-signs";

/** A search of the whole record. */
export interface SearchView {
  /** Empty before anything is asked. */
  q: string;
  /** Of which kind alone; null for all. */
  kind: SearchKind | null;
}

/** Characters: an explorer's link and a sentence have room. */
export const LONGEST_SEARCH = 300;
const MOST_WORDS = 24;
/** As much of what was given as its refusal repeats. */
const REPEATED = 80;

const kindSchema = z.enum(SEARCH_KINDS.map(({ value }) => value) as [SearchKind, ...SearchKind[]]);

/** What people write who expect patterns to be read: no name or URL of the record holds it. */
const PATTERN = /\.[*+]|\\[bBdDsSwWx]|\[\^?\w-\w|\(\?[:=!<]|\)[*+{]|\w\*|\*\w|^\^|\S\$$|\w\|\w/;

/**
 * Reads the parameters of a search. What cannot be answered as it was asked is refused with what is allowed, and never cut
 * down to something else: other texts may be meant.
 */
export function readSearch(query: URLSearchParams): Read<SearchView> {
  const problems: ParameterProblem[] = [];
  const refuse = (parameter: string, given: string, allowed: string) =>
    problems.push({ parameter, given: shortened(given), allowed });
  for (const name of new Set(query.keys()))
    if (name !== "q" && name !== "kind")
      refuse(name, query.get(name) ?? "", "this page knows q, kind");
  const one = (name: string) => {
    const given = query.getAll(name).filter((text) => text.trim() !== "");
    if (given.length > 1) refuse(name, given.join(" and "), "given only once");
    return given[0] ?? "";
  };
  const q = one("q").normalize("NFC").replace(/\s+/g, " ").trim();
  const allowed = problemOf(q);
  if (allowed !== null) refuse("q", q, allowed);
  const named = one("kind");
  const kind = named === "" ? null : kindSchema.safeParse(named);
  if (kind !== null && !kind.success)
    refuse("kind", named, `one of ${SEARCH_KINDS.map(({ value }) => value).join(", ")}`);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { q, kind: kind?.data ?? null } };
}

/** What a text would have to be to be searched; null where it can be. */
function problemOf(q: string): string | null {
  if (q === "") return null;
  if (q.length > LONGEST_SEARCH)
    return `text of at most ${LONGEST_SEARCH} characters (these are ${q.length.toLocaleString("en-GB")}); for many addresses at once there is the bulk look-up`;
  const hidden = unseenSigns(q).filter((sign) => !sign.startsWith("no-break space"));
  if (hidden.length > 0)
    return `text without signs that cannot be seen: it holds ${hidden.join(", ")}`;
  if (!/^https?:/i.test(q) && PATTERN.test(q))
    return "words as they are: patterns such as .* or [a-z] are not read";
  const folded = foldedText(q);
  if (folded === "") return "text with a letter or a digit";
  if (folded.split(" ").length > MOST_WORDS && !/^https?:\S+$/i.test(q))
    return `at most ${MOST_WORDS} words`;
  return null;
}

function shortened(given: string): string {
  const seen = given.replace(/[\p{Cf}\p{Cc}\p{Cs}]/gu, "\ufffd");
  return seen.length > REPEATED ? `${seen.slice(0, REPEATED)}…` : seen;
}

/** The canonical query of a search. */
export function writeSearch({ q, kind }: SearchView): string {
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  if (kind !== null) query.set("kind", kind);
  return query.toString();
}
