import type { PickOption, PickOptions } from "@/components/desk/form/pick-option";
import type { Queryable } from "@/lib/db/client";
import { countries, FIGURE_CATEGORIES } from "@/lib/desk/forms/picks";
import {
  actorsToPick,
  chainsToPick,
  figuresToPick,
  techniquesToPick,
} from "@/lib/desk/proposals/pick-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { writeChain } from "@/lib/values/taxonomy/chain-names";
import { CATEGORIES, TARGET_KINDS, type Term } from "@/lib/values/taxonomy/taxonomy";

/** What can be picked in the form of a kind of record. */
export async function formOptions(db: Queryable, kind: RecordKind): Promise<PickOptions> {
  const actor = await actorsToPick(db);
  if (kind === "actor")
    return {
      actor,
      country: countries().map(({ value, label }) => ({ text: label, detail: value })),
    };
  if (kind === "figure")
    return {
      actor,
      figure: await figuresToPick(db),
      figureCategory: FIGURE_CATEGORIES.map(ofTerm),
    };
  const targetKind = TARGET_KINDS.map(ofTerm);
  if (kind === "target") return { targetKind };
  if (kind === "coverage") return {};
  const chain = (await chainsToPick(db)).map((name) => {
    const text = writeChain(name);
    return text.toLowerCase() === name ? { text } : { text, detail: name };
  });
  if (kind === "service") return { chain };
  return {
    actor,
    chain,
    category: CATEGORIES.map(ofTerm),
    technique: (await techniquesToPick(db)).map(ofTerm),
    targetKind,
  };
}

function ofTerm({ label, definition }: Term): PickOption {
  return definition === null ? { text: label } : { text: label, detail: definition };
}
