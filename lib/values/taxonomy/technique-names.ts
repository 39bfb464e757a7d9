import { hyphenated } from "@/lib/values/taxonomy/chain-names";
import { TECHNIQUES, techniqueLabel, techniqueSchema } from "@/lib/values/taxonomy/taxonomy";

const byLabel = new Map(TECHNIQUES.map(({ value, label }) => [hyphenated(label), value]));

/**
 * The record's name of a technique as somebody types it: the taxonomy's where it is called so, or else the
 * words themselves, joined by hyphens. What is such a name already stays. Empty where nothing is left.
 */
export function readTechnique(text: string): string {
  const typed = text.trim();
  if (techniqueSchema.safeParse(typed).success) return typed;
  const name = hyphenated(typed);
  return byLabel.get(name) ?? name;
}

/** A technique as it is written in a form; reads back as the technique. */
export function writeTechnique(technique: string): string {
  const label = techniqueLabel(technique);
  return readTechnique(label) === technique ? label : technique;
}
