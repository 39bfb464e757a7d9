"use client";

import { Fragment, type ReactNode, useActionState, useEffect, useRef } from "react";
import { Button, type ButtonKind } from "@/components/desk/ui/button";
import { CheckBox } from "@/components/desk/ui/check-box";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { Field } from "@/components/desk/ui/field";
import {
  CONFIRM_FIELD,
  type FormAction,
  type FormState,
  UNSENT,
} from "@/components/desk/ui/form-state";
import { Notice } from "@/components/desk/ui/notice";
import { Select } from "@/components/desk/ui/select";
import { ShownOnce } from "@/components/desk/ui/shown-once";
import { TextArea } from "@/components/desk/ui/text-area";
import { TextInput } from "@/components/desk/ui/text-input";

/** One field of a plain form. */
export interface FieldSpec {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "email" | "password" | "area" | "choice" | "check";
  /** What is in it at first. */
  initial?: string;
  optional?: boolean;
  /** What a password manager is told that it is. */
  autoComplete?: string;
  inputMode?: "numeric";
  maxLength?: number;
  /** Whether it has the focus once the page is there: the one thing that a page asks for. */
  focused?: boolean;
  /** Of a box to tick: what it sends then. */
  value?: string;
  /** Of a choice. */
  options?: readonly { value: string; label: string }[];
  /** What a browser proposes while one writes a line of text. */
  proposals?: readonly string[];
  /** What heads it and those after it, where they are apart from those before. */
  under?: string;
}

export interface PlainFormProps {
  /** Begins the ids of its fields; one of a kind on a page. */
  id: string;
  /** Names the form for those who cannot see what is around it. */
  label?: string;
  action: FormAction;
  fields: readonly FieldSpec[];
  /** What its fields are about, where they are one group; not shown where it has none. */
  legend?: string;
  /** Whose password it asks for, so that a password manager knows. */
  username?: string;
  /** Sent along unseen. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  /** Names the button where its text does not say enough. */
  submitLabel?: string;
  kind?: ButtonKind;
  /** Whether it goes once it is done: it would otherwise ask for the same again. */
  once?: boolean;
  /** Beside the button. */
  children?: ReactNode;
}

/** Asked for only where a form says that it must be. */
const CONFIRM_PASSWORD: FieldSpec = {
  name: CONFIRM_FIELD,
  label: "Your password",
  type: "password",
  autoComplete: "current-password",
};

/** A form of a few fields; it works without JavaScript too. */
export function PlainForm(props: PlainFormProps) {
  const {
    id,
    label,
    action,
    fields,
    hidden = {},
    username,
    submit,
    submitLabel,
    legend,
    kind = "primary",
    once = false,
    children,
  } = props;
  const [state, send, sending] = useActionState(action, UNSENT);
  const message = useRef<HTMLDivElement>(null);
  // The button that had focus is gone with the rest.
  useEffect(() => {
    if (once && state.done !== null) message.current?.focus();
  }, [once, state.done]);
  const problems = state.problems.map(({ field, message }) => ({
    field: field === null ? null : `${id}-${field}`,
    message,
  }));
  return (
    <form
      action={send}
      // Sent once, however often it is pressed.
      onSubmit={(event) => sending && event.preventDefault()}
      aria-label={label}
      noValidate
      className="max-w-xl"
    >
      <ErrorSummary problems={problems} />
      {state.done !== null && (
        <div ref={message} tabIndex={-1}>
          <Notice kind="done" live>
            <p>{state.done}</p>
            {state.secret !== null && <ShownOnce secret={state.secret} />}
          </Notice>
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {username !== undefined && (
        <input type="text" autoComplete="username" value={username} readOnly hidden />
      )}
      {(state.done === null || !once) && (
        <div className="space-y-4">
          <FieldGroup legend={fields.length === 0 ? undefined : legend}>
            {fields.map((field) => (
              <Fragment key={field.name}>
                {field.under !== undefined && (
                  <p className="border-rule border-t pt-3 font-semibold">{field.under}</p>
                )}
                <PlainField id={`${id}-${field.name}`} field={field} state={state} />
              </Fragment>
            ))}
          </FieldGroup>
          {state.asksPassword === true && (
            <PlainField id={`${id}-${CONFIRM_FIELD}`} field={CONFIRM_PASSWORD} state={state} />
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button kind={kind} aria-label={submitLabel} aria-disabled={sending || undefined}>
              {submit}
            </Button>
            {children}
          </div>
        </div>
      )}
    </form>
  );
}

/** Fields that belong together under what they are about. */
function FieldGroup({ legend, children }: { legend: string | undefined; children: ReactNode }) {
  if (legend === undefined) return children;
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 font-semibold [overflow-wrap:anywhere]">{legend}</legend>
      {children}
    </fieldset>
  );
}

function PlainField({ id, field, state }: { id: string; field: FieldSpec; state: FormState }) {
  const { name, label, hint, type = "text", options = [], proposals = [] } = field;
  const { initial, optional = false, autoComplete, inputMode, maxLength, focused } = field;
  const error = state.problems.find((problem) => problem.field === name)?.message;
  const value = state.given[name] ?? initial ?? "";
  if (type === "check")
    return (
      <div>
        <CheckBox
          // A box takes a new first state only when it is made anew.
          key={value}
          id={id}
          name={name}
          value={field.value}
          defaultChecked={field.value !== undefined && value === field.value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          label={label}
        />
        {hint !== undefined && (
          <p id={`${id}-hint`} className="pl-6 text-muted text-sm [overflow-wrap:anywhere]">
            {hint}
          </p>
        )}
      </div>
    );
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(wired) => {
        const shared = { ...wired, name, autoComplete, maxLength };
        // A choice and an area take a new first value only when they are made anew.
        if (type === "choice") {
          return <Select key={value} {...shared} options={options} defaultValue={value} />;
        }
        if (type === "area") return <TextArea key={value} {...shared} defaultValue={value} />;
        return (
          <>
            <TextInput
              {...shared}
              type={type}
              inputMode={inputMode}
              autoFocus={focused}
              list={proposals.length > 0 ? `${id}-proposals` : undefined}
              defaultValue={type === "password" ? "" : value}
              spellCheck={type === "text" ? undefined : false}
            />
            {proposals.length > 0 && (
              <datalist id={`${id}-proposals`}>
                {proposals.map((text) => (
                  <option key={text} value={text} />
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </Field>
  );
}
