import type { FormAction } from "@/components/desk/ui/form-state";
import { type FieldSpec, PlainForm } from "@/components/desk/ui/plain-form";
import type { PagedKind } from "@/lib/record/kinds/record-kind";

interface SuggestFormProps {
  action: FormAction;
  /** `incident:slug`; empty for a missing incident. */
  about: string;
  /** Of what is to be corrected; null for a missing incident. */
  kind: PagedKind | null;
}

/** The form by which a reader reports something to the desk. */
export function SuggestForm({ action, about, kind }: SuggestFormProps) {
  return (
    <PlainForm
      id="suggest"
      label="Suggest"
      action={action}
      hidden={{ about }}
      fields={fieldsFor(kind)}
      submit="Send it"
      once
    >
      {/* Programs fill every field; people do not see this one. */}
      <div className="absolute -left-[9999px]" aria-hidden="true">
        <label htmlFor="suggest-website">Leave this empty</label>
        <input
          id="suggest-website"
          type="text"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          defaultValue=""
        />
      </div>
    </PlainForm>
  );
}

const SOURCES: FieldSpec = {
  name: "sources",
  label: "Sources",
  hint: "Web addresses where it can be read, one in a line; at least one",
  type: "area",
};
const EMAIL: FieldSpec = {
  name: "email",
  label: "Your e-mail address",
  hint: "Only for questions by the editors; it is never shown to anybody else.",
  type: "email",
  autoComplete: "email",
  optional: true,
  maxLength: 200,
};
const WHEN: FieldSpec = {
  name: "when",
  label: "When",
  hint: "As precisely as it is known: 12 September 2023, or September 2023",
  optional: true,
  maxLength: 100,
};
const LOSS: FieldSpec = {
  name: "loss",
  label: "How much was lost",
  hint: "In US dollars at the time, as in $54.3m",
  optional: true,
  maxLength: 100,
};
const WHO: FieldSpec = {
  name: "who",
  label: "Who is said to have done it, and by whom",
  optional: true,
  maxLength: 300,
};

function fieldsFor(kind: SuggestFormProps["kind"]): FieldSpec[] {
  if (kind === null)
    return [
      { name: "name", label: "Who was robbed", hint: "As in CoinEx", maxLength: 200 },
      { name: "what", label: "What happened", type: "area", maxLength: 4000 },
      WHEN,
      LOSS,
      WHO,
      SOURCES,
      EMAIL,
    ];
  const what: FieldSpec = {
    name: "what",
    label: "What is wrong, and what would be right",
    type: "area",
    maxLength: 4000,
  };
  return [what, SOURCES, EMAIL];
}
