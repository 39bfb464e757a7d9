import type { ReactNode } from "react";
import { DifferenceTable } from "@/components/histories/difference-table";
import { PageSection } from "@/components/ui/page-section";
import type { FieldDifference } from "@/lib/record/history/difference";

interface ProposedChangeProps {
  proposal: {
    note: string;
    /** Null where it proposes a new record. */
    recordId: number | null;
    /** The revision that it was written from. */
    baseRevision: number | null;
  };
  differences: readonly FieldDifference[];
  /** What stands with each: what can be opened, and what was said about it. */
  beside: (difference: FieldDifference) => ReactNode;
}

/** What a proposal says or changes, and why. */
export function ProposedChange({ proposal, differences, beside }: ProposedChangeProps) {
  return (
    <>
      {proposal.note !== "" && (
        <PageSection id="note" title="Why, in its author’s words">
          <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
            {proposal.note}
          </p>
        </PageSection>
      )}
      <PageSection
        id="differences"
        title={proposal.recordId === null ? "What it says" : "What it changes"}
        note={
          proposal.recordId === null
            ? undefined
            : `Against revision ${proposal.baseRevision}, which it was written from.`
        }
      >
        <DifferenceTable
          differences={differences}
          none="It says what it was written from: nothing is changed."
          marks={proposal.recordId !== null}
          beside={beside}
        />
      </PageSection>
    </>
  );
}
