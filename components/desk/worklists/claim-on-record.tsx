import { Age } from "@/components/desk/moment";
import { Notice } from "@/components/desk/ui/notice";
import { findWorklist } from "@/lib/desk/worklists/worklist";
import type { WorklistClaim } from "@/lib/desk/worklists/worklist-claim";
import { ageText } from "@/lib/values/dates/moment";

interface ClaimOnRecordProps {
  claim: WorklistClaim;
  readerId: string;
  now: Date;
}

/** Who sees to a record, and by which worklist they found it: said where it is corrected. */
export function ClaimOnRecord({ claim, readerId, now }: ClaimOnRecordProps) {
  const isOwn = claim.by.id === readerId;
  const list = findWorklist(claim.worklist);
  return (
    <Notice kind="mind" title={isOwn ? "Claimed by you" : `Claimed by ${claim.by.name}`}>
      <p>
        Since <Age at={claim.claimedAt} now={now} />
        {list !== null && (
          <>
            , from the worklist <a href={`/desk/worklists/${list.name}`}>{list.title}</a>
          </>
        )}
        ; it ends in {ageText(now, claim.expiresAt)}.
        {!isOwn && " Have a word with them before you correct it."}
      </p>
    </Notice>
  );
}
