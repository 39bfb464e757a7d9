"use client";

import { useActionState } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { Field } from "@/components/desk/ui/field";
import { type FormAction, UNSENT } from "@/components/desk/ui/form-state";

/** Takes a file of records in. */
export function UploadForm({ action }: { action: FormAction }) {
  const [state, send, sending] = useActionState(action, UNSENT);
  const error = state.problems.find(({ field }) => field === "file")?.message;
  const problems = state.problems.map(({ field, message }) => ({
    field: field === "file" ? "import-file" : null,
    message,
  }));
  return (
    <form action={send} aria-label="Check a file" noValidate className="max-w-xl">
      <ErrorSummary problems={problems} />
      <Field id="import-file" label="File" hint="CSV or JSON in UTF-8, up to 20 MB" error={error}>
        {(wired) => (
          <input
            {...wired}
            type="file"
            name="file"
            accept=".csv,.json,.tsv,.txt,text/csv,application/json"
            className="field w-full"
          />
        )}
      </Field>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button aria-disabled={sending || undefined}>Check the file</Button>
        {sending && <p role="status">Uploading the file …</p>}
      </div>
    </form>
  );
}
