"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import type { FormAction } from "@/components/desk/ui/form-state";
import { useKeptForm } from "@/components/desk/ui/kept-form";

interface MappingFormProps {
  id: number;
  action: FormAction;
  rows: number;
  children: ReactNode;
}

/** Says how a table is read: kept as it stands, or kept and its rows checked. */
export function MappingForm({ id, action, rows, children }: MappingFormProps) {
  const { state, send, sending, onSubmit } = useKeptForm(action);
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
      {children}
      <div className="mt-8 flex flex-wrap items-center gap-4 border-rule border-t pt-4">
        <Button name="then" value="check" aria-disabled={sending || undefined}>
          {rows === 1 ? "Check the row" : `Check the ${rows.toLocaleString("en-GB")} rows`}
        </Button>
        <Button name="then" value="keep" kind="quiet" aria-disabled={sending || undefined}>
          Keep this and show what is still open
        </Button>
      </div>
    </form>
  );
}
