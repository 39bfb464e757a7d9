import { memo } from "react";
import { AskedField } from "@/components/desk/form/asked-field";
import { ControlInput } from "@/components/desk/form/control-input";
import { FieldComments } from "@/components/desk/form/field-comments";
import { commentsAt, type FormComment } from "@/components/desk/form/form-comment";
import { problemsAt } from "@/components/desk/form/problems-at";
import { RowList } from "@/components/desk/form/row-list";
import { TextList } from "@/components/desk/form/text-list";
import { Field, FieldError } from "@/components/desk/ui/field";
import { TextArea } from "@/components/desk/ui/text-area";
import type { FormField, FormSection } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import { PASTE } from "@/lib/desk/forms/read-form";
import type { Typed } from "@/lib/desk/forms/typed";
import { blankRow, controlId } from "@/lib/desk/forms/typed-from-form";
import { LONGEST_NOTE } from "@/lib/desk/proposals/draft-content";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";

interface FormFieldsProps {
  kind: RecordKind;
  revises: boolean;
  content: Typed;
  note: string;
  problems: readonly Problem[];
  pasteSaid: { list: string; words: string } | null;
  added: string | null;
  proposalId: number;
  /** The comments on its fields that wait. */
  comments: readonly FormComment[];
}

/** Every section of a record's form, drawn from the table that reads it. */
export const FormFields = memo(function FormFields(props: FormFieldsProps) {
  const { kind, revises, note, problems } = props;
  const at = problemsAt(problems);
  const sections = sectionsShown(kind, revises);
  return (
    <div>
      {sections.map((section) => (
        <section
          key={section.id}
          aria-labelledby={`section-${section.id}`}
          className="mb-8"
          data-section
        >
          <h2
            id={`section-${section.id}`}
            className="scroll-mt-4 border-rule-strong border-t pt-2 font-semibold text-xl"
          >
            {section.title}
          </h2>
          {section.hint !== undefined && <p className="text-muted text-sm">{section.hint}</p>}
          <div className={`mt-3 grid gap-x-4 gap-y-4 ${plain(section) ? "sm:grid-cols-2" : ""}`}>
            {section.fields.map((field) => (
              <AskedField
                key={field.name}
                field={field}
                content={props.content}
                className={isWide(field) ? "sm:col-span-full" : ""}
                commented={commentsAt(props.comments, field.name).length > 0}
              >
                <DrawnField
                  field={field}
                  headed={section.fields.length === 1}
                  error={at.get(field.name)}
                  {...props}
                />
                <FieldComments
                  proposalId={props.proposalId}
                  comments={commentsAt(props.comments, field.name)}
                />
              </AskedField>
            ))}
          </div>
        </section>
      ))}
      <section aria-labelledby="section-note" className="mb-8" data-section>
        <h2
          id="section-note"
          className="scroll-mt-4 border-rule-strong border-t pt-2 font-semibold text-xl"
        >
          For the history
        </h2>
        <div className="mt-3">
          <Field
            id="f-_note"
            label={revises ? "What this changes, and why" : "A note to the history"}
            hint="Public once published."
            optional={!revises}
            error={at.get("_note")}
          >
            {(wired) => (
              <TextArea
                name="_note"
                defaultValue={note}
                rows={2}
                maxLength={LONGEST_NOTE}
                {...wired}
              />
            )}
          </Field>
        </div>
      </section>
    </div>
  );
});

/** The sections that a form shows: whether a record is active is only asked of one that is published. */
export function sectionsShown(kind: RecordKind, revises: boolean): FormSection[] {
  return FORMS[kind].sections.filter(({ revisionsOnly }) => revises || revisionsOnly !== true);
}

type DrawnFieldProps = FormFieldsProps & {
  field: FormField;
  /** Whether the section's own heading names it already. */
  headed: boolean;
  error: string | undefined;
};

function DrawnField({
  field,
  headed,
  error,
  content,
  problems,
  pasteSaid,
  added,
  proposalId,
  comments,
}: DrawnFieldProps) {
  const typed = content[field.name];
  if (field.control.is === "texts")
    return <TextList field={field} typed={typed} problems={problems} />;
  if (field.control.is === "rows") {
    const pasted = content[PASTE];
    const text = typeof pasted === "object" && !Array.isArray(pasted) ? pasted[field.name] : "";
    const given = Array.isArray(typed) ? typed : [];
    return (
      <>
        {!headed && <h3 className="font-sans font-semibold text-sm">{field.label}</h3>}
        {error !== undefined && <FieldError id={field.name}>{error}</FieldError>}
        <RowList
          field={field}
          typed={added === field.name ? [...given, blankRow(field)] : given}
          pasted={typeof text === "string" ? text : ""}
          pasteSaid={pasteSaid?.list === field.name ? pasteSaid.words : null}
          problems={problems}
          proposalId={proposalId}
          comments={comments}
        />
      </>
    );
  }
  return (
    <Field
      id={controlId([field.name])}
      label={field.label}
      hint={field.hint}
      optional={field.optional === true}
      error={error}
    >
      {(wired) => (
        <ControlInput
          field={field}
          name={field.name}
          typed={typeof typed === "string" ? typed : ""}
          wired={wired}
          suggested={problems.find(({ path }) => path.join(".") === field.name)?.suggests}
        />
      )}
    </Field>
  );
}

function plain(section: FormSection): boolean {
  return section.fields.some((field) => !isWide(field));
}

function isWide({ control }: FormField): boolean {
  return ["rows", "texts", "longText"].includes(control.is);
}
