"use client";

import { useActionState } from "react";
import { BulkField } from "@/components/desk/bulk/bulk-field";
import type { PickOptions } from "@/components/desk/form/pick-option";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { Field } from "@/components/desk/ui/field";
import { type FormAction, UNSENT } from "@/components/desk/ui/form-state";
import { Select } from "@/components/desk/ui/select";
import { TextArea } from "@/components/desk/ui/text-area";
import type { FormField } from "@/lib/desk/forms/form";

interface BulkFormProps {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** Of which rows are chosen by what they say: what it is called, and all that they say. */
  from: { label: string; values: readonly string[] } | null;
  fields: readonly FormField[];
  options: PickOptions;
  longestWhy: number;
  submit: string;
}

/** What several records are to say, and why. */
export function BulkForm(props: BulkFormProps) {
  const { action, hidden, from, fields, options, longestWhy, submit } = props;
  const [state, send, sending] = useActionState(action, UNSENT);
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)?.message;
  const why = state.given.why ?? "";
  const chosen = state.given.from ?? (from?.values.length === 1 ? from.values[0] : "");
  return (
    <form
      action={send}
      onSubmit={(event) => sending && event.preventDefault()}
      noValidate
      aria-label="What changes"
      className="max-w-xl space-y-4"
    >
      <ErrorSummary
        problems={state.problems.map(({ field, message }) => ({
          field: field === null ? null : `bulk-${field}`,
          message,
        }))}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {from !== null && (
        <Field id="bulk-from" label={`${from.label} now`} error={errorOf("from")}>
          {(wired) => (
            <Select
              key={chosen}
              {...wired}
              name="from"
              defaultValue={chosen}
              nothing="Choose …"
              options={from.values.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      )}
      {fields.map((field) => (
        <BulkField
          key={field.name}
          field={from === null ? field : { ...field, label: `${field.label} from now on` }}
          given={state.given[field.name] ?? ""}
          error={errorOf(field.name)}
          options={options}
        />
      ))}
      <Field
        id="bulk-why"
        label="What this changes, and why"
        hint="Public: it stands in the new version’s note"
        error={errorOf("why")}
      >
        {(wired) => (
          <TextArea
            key={why}
            {...wired}
            name="why"
            rows={2}
            maxLength={longestWhy}
            defaultValue={why}
          />
        )}
      </Field>
      <Button aria-disabled={sending || undefined}>{submit}</Button>
    </form>
  );
}
