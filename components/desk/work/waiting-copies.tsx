import { Moment } from "@/components/desk/moment";
import { titleOf } from "@/components/desk/proposal-list";
import { PageSection } from "@/components/ui/page-section";

interface WaitingCopiesProps {
  copies: readonly { id: number; proposalId: number; title: string; savedAt: Date }[];
}

/** What was typed twice and kept twice, until somebody chooses. */
export function WaitingCopies({ copies }: WaitingCopiesProps) {
  return (
    <PageSection
      id="copies"
      title="Typed twice"
      note="Somebody saved in another tab or on another machine while this was typed. Both are kept."
    >
      <ul className="border-rule border-t">
        {copies.map((copy) => (
          <li key={copy.id} className="border-rule border-b py-2">
            <a href={`/desk/proposals/${copy.proposalId}/merge?copy=${copy.id}`}>
              {titleOf({ id: copy.proposalId, kind: "incident", title: copy.title })}
            </a>
            , typed <Moment at={copy.savedAt} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
