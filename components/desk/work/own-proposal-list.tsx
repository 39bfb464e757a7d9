import type { ReactNode } from "react";
import { Moment } from "@/components/desk/moment";
import { type ListedProposal, ProposalList, Unresolved } from "@/components/desk/proposal-list";
import type { ProposalState } from "@/lib/desk/proposals/proposal";

interface ListedOwnProposal extends ListedProposal {
  state: ProposalState;
  savedAt: Date;
  submittedAt: Date | null;
  /** Who claimed it; null where nobody did. */
  reviewer: { name: string } | null;
  publishedIn: number | null;
  /** Why it was returned or withdrawn last; null where it never was. */
  returned: { by: string | null; at: Date; reason: string } | null;
  /** Comments on its fields that nobody has settled. */
  _count: { comments: number };
}

/** One's own proposals, each leading to where it is written or read. */
export function OwnProposalList({ proposals }: { proposals: readonly ListedOwnProposal[] }) {
  return (
    <ProposalList
      proposals={proposals}
      hrefOf={({ id, state }) =>
        state === "draft" || state === "returned"
          ? `/desk/proposals/${id}`
          : `/desk/proposals/${id}/review`
      }
      about={(proposal) => (
        <>
          <About proposal={proposal} />
          <Unresolved count={proposal._count.comments} />
        </>
      )}
    />
  );
}

function About({ proposal }: { proposal: ListedOwnProposal }): ReactNode {
  const { state, savedAt, submittedAt, reviewer, publishedIn, returned } = proposal;
  if (state === "published") return `in version ${publishedIn}`;
  if (state === "inReview") {
    return (
      <>
        submitted <Moment at={submittedAt ?? savedAt} />
        {reviewer === null ? "; nobody has claimed it yet" : `; ${reviewer.name} reads it`}
      </>
    );
  }
  if (state === "draft" || returned === null) {
    return (
      <>
        last saved <Moment at={savedAt} />
      </>
    );
  }
  return (
    <>
      {state} by {returned.by ?? "the desk"} <Moment at={returned.at} />
      {returned.reason !== "" && (
        <span className="mt-1 block border-rule-strong border-l-2 pl-3 whitespace-pre-line text-ink">
          {returned.reason}
        </span>
      )}
    </>
  );
}
