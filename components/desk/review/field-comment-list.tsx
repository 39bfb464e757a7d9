import { Moment } from "@/components/desk/moment";
import { type ShownRowChange, SuggestedRow } from "@/components/desk/review/suggested-row";
import { SuggestedValue } from "@/components/desk/review/suggested-value";
import { DecisionForm } from "@/components/desk/ui/decision-form";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { LinkedText } from "@/components/ui/linked-text";
import { COMMENT_ENTRY_TEXT, type FieldCommentState } from "@/lib/desk/proposals/field-comment";

/** A comment as the review shows it. */
export interface ShownComment {
  id: number;
  label: string;
  at: Date;
  by: { name: string };
  text: string;
  /** What the field said then, and says now; null where it is gone. */
  said: string;
  saysNow: string | null;
  suggested: string | null;
  /** What is suggested for a row; null where nothing is. */
  row: ShownRowChange | null;
  state: FieldCommentState;
  entries: readonly {
    id: number;
    kind: keyof typeof COMMENT_ENTRY_TEXT;
    at: Date;
    by: { name: string };
    text: string;
  }[];
}

export interface CommentActions {
  answer: FormAction;
  resolve: FormAction;
  openAgain: FormAction;
  take: FormAction;
  decline: FormAction;
  undo: FormAction;
}

interface FieldCommentListProps {
  comments: readonly ShownComment[];
  proposal: { id: number; saveNumber: number };
  /** Whether anything may still be said and settled. */
  isDiscussed: boolean;
  /** Whether who reads it may take what is suggested into the draft. */
  mayTake: boolean;
  actions: CommentActions;
}

/** What was said about single fields, what was answered, and what each waits for. */
export function FieldCommentList({ comments, ...props }: FieldCommentListProps) {
  return (
    <ol className="border-rule border-t">
      {comments.map((comment) => (
        <li
          key={comment.id}
          id={`comment-${comment.id}`}
          tabIndex={-1}
          className="scroll-mt-4 border-rule border-b py-3 [overflow-wrap:anywhere]"
        >
          <FieldComment comment={comment} {...props} />
        </li>
      ))}
    </ol>
  );
}

const STATES: Record<FieldCommentState, [words: string, look: string]> = {
  open: ["not resolved", "bg-mark px-1.5 font-semibold"],
  resolved: ["resolved", "text-positive"],
  taken: ["taken", "text-positive"],
  declined: ["declined", "text-muted"],
};

function FieldComment({
  comment,
  ...props
}: Omit<FieldCommentListProps, "comments"> & { comment: ShownComment }) {
  const { label, by, at, text, said, saysNow, suggested, row, state, entries } = comment;
  const [words, look] = STATES[state];
  return (
    <article aria-label={`Comment on ${label}`}>
      <p>
        <strong className="font-semibold">{label}</strong>{" "}
        <span className={`text-sm ${look}`}>{words}</span>
        {saysNow === null && <span className="text-muted text-sm"> · no longer in the draft</span>}
      </p>
      <p className="text-muted text-sm">
        <span className="text-ink">{by.name}</span>, <Moment at={at} />
      </p>
      <p className="whitespace-pre-line">
        <LinkedText text={text} />
      </p>
      {suggested !== null && (
        <SuggestedValue
          said={said}
          saysNow={state === "open" ? saysNow : null}
          suggested={suggested}
        />
      )}
      {row !== null && <SuggestedRow {...row} />}
      {entries.length > 0 && (
        <ol className="mt-2 border-rule border-l-2 pl-3">
          {entries.map((entry) => (
            <li key={entry.id} className="py-1">
              <span className="text-muted text-sm">
                <span className="text-ink">{entry.by.name}</span> {COMMENT_ENTRY_TEXT[entry.kind]},{" "}
                <Moment at={entry.at} />
              </span>
              {entry.text !== "" && (
                <p className="whitespace-pre-line">
                  <LinkedText text={entry.text} />
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {props.isDiscussed && <Decisions comment={comment} {...props} />}
    </article>
  );
}

type DecisionsProps = Omit<FieldCommentListProps, "comments"> & { comment: ShownComment };

/** What can be done about a comment: a button for each, and room for an answer. */
function Decisions({ comment, proposal, mayTake, actions }: DecisionsProps) {
  const { id, label, suggested, row, state, saysNow } = comment;
  const about = { proposalId: String(proposal.id), commentId: String(id) };
  const read = { ...about, saveNumber: String(proposal.saveNumber) };
  const suggests = mayTake && (suggested !== null || row !== null);
  const of = { comment: `the comment on ${label}`, suggestion: `the suggestion for ${label}` };
  const decide = (
    name: string,
    words: string,
    action: FormAction,
    given: { of: string; hidden?: Record<string, string>; isFirst?: boolean },
  ) => (
    <DecisionForm
      key={name}
      id={`${name}-${id}`}
      label={`${words.replace(/ it$/, "")} ${given.of}`}
      action={action}
      hidden={given.hidden ?? about}
      submit={words}
      submitLabel={`${words.replace(/ it$/, "")} ${given.of}`}
      kind={given.isFirst === true ? "primary" : "quiet"}
    />
  );
  if (state !== "open")
    return (
      <div className="mt-2 flex flex-wrap items-start gap-2">
        {suggests &&
          state === "taken" &&
          decide("undo", "Undo", actions.undo, { of: of.suggestion, hidden: read })}
        {decide("reopen", "Reopen", actions.openAgain, { of: of.comment })}
      </div>
    );
  return (
    <div className="mt-2 flex flex-wrap items-start gap-2">
      {suggests &&
        saysNow !== null &&
        decide("take", "Take it", actions.take, {
          of: of.suggestion,
          hidden: read,
          isFirst: true,
        })}
      {suggests && decide("decline", "Decline", actions.decline, { of: of.suggestion })}
      {decide("resolve", "Resolve", actions.resolve, { of: of.comment })}
      <details className="grow basis-full">
        <summary className="py-1 text-sm">Answer</summary>
        <div className="mt-2">
          <PlainForm
            id={`answer-${id}`}
            label={`Answer ${of.comment}`}
            action={actions.answer}
            fields={[{ name: "text", label: "Answer", type: "area", maxLength: 4000 }]}
            hidden={about}
            submit="Send the answer"
            kind="quiet"
          />
        </div>
      </details>
    </div>
  );
}
