import { openVersion } from "@/app/versioned/open-version";
import { findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { recordNumber } from "@/lib/statistics/numbers/number-queries";
import { numberSentences } from "@/lib/statistics/numbers/number-sentence";

/** A number at a version with its names and sentences. */
export async function openNumber(reference: string, rule: NumberRule) {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const { actor, target } = rule.filters;
  const [counted, named, targetName] = await Promise.all([
    recordNumber(db, version, rule),
    actor === undefined || actor === "none" ? null : findActor(db, version.number, actor),
    targetNameAt(db, version.number, target),
  ]);
  // Of what a person was acquitted of no confidence is said: it would read as a verdict.
  const number = named?.status === "acquitted" ? { ...counted, bySureness: [] } : counted;
  const names = { actorName: named && nameWithStatus(named), targetName };
  return { ...opened, number, names, sentences: numberSentences(number, names, version) };
}
