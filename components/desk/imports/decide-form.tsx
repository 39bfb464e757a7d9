"use client";

import { useActionState } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { Field } from "@/components/desk/ui/field";
import { type FormAction, UNSENT } from "@/components/desk/ui/form-state";
import { TextArea } from "@/components/desk/ui/text-area";

interface DecideFormProps {
  id: number;
  action: FormAction;
  /** Records of the file. */
  records: number;
  /** Records that look like duplicates and that nothing was decided of. */
  duplicates: number;
  /** Of a table that was mapped, rows that something is wrong with: they can wait; null for a file that is all of it or nothing. */
  apart: number | null;
  mayPublish: boolean;
  mayDraft: boolean;
  /** Whether nobody else could review it. */
  only: boolean;
  /** What was said of it when it was decided before; empty where it was not. */
  note: string;
}

/** Decides what becomes of a checked file. */
export function DecideForm(props: DecideFormProps) {
  const { id, action, records, duplicates, apart, mayPublish, mayDraft } = props;
  const [state, send, sending] = useActionState(action, UNSENT);
  const { only, note } = props;
  const { given } = state;
  return (
    <form action={send} aria-label="Import it" noValidate>
      <section aria-labelledby="import" className="mt-10 border-rule border-t pt-4">
        <h2 id="import" className="font-semibold text-2xl">
          Import it
        </h2>
        <div className="mt-4 max-w-xl space-y-5">
          <ErrorSummary problems={state.problems} />
          <input type="hidden" name="id" value={id} />
          {duplicates > 0 && (
            <Choices
              legend={
                duplicates === 1
                  ? "What should happen to the possible duplicate that is not decided?"
                  : `What becomes of the ${duplicates.toLocaleString("en-GB")} that look like duplicates and are not decided?`
              }
              name="duplicates"
              given={given.duplicates}
              options={[
                { value: "leave", label: "Leave all of them out" },
                ...(apart === null
                  ? []
                  : [{ value: "apart", label: "Let them wait, as an import of their own" }]),
                {
                  value: "import",
                  label: "Import them too: I checked, they are different incidents",
                },
              ]}
            />
          )}
          <Choices
            legend="What should become of it?"
            name="how"
            given={given.how}
            options={[
              {
                value: "drafts",
                label: "Drafts of mine, one for each record; each goes through review",
                off: mayDraft
                  ? null
                  : "not possible: some records could not be read, or have no form",
              },
              {
                value: "publish",
                label: only
                  ? "One version of the record: read it once more, then publish it yourself, as you are the only editor"
                  : "One version of the record, once another editor has read it",
                off: mayPublish ? null : "not possible while the file has problems",
              },
            ]}
          />
          {apart !== null && apart > 0 && (
            <p>
              {apart === 1 ? "1 row has" : `${apart.toLocaleString("en-GB")} rows have`} a problem.
              Where the others are published, {apart === 1 ? "it becomes" : "these become"} an
              import of {apart === 1 ? "its" : "their"} own.
            </p>
          )}
          <Field
            id="import-note"
            label="What it is and where it comes from"
            hint="Readers see this in the history. Drafts carry it as their note."
          >
            {(wired) => (
              <TextArea
                {...wired}
                key={given.note ?? note}
                name="note"
                rows={2}
                maxLength={2000}
                defaultValue={given.note ?? note}
              />
            )}
          </Field>
          <div className="flex flex-wrap items-center gap-4">
            <Button aria-disabled={sending || undefined}>
              {records === 1
                ? "Continue with the record"
                : `Go on with ${records.toLocaleString("en-GB")} records`}
              {duplicates > 0 && ", less what is left out"}
            </Button>
          </div>
        </div>
      </section>
    </form>
  );
}

interface Choice {
  value: string;
  label: string;
  /** Why it cannot be chosen; null where it can. */
  off?: string | null;
}

function Choices({
  legend,
  name,
  options,
  given,
}: {
  legend: string;
  name: string;
  options: readonly Choice[];
  given: string | undefined;
}) {
  return (
    <fieldset>
      <legend className="font-semibold text-sm">{legend}</legend>
      {options.map(({ value, label, off = null }) => (
        <label key={value} className="mt-1.5 flex items-baseline gap-2">
          <input
            key={given}
            type="radio"
            name={name}
            value={value}
            defaultChecked={given === value}
            disabled={off !== null}
          />
          <span className={off === null ? "" : "text-muted"}>
            {label}
            {off !== null && <span className="block text-sm">{off}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
