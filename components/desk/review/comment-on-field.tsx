import type { FormAction } from "@/components/desk/ui/form-state";
import { type FieldSpec, PlainForm } from "@/components/desk/ui/plain-form";

/** A field that somebody means to speak about. */
interface ChosenPlace {
  path: string;
  label: string;
  said: string;
  /** Whether another value can be written for it. */
  isSingle: boolean;
}

interface CommentOnFieldProps {
  proposal: { id: number; saveNumber: number };
  place: ChosenPlace;
  /** Whether who reads it may suggest another value: the author changes the field itself. */
  maySuggest: boolean;
  /** What a row is suggested in; null where none can be. */
  row: {
    one: string;
    isNew: boolean;
    fields: readonly FieldSpec[];
    shown: Readonly<Record<string, string>>;
  } | null;
  /** Whether who reads it may correct it at once. */
  mayCorrect: boolean;
  comment: FormAction;
  correct: FormAction;
}

/** Speaks about one field or row, suggests what it should say, or corrects it. */
export function CommentOnField(props: CommentOnFieldProps) {
  const { proposal, place, maySuggest, row, mayCorrect, comment, correct } = props;
  const { path, label, said, isSingle } = place;
  const hidden = { proposalId: String(proposal.id), path };
  const suggestion: FieldSpec[] =
    isSingle && maySuggest
      ? [
          {
            name: "suggested",
            label: "What it should say",
            hint: "Its author takes it with a key. Write it as in the form.",
            type: "area",
            optional: true,
            maxLength: 20_000,
          },
        ]
      : row === null
        ? []
        : rowFields(row);
  return (
    <section
      id="comment-form"
      aria-labelledby="comment-form-title"
      className="mb-6 scroll-mt-4 border-rule-strong border-l-4 bg-panel px-4 py-3"
    >
      <h3 id="comment-form-title" className="font-semibold [overflow-wrap:anywhere]">
        On {label}
      </h3>
      {isSingle && (
        <p className="mb-3 text-sm [overflow-wrap:anywhere]">
          <span className="text-muted">It says: </span>
          {said === "" ? "nothing" : said}
        </p>
      )}
      <PlainForm
        id="field-comment"
        label={`Comment on ${label}`}
        action={comment}
        fields={[
          {
            name: "text",
            label: "Comment",
            hint: "Its author and all editors read this.",
            type: "area",
            maxLength: 4000,
          },
          ...suggestion,
        ]}
        hidden={row === null ? hidden : { ...hidden, shown: JSON.stringify(row.shown) }}
        submit={isSingle ? "Comment on this field" : "Send the comment"}
      />
      {isSingle && mayCorrect && (
        <details className="mt-4">
          <summary className="font-semibold text-sm">Correct it yourself</summary>
          <p className="mt-1 mb-2 max-w-prose text-muted text-sm">
            For a slip that is not worth returning it for. The review is yours then, and the
            activity says what you changed.
          </p>
          <PlainForm
            id="correction"
            label={`Correct ${label}`}
            action={correct}
            fields={[
              {
                name: "value",
                label: "What it says then",
                type: "area",
                initial: said,
                maxLength: 20_000,
              },
            ]}
            hidden={{ ...hidden, saveNumber: String(proposal.saveNumber) }}
            submit="Correct it"
            kind="quiet"
          />
        </details>
      )}
    </section>
  );
}

/** The fields of a row that is suggested, below the comment. */
function rowFields(row: NonNullable<CommentOnFieldProps["row"]>): FieldSpec[] {
  const { one, isNew, fields } = row;
  const under = isNew
    ? `Suggest ${/^[aeiou]/.test(one) ? "an" : "a"} ${one} to add`
    : `Suggest what this ${one} should say`;
  return [
    ...fields.map((field, place) => (place === 0 ? { ...field, under } : field)),
    ...(isNew
      ? []
      : [
          {
            name: "remove",
            label: `Or that this ${one} is taken out`,
            type: "check" as const,
            value: "yes",
            hint: "Its author takes what you suggest with a key. Left as it is, only the comment is sent.",
          },
        ]),
  ];
}
