import { distinctiveWords, isDistinctive } from "@/lib/desk/duplicates/distinctive-words";
import type { NamedTarget, TargetDirectory } from "@/lib/record/targets/target-directory";

/** A target that an incident may name, with every name under which the same theft may have been told. */
export interface KnownTarget {
  targetId: number;
  names: readonly string[];
}

/**
 * Which targets of the record a name as somebody types it can mean: by its own names, other names and former ones, and
 * by those words of it that tell names apart, so that "Huobi hot wallet" is HTX.
 */
export class TargetNames {
  private readonly byWords = new Map<string, Set<NamedTarget>>();

  constructor(private readonly directory: TargetDirectory) {
    for (const target of directory.targets)
      for (const name of namesOf(target)) {
        const key = wordsKey(name);
        if (key === null) continue;
        const found = this.byWords.get(key) ?? new Set();
        this.byWords.set(key, found.add(target));
      }
  }

  /** Those that the name can mean. */
  meantBy(name: string): KnownTarget[] {
    // What stands in brackets says which one is meant, or where it is: "M2 exchange (UAE)".
    const spellings = [name, name.replace(/\s*\([^)]*\)/g, "")];
    const found = new Set(
      spellings.flatMap((spelling) => {
        const key = wordsKey(spelling);
        return [
          ...this.directory.bearing(spelling),
          ...(key === null ? [] : (this.byWords.get(key) ?? [])),
        ];
      }),
    );
    return [...new Set([...found].map((target) => this.directory.active(target)))].map(known);
  }

  /** The record with that id, or what it was merged into; null where there is none. */
  withId(targetId: number): KnownTarget | null {
    const target = this.directory.withId(targetId);
    return target === null ? null : known(this.directory.active(target));
  }
}

function known(target: NamedTarget): KnownTarget {
  return { targetId: target.targetId, names: namesOf(target) };
}

function namesOf({ name, aliases, formerly }: NamedTarget): string[] {
  return [name, ...aliases, ...formerly];
}

function wordsKey(name: string): string | null {
  return isDistinctive(name) ? distinctiveWords(name).join("") : null;
}
