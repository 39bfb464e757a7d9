import { z } from "zod";

/** What somebody decided of a record that may be in the record of thefts already. */
export const rowDecisionSchema = z.discriminatedUnion("how", [
  /** It is another incident. */
  z.object({ how: z.literal("new") }),
  /** It is left out. */
  z.object({ how: z.literal("leave") }),
  /** Its estimate and sources are added to a published incident. */
  z.object({ how: z.literal("merge"), into: z.number().int().positive() }),
]);
export type RowDecision = z.infer<typeof rowDecisionSchema>;

/** By the record's number in its file. */
export const rowDecisionsSchema = z.record(z.string(), rowDecisionSchema);
export type RowDecisions = z.infer<typeof rowDecisionsSchema>;

/** The decisions of an import's row; none where nothing was decided. */
export function readRowDecisions(json: unknown): RowDecisions {
  return rowDecisionsSchema.safeParse(json).data ?? {};
}

/** A decision as a form sends it; null where it is none, which leaves it open. */
export function decisionFrom(text: string): RowDecision | null {
  if (text === "new" || text === "leave") return { how: text };
  const into = Number(/^merge:([1-9]\d{0,9})$/.exec(text)?.[1]);
  return Number.isNaN(into) ? null : { how: "merge", into };
}

/** A decision as a form sends it; empty where there is none. */
export function decisionText(decision: RowDecision | undefined): string {
  if (decision === undefined) return "";
  return decision.how === "merge" ? `merge:${decision.into}` : decision.how;
}
