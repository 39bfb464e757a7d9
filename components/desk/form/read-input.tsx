"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import { TypedChoices } from "@/components/desk/form/typed-choices";
import { type Written, writeChoice, writeText } from "@/components/desk/form/write-choice";
import type { Wired } from "@/components/desk/ui/field";
import { TextInput } from "@/components/desk/ui/text-input";
import { useScripted } from "@/components/desk/ui/use-scripted";
import type { Control } from "@/lib/desk/forms/form";
import { type ReadBack, readBack } from "@/lib/desk/forms/read-back";
import type { TypedChoice } from "@/lib/desk/forms/typed-choice";

interface ReadInputProps {
  control: Control;
  label: string;
  /** Its path, as the form sends it. */
  name: string;
  typed: string;
  wired: Wired;
}

/**
 * A field that tells how it reads what is typed, so that a slip of thousands is seen at once. What can be read in
 * several ways, and what is no single value, is offered by the key: Alt and its number, or a button. What was typed
 * before can be had back.
 */
export function ReadInput({ control, label, name, typed, wired }: ReadInputProps) {
  const [back, setBack] = useState<ReadBack | null>(() => readBack(control, typed));
  const [before, setBefore] = useState<Written[] | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const scripted = useScripted();
  /** Whether the choice taken last became a row of the assets, which stays where the text is restored. */
  const [added, setAdded] = useState(false);
  const { changed, lists, say } = useForm();
  const choices = scripted ? (back?.choices ?? []) : [];
  const take = (choice: TypedChoice) => {
    if (input.current === null) return;
    const replaced = writeChoice(input.current, choice.fills, control);
    setBefore(replaced);
    setAdded(choice.asset !== undefined);
    if (choice.asset !== undefined) {
      lists.get("assets")?.append([{ ...choice.asset, chain: "" }]);
      changed();
    }
    say(
      `${label}: taken as ${choice.label}.${choice.asset === undefined ? "" : " A row of the assets was added."}`,
    );
    input.current.focus();
  };
  const restore = () => {
    for (const { input: each, text } of before ?? []) writeText(each, text);
    setBefore(null);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const choice = digit === undefined ? undefined : choices[Number(digit) - 1];
    if (choice === undefined) return;
    event.preventDefault();
    take(choice);
  };
  return (
    <>
      <TextInput
        ref={input}
        name={name}
        defaultValue={typed}
        autoComplete="off"
        onInput={(event) => {
          setBefore(null);
          setBack(readBack(control, event.currentTarget.value));
        }}
        onKeyDown={onKeyDown}
        {...readWired(wired)}
      />
      <ReadBackNote id={wired.id} back={back} />
      {choices.length > 0 && <TypedChoices label={label} choices={choices} take={take} />}
      {before !== null && (
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          You typed “{before[0]?.text}”.{" "}
          <button type="button" className="min-h-6 underline" onClick={restore}>
            Restore it
          </button>
          {added && " The row that was added to the assets stays."}
        </p>
      )}
    </>
  );
}

/** What a control with something told beneath it is wired with. */
export function readWired(wired: Wired): Wired {
  const described = `${wired["aria-describedby"] ?? ""} ${wired.id}-read`.trim();
  return { ...wired, "aria-describedby": described };
}

/** How a text is read, beneath its field. */
export function ReadBackNote({ id, back }: { id: string; back: ReadBack | null }) {
  return (
    <p
      id={`${id}-read`}
      className={`min-h-5 text-sm ${back?.wrong === true ? "text-negative" : "text-muted"} [overflow-wrap:anywhere]`}
    >
      {back === null ? "" : back.wrong ? capital(back.text) : `= ${back.text}`}
    </p>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
