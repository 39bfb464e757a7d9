import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { isListedTechnique, techniqueSchema } from "@/lib/values/taxonomy/taxonomy";
import { readTechnique } from "@/lib/values/taxonomy/technique-names";

/** Whether what is typed as a technique is one that the taxonomy lacks, of which an editor may write what it means. */
export function isOpenTechnique(typed: TypedValue | undefined): boolean {
  const name = techniqueOf(typed);
  return techniqueSchema.safeParse(name).success && !isListedTechnique(name);
}

/**
 * An incident whose technique was changed without a word about what it means: what the former one means is not said of the
 * new one.
 */
export function withoutFormerDefinition(before: Typed, after: Typed): Typed {
  const isSame = techniqueOf(before.technique) === techniqueOf(after.technique);
  return isSame || (after.techniqueDefinition ?? "") === ""
    ? after
    : { ...after, techniqueDefinition: "" };
}

function techniqueOf(typed: TypedValue | undefined): string {
  return typeof typed === "string" ? readTechnique(typed) : "";
}
