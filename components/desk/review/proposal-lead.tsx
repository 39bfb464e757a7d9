import { Moment } from "@/components/desk/moment";
import { type ListedProposal, titleOf, whatItIs } from "@/components/desk/proposal-list";

interface ProposalLeadProps {
  proposal: ListedProposal & { author: { name: string } | null; submittedAt: Date | null };
  own: boolean;
  mayReview: boolean;
}

/** What a proposal is, whose, since when, and what it is called. */
export function ProposalLead({ proposal, own, mayReview }: ProposalLeadProps) {
  return (
    <>
      <p className="text-muted text-sm first-letter:uppercase">
        {whatItIs(proposal)}
        {proposal.suggestionId !== null && mayReview && (
          <>
            {" "}
            (<a href={`/desk/suggestions/${proposal.suggestionId}`}>read the suggestion</a>)
          </>
        )}
        , by {own ? "you" : (proposal.author?.name ?? "a reader")}
        {proposal.submittedAt !== null && (
          <>
            , submitted <Moment at={proposal.submittedAt} />
          </>
        )}
      </p>
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{titleOf(proposal)}</h1>
    </>
  );
}
