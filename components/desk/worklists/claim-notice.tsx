import { Notice } from "@/components/desk/ui/notice";
import { CLAIM_DAYS } from "@/lib/desk/worklists/worklist";

interface ClaimNoticeProps {
  /** How many records the reader has just claimed; not given where they claimed none. */
  claimed?: number | undefined;
  /** How many of them others hold. */
  held?: number | undefined;
  /** How many the list holds no longer. */
  gone?: number | undefined;
  /** How many the reader has just released. */
  released?: number | undefined;
}

/** What became of claiming or releasing; nothing where neither was done. */
export function ClaimNotice({ claimed, held = 0, gone = 0, released }: ClaimNoticeProps) {
  if (claimed === undefined && released === undefined) return null;
  const sentences: string[] = [];
  if (released !== undefined)
    sentences.push(
      released === 0
        ? "Select a record that you have claimed."
        : `You have released ${records(released)} for others.`,
    );
  if (claimed !== undefined && claimed > 0)
    sentences.push(`You have claimed ${records(claimed)} for ${CLAIM_DAYS} days.`);
  if (claimed === 0 && held === 0 && gone === 0)
    sentences.push("Select at least one record to claim.");
  if (held > 0)
    sentences.push(
      `${held === 1 ? "One is" : `${held} are`} claimed by somebody else: you can take ${held === 1 ? "it" : "them"} over, after a word with them.`,
    );
  if (gone > 0)
    sentences.push(`${gone === 1 ? "One has" : `${gone} have`} left the list meanwhile.`);
  const isDone = (claimed ?? 0) + (released ?? 0) > 0;
  return (
    <Notice kind={isDone ? "done" : "mind"} live>
      <p>{sentences.join(" ")}</p>
    </Notice>
  );
}

function records(count: number): string {
  return count === 1 ? "one record" : `${count.toLocaleString("en-GB")} records`;
}
