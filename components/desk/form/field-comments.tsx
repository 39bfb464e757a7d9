import { type FormComment, waitsToBeTaken } from "@/components/desk/form/form-comment";
import { SuggestedRow } from "@/components/desk/review/suggested-row";
import { SuggestedValue } from "@/components/desk/review/suggested-value";
import { buttonClass } from "@/components/desk/ui/button";
import type { Settling } from "@/lib/desk/proposals/field-comment";

interface FieldCommentsProps {
  proposalId: number;
  comments: readonly FormComment[];
}

/** What a reviewer said of a field, beside it; the buttons send the form, so that what is typed is saved first. */
export function FieldComments({ proposalId, comments }: FieldCommentsProps) {
  return comments.map((comment) => {
    const { id, label, by, text, said, saysNow, suggested, row, isTaken } = comment;
    const suggests = waitsToBeTaken(comment);
    return (
      <div
        key={id}
        id={`comment-${id}`}
        tabIndex={-1}
        role="note"
        aria-label={isTaken ? `Taken for ${label}` : `Comment on ${label}`}
        className="mt-2 scroll-mt-24 border-accent border-l-4 bg-mark px-3 py-2 text-sm [overflow-wrap:anywhere]"
      >
        <p className="whitespace-pre-line">
          <strong className="font-semibold">{by}</strong>
          {(at(comment) || saysNow === null || row !== null) && ` on ${label}`}
          {saysNow === null && !isTaken && ", which is gone"}: {text}
        </p>
        {suggested !== null && (
          <SuggestedValue said={said} saysNow={isTaken ? null : saysNow} suggested={suggested} />
        )}
        {row !== null && <SuggestedRow {...row} />}
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {isTaken && (
            <>
              <strong className="font-semibold">Taken.</strong>
              <Settle how="undo" id={id} words="Undo" label={label} />
            </>
          )}
          {suggests && saysNow !== null && (
            <Settle how="take" id={id} words="Take it" label={label} kind="primary" />
          )}
          {suggests && <Settle how="decline" id={id} words="Decline" label={label} />}
          {!isTaken && <Settle how="resolve" id={id} words="Resolve" label={label} />}
          <a href={`/desk/proposals/${proposalId}/review#comment-${id}`}>
            Answer<span className="sr-only"> the comment on {label}</span>
          </a>
        </div>
      </div>
    );
  });
}

/** Whether it stands below a row, so that it has to say which of its fields it is on. */
function at({ at: path }: FormComment): boolean {
  return path.length > 1;
}

function Settle({
  how,
  id,
  words,
  label,
  kind = "quiet",
}: {
  how: Settling;
  id: number;
  words: string;
  label: string;
  kind?: "primary" | "quiet";
}) {
  return (
    <button type="submit" name="intent" value={`${how}:${id}`} className={buttonClass(kind)}>
      {words}
      <span className="sr-only">: {label}</span>
    </button>
  );
}
