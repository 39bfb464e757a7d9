import { Notice } from "@/components/desk/ui/notice";

interface MovedOnNoticeProps {
  proposalId: number;
  /** The revision that was published after the proposal was begun. */
  to: { revision: number; version: number };
}

/** That a proposal has to be merged with what was published meanwhile. */
export function MovedOnNotice({ proposalId, to }: MovedOnNoticeProps) {
  return (
    <Notice kind="mind" title="The record has moved on">
      <p>
        Revision {to.revision} was published in version {to.version} after this was begun. It has to
        be merged with that before it can be published.{" "}
        <a href={`/desk/proposals/${proposalId}/merge`}>See both side by side</a>
      </p>
    </Notice>
  );
}
