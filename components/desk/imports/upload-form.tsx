"use client";

import { type FormEvent, useActionState, useState } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { Field } from "@/components/desk/ui/field";
import { type FormAction, type FormState, UNSENT } from "@/components/desk/ui/form-state";
import { TextInput } from "@/components/desk/ui/text-input";
import { LARGEST_FILE, tooLargeText } from "@/lib/desk/imports/largest-file";
import { ENCODINGS } from "@/lib/desk/imports/tables/encodings";

/** Takes a file of records in. */
export function UploadForm({ action }: { action: FormAction }) {
  const [state, send, sending] = useActionState(action, UNSENT);
  // What is too large is refused on its way too; here it is told before minutes of sending.
  const [tooLarge, setTooLarge] = useState<FormState["problems"] | null>(null);
  const told = tooLarge ?? state.problems;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get("file");
    const size = file instanceof File ? file.size : 0;
    if (size > LARGEST_FILE) event.preventDefault();
    setTooLarge(size > LARGEST_FILE ? [{ field: "file", message: tooLargeText(size) }] : null);
  };
  const error = told.find(({ field }) => field === "file")?.message;
  const problems = told.map(({ field, message }) => ({
    field: field === "file" ? "import-file" : null,
    message,
  }));
  return (
    <form
      action={send}
      onSubmit={onSubmit}
      aria-label="Check a file"
      noValidate
      className="max-w-xl"
    >
      <ErrorSummary problems={problems} />
      <Field
        id="import-file"
        label="File"
        hint="CSV, XLSX or JSON, up to 20 MB and 50,000 rows"
        error={error}
      >
        {(wired) => (
          <input
            {...wired}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,text/csv,application/json"
            className="field w-full"
          />
        )}
      </Field>
      <details className="mt-3" open={(state.given.sheet ?? "") !== ""}>
        <summary className="w-fit py-1">Another sheet of a workbook</summary>
        <div className="mt-2">
          <Field
            id="import-sheet"
            label="Sheet"
            hint="By its name; left empty, it is the first that is not hidden"
            optional
          >
            {(wired) => (
              <TextInput
                {...wired}
                key={state.given.sheet}
                name="sheet"
                maxLength={100}
                defaultValue={state.given.sheet ?? ""}
              />
            )}
          </Field>
        </div>
      </details>
      <details className="mt-1" open={(state.given.encoding ?? "") !== ""}>
        <summary className="w-fit py-1">Letters came out wrong before</summary>
        <div className="mt-2">
          <Field
            id="import-encoding"
            label="Read the letters as"
            hint="Of CSV and JSON; the page of the import says as what a file was read"
            optional
          >
            {(wired) => (
              <select
                {...wired}
                key={state.given.encoding}
                name="encoding"
                defaultValue={state.given.encoding ?? ""}
                className="field w-full"
              >
                <option value="">Told from the file</option>
                {ENCODINGS.map(({ label, name }) => (
                  <option key={label} value={label}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </details>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button aria-disabled={sending || undefined}>Check the file</Button>
        {sending && <p role="status">Uploading the file …</p>}
      </div>
    </form>
  );
}
