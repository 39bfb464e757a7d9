import { Age } from "@/components/desk/moment";
import { type ListedProposal, ProposalList } from "@/components/desk/proposal-list";
import { PageSection } from "@/components/ui/page-section";

interface WaitingReviewsProps {
  /** What the reader has claimed. */
  claimed: readonly (ListedProposal & {
    author: { name: string } | null;
    submittedAt: Date | null;
    savedAt: Date;
  })[];
  /** How many proposals nobody has claimed. */
  unclaimed: number;
  /** How many imports of others are handed in. */
  imports: number;
  /** How many suggestions of readers are unanswered. */
  suggestions: number;
}

/** What an editor has claimed, and what waits for anybody. */
export function WaitingReviews({ claimed, unclaimed, imports, suggestions }: WaitingReviewsProps) {
  const now = new Date();
  return (
    <PageSection id="reviews" title="To review">
      {claimed.length > 0 && (
        <ProposalList
          proposals={claimed}
          hrefOf={({ id }) => `/desk/proposals/${id}/review`}
          about={({ author, submittedAt, savedAt }) => (
            <>
              by {author?.name ?? "nobody"}, waiting <Age at={submittedAt ?? savedAt} now={now} />,
              claimed by you
            </>
          )}
        />
      )}
      {unclaimed > 0 && (
        <p className="mt-2">
          <a href="/desk/queue">
            {unclaimed === 1
              ? "One proposal waits"
              : `${unclaimed.toLocaleString("en-GB")} proposals wait`}{" "}
            for a reviewer
          </a>
        </p>
      )}
      {imports > 0 && (
        <p className="mt-2">
          <a href="/desk/queue#imports">
            {imports === 1 ? "One import waits" : `${imports.toLocaleString("en-GB")} imports wait`}{" "}
            for another editor
          </a>
        </p>
      )}
      {suggestions > 0 && (
        <p className="mt-2">
          <a href="/desk/suggestions">
            {suggestions === 1
              ? "One suggestion of a reader waits"
              : `${suggestions.toLocaleString("en-GB")} suggestions of readers wait`}{" "}
            for an answer
          </a>
        </p>
      )}
    </PageSection>
  );
}
