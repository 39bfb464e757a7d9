import { z } from "zod";
import { textSchema } from "@/lib/values/sources/source";

/** Shorter texts would be found within others everywhere. */
const SHORTEST = 4;

/** What somebody asks to be withheld: exact texts, such as a name or a summary, and whose order it is. */
export const withholdingSchema = z.strictObject({
  texts: z
    .array(
      textSchema(4000).refine(
        (text) => text.length >= SHORTEST,
        `must have at least ${SHORTEST} characters: a shorter one stands within others everywhere`,
      ),
    )
    .min(1, "must hold at least one text")
    .max(20, "must hold at most 20 texts"),
  /** Named wherever a text stood, so it must not name what is withheld. */
  orderedBy: textSchema(80),
  reason: textSchema(1000),
});
export type WithholdingGiven = z.infer<typeof withholdingSchema>;

/** A request that waits for a second person, or how it was decided. */
export interface ListedWithholding {
  id: number;
  by: string;
  byId: string;
  /** Null once it is decided: the texts are kept nowhere then. */
  texts: string[] | null;
  orderedBy: string;
  reason: string;
  at: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** The version that withholds them; null while it waits, and where they were left alone. */
  publishedIn: number | null;
}

/** What stands where a text stood. */
export function withheldMark(version: number, orderedBy: string): string {
  return `[withheld since version ${version} by order of ${orderedBy}]`;
}

/** What stands in a URL's name where a name stood. */
export function withheldSlug(version: number): string {
  return `withheld-${version}`;
}

/** A pattern of PostgreSQL that finds a text, whatever its letters' case and the white space between its words. */
export function textPattern(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
}

/** As `textPattern`, within JSON. */
export function jsonPattern(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((word) =>
      JSON.stringify(word)
        .slice(1, -1)
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("(?:\\s|\\\\[nrt])+");
}

/** A text's words as URLs write them: letters a to z and digits alone; null of one too long or too short for any. */
function urlWords(text: string): string[] | null {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const length = words.join("-").length;
  return length >= SHORTEST && length <= 100 ? words : null;
}

/** A pattern that finds a text's words in a record's name in URLs; null of one that can be in none. */
export function slugPattern(text: string): string | null {
  const words = urlWords(text);
  return words === null ? null : `(?<![a-z0-9])${words.join("-?")}(?![a-z0-9])`;
}

/** A pattern that finds a text's words in a web address, however they are joined; null of one that can be in none. */
export function urlPattern(text: string): string | null {
  return urlWords(text)?.join("(?:[-_+.,'()]|%2[0789])*") ?? null;
}
