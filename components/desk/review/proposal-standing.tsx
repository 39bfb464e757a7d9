import { Notice } from "@/components/desk/ui/notice";
import { isOpen, type ProposalState, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { publicUrl } from "@/lib/desk/proposals/record-url";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

interface ProposalStandingProps {
  proposal: {
    id: number;
    kind: RecordKind;
    state: ProposalState;
    /** The version that published it; null where none did. */
    publishedIn: number | null;
    /** Who claimed it; null where nobody did. */
    reviewer: { name: string } | null;
    note: string;
  };
  /** The record's; null where it has none yet. */
  slug: string | null;
  own: boolean;
}

/** Where it stands, in a sentence, with the ways on. */
export function ProposalStanding({
  proposal: { id, kind, state, publishedIn, reviewer, note },
  slug,
  own,
}: ProposalStandingProps) {
  if (state === "published" && publishedIn !== null) {
    const address = publicUrl(kind, slug);
    return (
      <Notice kind="done" title={`Published in version ${publishedIn}`}>
        <p>
          {address !== null && (
            <>
              <a href={address}>Its public page</a> · <a href={`${address}/history`}>its history</a>{" "}
              ·{" "}
            </>
          )}
          {publishedIn > 1 && (
            <a href={`/changes?from=${publishedIn - 1}&to=${publishedIn}`}>
              what version {publishedIn} changed
            </a>
          )}
          {note === "" && publishedIn <= 1 && address === null && "It is published."}
        </p>
      </Notice>
    );
  }
  return (
    <p className="mt-2">
      It is <strong className="font-semibold">{STATE_LABELS[state]}</strong>
      {state === "inReview" &&
        (reviewer === null ? ", and nobody has claimed it yet" : `, claimed by ${reviewer.name}`)}
      . {own && isOpen(state) && <a href={`/desk/proposals/${id}`}>Continue writing</a>}
    </p>
  );
}
