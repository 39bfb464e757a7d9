"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import type { FormAction } from "@/components/desk/ui/form-state";
import { useKeptForm } from "@/components/desk/ui/kept-form";
import { Select } from "@/components/desk/ui/select";
import { SentContext } from "@/components/desk/ui/served-field";

interface RowDecisionsFormProps {
  id: number;
  action: FormAction;
  /** The page that is come back to, as the query of its address. */
  back: string;
  /** How many rows are not decided; the group decisions are about these. */
  open: number;
  /** How many of them almost surely are what they look like. */
  striking: number;
  children: ReactNode;
}

/** Decides about rows that may be in the record already, one by one or many at once. */
export function RowDecisionsForm(props: RowDecisionsFormProps) {
  const { id, action, back, open, striking, children } = props;
  const sent = useRef(0);
  const { state, send, sending, onSubmit } = useKeptForm(action, () => {
    sent.current++;
  });
  return (
    <form action={send} onSubmit={onSubmit} aria-label="Decide about each" noValidate>
      <ErrorSummary problems={state.problems} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={back} />
      <SentContext.Provider value={sent}>{children}</SentContext.Provider>
      <div className="sticky bottom-0 mt-6 flex flex-wrap items-end gap-x-4 gap-y-2 border-rule-strong border-t bg-paper py-3">
        {open > 0 && (
          <div className="min-w-0 max-sm:w-full">
            <label htmlFor="group-decision" className="block font-semibold text-sm">
              All that are not decided
            </label>
            <Select
              // What was decided of a group is not decided again of what is left of it.
              key={`${open} ${striking}`}
              id="group-decision"
              name="group"
              width="w-full max-w-md"
              nothing="stay as chosen above"
              options={[
                ...(striking > 0
                  ? groupOptions("striking", `${counted(striking)} almost surely known`)
                  : []),
                ...groupOptions("open", counted(open)),
              ]}
            />
          </div>
        )}
        <Button kind="quiet" aria-disabled={sending || undefined}>
          Keep these decisions
        </Button>
        <p role="status" className="text-muted text-sm">
          {!sending && state.done}
        </p>
      </div>
    </form>
  );
}

function counted(count: number): string {
  return `all ${count.toLocaleString("en-GB")}`;
}

function groupOptions(which: "striking" | "open", what: string) {
  return [
    { value: `${which}:merge`, label: `${what}: add to the likeliest incident` },
    { value: `${which}:leave`, label: `${what}: leave out` },
    ...(which === "open"
      ? [{ value: "open:new", label: `${what}: import as other incidents` }]
      : []),
  ];
}
