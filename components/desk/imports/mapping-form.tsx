"use client";

import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import type { FormAction } from "@/components/desk/ui/form-state";
import { useKeptForm } from "@/components/desk/ui/kept-form";
import { SentContext } from "@/components/desk/ui/served-field";

interface MappingFormProps {
  id: number;
  action: FormAction;
  rows: number;
  children: ReactNode;
}

/** Says how a table is read: kept as it stands, or kept and its rows checked. */
export function MappingForm({ id, action, rows, children }: MappingFormProps) {
  const sent = useRef(0);
  /** Whether the rows are to be checked, after which nothing can be mapped for a while: what was chosen then would be lost. */
  const [checks, setChecks] = useState(false);
  const { state, send, sending, onSubmit } = useKeptForm(action, (submitter) => {
    sent.current++;
    setChecks(submitter instanceof HTMLButtonElement && submitter.value === "check");
  });
  return (
    <form action={send} onSubmit={onSubmit} aria-label="How the table is read" noValidate>
      <ErrorSummary problems={state.problems} />
      <input type="hidden" name="id" value={id} />
      {/* Enter in a field keeps what was said; it does not go on. */}
      <button
        type="submit"
        name="then"
        value="keep"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
      />
      <div inert={sending && checks} className="inert:opacity-60">
        <SentContext.Provider value={sent}>{children}</SentContext.Provider>
      </div>
      <div className="mt-8 flex flex-wrap items-center gap-4 border-rule border-t pt-4">
        <Button name="then" value="check" aria-disabled={sending || undefined}>
          {rows === 1 ? "Check the row" : `Check the ${rows.toLocaleString("en-GB")} rows`}
        </Button>
        <Button name="then" value="keep" kind="quiet" aria-disabled={sending || undefined}>
          Keep this and show what is still open
        </Button>
        <p role="status" className="text-muted text-sm">
          {!sending && state.done}
        </p>
      </div>
    </form>
  );
}
