import { Moment } from "@/components/desk/moment";
import { Notice } from "@/components/desk/ui/notice";

interface CopyNoticesProps {
  proposalId: number;
  copies: readonly { id: number; savedAt: Date }[];
}

/** Leads to what was typed elsewhere or too late, and waits as a conflicting save until its author decides. */
export function CopyNotices({ proposalId, copies }: CopyNoticesProps) {
  return copies.map(({ id, savedAt }) => (
    <Notice key={id} kind="mind">
      <p>
        Text typed elsewhere until <Moment at={savedAt} /> is kept aside:{" "}
        <a href={`/desk/proposals/${proposalId}/merge?copy=${id}`}>see both and choose</a>.
      </p>
    </Notice>
  ));
}
