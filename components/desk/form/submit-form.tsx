"use client";

import { useActionState, useRef } from "react";
import { handsIn, usePageKey } from "@/components/desk/form/use-page-key";
import { Button, buttonClass } from "@/components/desk/ui/button";
import { CheckBox } from "@/components/desk/ui/check-box";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { type FormAction, UNSENT } from "@/components/desk/ui/form-state";

/** One thing that is told of a draft, by its key. */
interface Told {
  key: string;
  /** The row that it is at; null outside rows. */
  where: string | null;
  message: string;
}

interface SubmitFormProps {
  action: FormAction;
  proposalId: number;
  saveNumber: number;
  /** Warnings to be settled, each by its key. */
  warnings: readonly Told[];
  /** What was done to what was typed, such as rounding: nothing to be settled. */
  notes: readonly Told[];
}

/** The last step of a draft: its warnings, each to be settled, and the button that submits it. */
export function SubmitForm({ action, proposalId, saveNumber, warnings, notes }: SubmitFormProps) {
  const [state, send, sending] = useActionState(action, UNSENT);
  const form = useRef<HTMLFormElement>(null);
  usePageKey((event) => {
    if (!handsIn(event) || sending) return;
    event.preventDefault();
    form.current?.requestSubmit();
  });
  const idOf = (key: string) => `warning-${warnings.findIndex((each) => each.key === key)}`;
  const problems = state.problems.map(({ field, message }) => ({
    field: field === null ? null : idOf(field),
    message,
  }));
  return (
    <form action={send} ref={form} aria-label="Submit" noValidate>
      <ErrorSummary problems={problems} />
      <input type="hidden" name="proposalId" value={proposalId} />
      <input type="hidden" name="saveNumber" value={saveNumber} />
      {warnings.length > 0 && (
        <fieldset className="mb-6 max-w-3xl">
          <legend className="font-semibold text-xl">Is this right?</legend>
          <p className="text-muted text-sm">
            Tick what is meant as it is; correct the rest. The reviewer sees what you ticked.
          </p>
          <ul className="mt-2">
            {warnings.map(({ key, where, message }) => (
              <li key={key} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
                <CheckBox
                  id={idOf(key)}
                  name="confirmed"
                  value={key}
                  defaultChecked={state.given[key] === "yes"}
                  label={
                    <>
                      {where !== null && <span className="text-muted">{where}: </span>}
                      {message}
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {notes.length > 0 && (
        <ul className="mb-6 max-w-3xl text-muted text-sm [overflow-wrap:anywhere]">
          {notes.map(({ key, where, message }) => (
            <li key={key}>
              {where !== null && `${where}: `}
              {message}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button aria-disabled={sending || undefined}>Submit for review</Button>
        <a href={`/desk/proposals/${proposalId}`} className={buttonClass("quiet")}>
          Back to the form
        </a>
      </div>
    </form>
  );
}
