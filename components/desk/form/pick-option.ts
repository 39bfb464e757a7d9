import type { PickList } from "@/lib/desk/forms/form";

/** A record that a form names before anybody has begun it. */
export interface Created {
  kind: "actor" | "target";
  name: string;
}

/** Something that can be picked. */
export interface PickOption {
  /** The text that a field gets. */
  text: string;
  /** What it is called in the list, where that is not the text. */
  label?: string;
  /** What else is said of it, and searched. */
  detail?: string;
  /** There is none so called yet. */
  isNew?: true;
  /** The actor or target of which a draft is begun by picking it. */
  creates?: Created;
}

/** What can be picked, list by list; incidents are asked for as one types. */
export type PickOptions = Partial<Record<PickList, readonly PickOption[]>>;

/** The options that fit what was typed: those that begin with it first. */
export function fitting(options: readonly PickOption[], typed: string): PickOption[] {
  const words = folded(typed).split(" ").filter(Boolean);
  if (words.length === 0) return options.slice(0, 60);
  const whole = words.join(" ");
  return options
    .flatMap((option) => {
      const names = [option.label, option.text].filter((text) => text !== undefined).map(folded);
      const all = `${names.join(" ")} ${folded(option.detail ?? "")}`;
      if (!words.every((word) => all.includes(word))) return [];
      const rank = names.includes(whole)
        ? 0
        : names.some((name) => name.startsWith(whole))
          ? 1
          : names.some((name) => name.includes(` ${whole}`))
            ? 2
            : 3;
      return [{ option, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, 60)
    .map(({ option }) => option);
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
