"use client";

import { useActionState } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { FieldError } from "@/components/desk/ui/field";
import { type FormAction, UNSENT } from "@/components/desk/ui/form-state";
import { TextArea } from "@/components/desk/ui/text-area";
import { TextParts } from "@/components/histories/text-parts";
import { decisionName, ownTextName } from "@/lib/desk/proposals/decisions";
import type { MergeUnit, Side } from "@/lib/desk/proposals/three-way";

interface MergeFormProps {
  /** What both changed differently. */
  conflicts: readonly MergeUnit[];
  action: FormAction;
  /** Sent along unseen. */
  hidden: Readonly<Record<string, string>>;
  /** What the two sides are called: `Published now`, `Your draft`. */
  sides: Readonly<Record<Side, string>>;
  /** Whether what both began as is known, and shown. */
  base: boolean;
  submit: string;
}

/** Lets somebody decide, for each thing that two revisions say differently, which of them it shall be. */
export function MergeForm({ conflicts, action, hidden, sides, base, submit }: MergeFormProps) {
  const [state, send, sending] = useActionState(action, UNSENT);
  const idOf = (path: string) => `conflict-${conflicts.findIndex((unit) => unit.path === path)}`;
  const problems = state.problems.map(({ field, message }) => ({
    field: field === null ? null : `${idOf(field)}-theirs`,
    message,
  }));
  return (
    <form action={send} aria-label="Merge" noValidate>
      <ErrorSummary problems={problems} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {conflicts.map((unit) => (
        <Conflict
          key={unit.path}
          id={idOf(unit.path)}
          unit={unit}
          sides={sides}
          base={base}
          given={state.given}
          error={state.problems.find(({ field }) => field === unit.path)?.message}
        />
      ))}
      <div className="mt-6">
        <Button aria-disabled={sending || undefined}>{submit}</Button>
      </div>
    </form>
  );
}

interface ConflictProps {
  id: string;
  unit: MergeUnit;
  sides: Readonly<Record<Side, string>>;
  base: boolean;
  given: Readonly<Record<string, string>>;
  error: string | undefined;
}

function Conflict({ id, unit, sides, base, given, error }: ConflictProps) {
  const { path, label, parts } = unit;
  const name = decisionName(path);
  const chosen = given[name];
  return (
    <fieldset
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      className={`mt-6 border-t pt-3 ${error === undefined ? "border-rule" : "border-negative"}`}
    >
      <legend className="float-left w-full font-semibold [overflow-wrap:anywhere]">{label}</legend>
      <div className="clear-both">
        {error !== undefined && <FieldError id={id}>{error}</FieldError>}
        {base && (
          <p className="mt-1 text-muted text-sm whitespace-pre-line [overflow-wrap:anywhere]">
            Before both: {unit.base ?? "nothing"}
          </p>
        )}
        <div className="mt-2 grid gap-x-6 gap-y-3 md:grid-cols-2">
          {(["theirs", "mine"] as const).map((side) => (
            <label
              // A choice takes a new first value only when it is made anew.
              key={`${side} ${chosen}`}
              className="flex items-start gap-2 border border-rule p-3 has-checked:border-ink has-checked:bg-panel"
            >
              <input
                id={`${id}-${side}`}
                type="radio"
                name={name}
                value={side}
                defaultChecked={chosen === side}
                className="mt-1 size-4 shrink-0 accent-(--ink)"
              />
              <span className="min-w-0">
                <span className="block text-muted text-sm">{sides[side]}</span>
                <span className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {parts !== null ? (
                    <TextParts parts={parts[side]} />
                  ) : (
                    (unit[side] ?? <em className="text-muted">nothing</em>)
                  )}
                </span>
              </span>
            </label>
          ))}
        </div>
        {parts !== null && <OwnText id={id} unit={unit} given={given} />}
      </div>
    </fieldset>
  );
}

/** Of a text, a third way: one written from both. */
function OwnText({
  id,
  unit: { path, together, mine, theirs },
  given,
}: {
  id: string;
  unit: MergeUnit;
  given: Readonly<Record<string, string>>;
}) {
  const chosen = given[decisionName(path)];
  const text = given[ownTextName(path)] ?? together ?? mine ?? theirs ?? "";
  return (
    <div className="mt-3 border border-rule p-3 has-checked:border-ink has-checked:bg-panel">
      <label className="flex items-start gap-2" key={chosen}>
        <input
          id={`${id}-own`}
          type="radio"
          name={decisionName(path)}
          value="own"
          defaultChecked={chosen === "own"}
          className="mt-1 size-4 shrink-0 accent-(--ink)"
        />
        <span className="text-muted text-sm">
          {together === null
            ? "A text from both"
            : "A text from both: what each changed, put together. Read it before you take it."}
        </span>
      </label>
      <TextArea
        key={text}
        id={`${id}-text`}
        name={ownTextName(path)}
        aria-label="A text from both"
        defaultValue={text}
        className="mt-2"
      />
    </div>
  );
}
