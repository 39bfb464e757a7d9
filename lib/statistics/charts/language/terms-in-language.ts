import type { Dimension } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import {
  type Category,
  isTargetKind,
  type TargetKind,
  techniqueLabel,
} from "@/lib/values/taxonomy/taxonomy";
import type { ChartWords } from "./chart-words";

/** A category's name. */
export function categoryIn(words: ChartWords, category: Category): string {
  return words.category[category];
}

/** A technique's name; one that an editor has added is made of its own name in every language. */
export function techniqueIn(words: ChartWords, technique: string): string {
  return words.technique[technique] ?? techniqueLabel(technique);
}

export function targetKindIn(words: ChartWords, kind: TargetKind): string {
  return words.target[kind];
}

/**
 * What the values of a dimension are called: terms by the language, chains and actors by the record. English names are
 * the record's own.
 */
export function namesIn(
  words: ChartWords,
  by: Dimension | null,
  names: Readonly<Record<string, string>>,
  nameOf: (name: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, termIn(words, by, key) ?? nameOf(name)]),
  );
}

function termIn(words: ChartWords, by: Dimension | null, key: string): string | null {
  if (key === SEVERAL)
    return by === "chain" ? words.label.severalChains : words.label.severalActors;
  if (by === "category") return words.category[key as Category] ?? null;
  if (by === "technique") return words.technique[key] ?? null;
  return by === "target" && isTargetKind(key) ? words.target[key] : null;
}
