import type { Attribution } from "@/lib/record/incidents/incident";
import { whenText } from "@/lib/values/dates/partial-date";
import type { AttributionBasis } from "@/lib/values/taxonomy/taxonomy";

type Statement = Pick<Attribution, "basis" | "by" | "on">;

/**
 * What somebody's statement rests on, with whose it is; the record says none of it in its own voice. What is set off by
 * a comma ends in one.
 */
const GROUNDS: Record<AttributionBasis, (by: string, together: boolean) => string> = {
  charge: (by, together) => `charged ${together ? "together " : ""}by ${by}`,
  conviction: (by) => `convicted, according to ${by},`,
  admission: (by) => `by their own admission, ${by},`,
  sanction: (by) => `sanctioned by ${by}`,
  "government-statement": (by) => `named in a government statement by ${by}`,
  "firm-analysis": (by) => `named in an analysis by ${by}`,
  "independent-analysis": (by) => `named in an independent analysis by ${by}`,
  "victim-statement": (by) => `named by the victim, ${by},`,
  press: (by) => `named in a press report by ${by}`,
};

/**
 * The ground of an attribution, to stand after the actor's name: `charged by US prosecutors on 3 February 2025`. An
 * attribution without a basis is only somebody's word: `named by ZachXBT, undated`.
 * @param together whether the same statement names others beside the actor
 */
export function groundText({ basis, by, on }: Statement, together = false): string {
  const ground = basis === null ? `named by ${by}` : GROUNDS[basis](by, together);
  return on === null ? `${ground.replace(/,$/, "")}, undated` : `${ground} ${whenText(on)}`;
}

/**
 * An attribution as a sentence without its stop, always somebody's statement: `Lazarus Group: named in an analysis by
 * Elliptic on 11 September 2023`.
 * @param name what the actor is called, of a person with the legal status
 */
export function attributionSentence(name: string, statement: Statement, together = false): string {
  return `${name}: ${groundText(statement, together)}`;
}

/**
 * Attributions as statements: actors whom one party names on one day, on one ground and in one source are named
 * together. In the order given.
 */
export function togetherNamed(attributions: readonly Attribution[]): Attribution[][] {
  const groups = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    const { basis, by, on, source, confidence } = attribution;
    const key = JSON.stringify([basis, by, on, source, confidence]);
    groups.set(key, [...(groups.get(key) ?? []), attribution]);
  }
  return [...groups.values()];
}
