import { Notice } from "@/components/desk/ui/notice";
import { type ImportInFull, leftOutOf } from "@/lib/desk/imports/import";
import { STATE_LABELS } from "@/lib/desk/proposals/proposal";

interface ImportOutcomeProps {
  found: ImportInFull;
  /** Its drafts by where they stand; none where it was published. */
  drafts: readonly { state: string; count: number }[];
}

/** What an import became. */
export function ImportOutcome({ found, drafts }: ImportOutcomeProps) {
  const { report, publishedIn, by, publisher } = found;
  const left = leftOutOf(report).length;
  const { added = 0, revised = 0, unchanged = 0, drafts: made = 0 } = report.outcome ?? {};
  return (
    <Notice
      kind="done"
      title={publishedIn === null ? "It became drafts" : `Published in version ${publishedIn}`}
    >
      {publishedIn === null ? (
        <p>
          {made === 1 ? "One draft was made" : `${made.toLocaleString("en-GB")} drafts were made`}.{" "}
          {drafts
            .map(({ state, count }) => `${count.toLocaleString("en-GB")} ${wordOf(state)}`)
            .join(", ")}
          . <a href="/desk?show=draft">My drafts</a>
        </p>
      ) : (
        <>
          <p>
            {added.toLocaleString("en-GB")} added, {revised.toLocaleString("en-GB")} revised,{" "}
            {unchanged.toLocaleString("en-GB")} stood as given already.
          </p>
          <p className="mt-1">
            {publisher === null || publisher.id === by.id
              ? "Nobody else has reviewed it, and its version says so."
              : `Reviewed by ${publisher.name}.`}{" "}
            <a href={`/changes?from=${Math.max(publishedIn - 1, 1)}&to=${publishedIn}`}>
              What it changed
            </a>
          </p>
        </>
      )}
      {left > 0 && (
        <p className="mt-1">
          {left === 1 ? "One record was" : `${left.toLocaleString("en-GB")} records were`} left out
          as duplicates.
        </p>
      )}
      {report.choice !== null && report.choice.note !== "" && (
        <p className="mt-1 whitespace-pre-line">“{report.choice.note}”</p>
      )}
    </Notice>
  );
}

function wordOf(state: string): string {
  return (STATE_LABELS as Record<string, string>)[state] ?? state;
}
