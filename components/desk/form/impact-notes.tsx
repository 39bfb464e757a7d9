"use client";

import { memo } from "react";
import { clock } from "@/components/desk/form/save-line";
import { useImpact } from "@/components/desk/form/use-impact";
import { ImpactPanel } from "@/components/desk/impact-panel";
import { Button } from "@/components/desk/ui/button";

interface ImpactNotesProps {
  proposalId: number;
  /** The save that the form is on, as an ISO moment; null while something is not saved. */
  savedAt: string | null;
  saveNow: () => Promise<boolean>;
}

/**
 * Beside the form: what publishing it would move, computed when asked for. Without scripts its button leads to the
 * check.
 */
export const ImpactNotes = memo(function ImpactNotes(props: ImpactNotesProps) {
  const { proposalId, savedAt, saveNow } = props;
  const { opened, answer, working, failed, ask } = useImpact(proposalId, savedAt);
  return (
    <section aria-labelledby="impact" className="mt-6 border-rule-strong border-t-2 pt-3">
      <h2 id="impact" className="font-semibold text-lg">
        What publishing it would move
      </h2>
      {!opened && (
        <p className="mt-1 text-muted text-sm">Totals, ranks and comparisons, before and after.</p>
      )}
      <p role="status" className="mt-1 text-muted text-sm" suppressHydrationWarning>
        {opened && text(savedAt, working, failed, answer?.at ?? null)}
      </p>
      <Button
        name="intent"
        value="check"
        kind="quiet"
        className="my-2 text-sm"
        aria-disabled={working || undefined}
        onClick={(event) => {
          event.preventDefault();
          if (working) return;
          if (savedAt === null) void saveNow();
          ask();
        }}
      >
        {opened ? "Preview impact again" : "Preview impact"}
      </Button>
      {answer !== null &&
        ("impact" in answer ? (
          <ImpactPanel impact={answer.impact} />
        ) : (
          <p className="mt-1 text-sm [overflow-wrap:anywhere]">{answer.not}</p>
        ))}
    </section>
  );
});

function text(
  savedAt: string | null,
  working: boolean,
  failed: boolean,
  at: string | null,
): string {
  if (working) return "Computing …";
  const as = at === null ? "" : `As saved at ${clock(at)}.`;
  if (failed) return `It could not be asked just now. ${as}`.trim();
  if (at === null && savedAt === null) return "It is computed as soon as the draft is saved.";
  return as;
}
