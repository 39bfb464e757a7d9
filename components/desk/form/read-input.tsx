"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Conversion } from "@/components/desk/form/conversion";
import { useForm } from "@/components/desk/form/form-context";
import { type KeptConverted, keepConverted } from "@/components/desk/form/keep-converted";
import { TypedChoices } from "@/components/desk/form/typed-choices";
import { useDayRate } from "@/components/desk/form/use-day-rate";
import { type Written, writeChoice, writeText } from "@/components/desk/form/write-choice";
import type { Wired } from "@/components/desk/ui/field";
import { TextInput } from "@/components/desk/ui/text-input";
import { useScripted } from "@/components/desk/ui/use-scripted";
import type { Control } from "@/lib/desk/forms/form";
import { type ReadBack, readBack } from "@/lib/desk/forms/read-back";
import type { TypedChoice } from "@/lib/desk/forms/typed-choice";
import { convertedChoices } from "@/lib/desk/forms/typed-conversion";

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
  /** The list in which the choice taken last became a row, which stays where the text is restored. */
  const [added, setAdded] = useState<"assets" | "estimates" | null>(null);
  const { changed, lists, say } = useForm();
  /** What is left to be written of an amount that was converted; null where nothing is. */
  const [left, setLeft] = useState<string | null>(null);
  const { converts, part = null } = control.is === "amount" ? control : {};
  const foreign = scripted && converts !== undefined ? back?.foreign : undefined;
  const rate = useDayRate(foreign?.currencies.join(" ") ?? "", input);
  const choices = !scripted
    ? []
    : foreign === undefined
      ? (back?.choices ?? [])
      : convertedChoices(foreign, rate.rate, part);
  const take = (choice: TypedChoice) => {
    if (input.current === null) return;
    const replaced = writeChoice(input.current, choice.fills, control);
    setBefore(replaced);
    const kept =
      choice.converted === undefined || converts === undefined
        ? null
        : keepConverted(input.current, converts, choice.converted, lists);
    const isAdded = kept !== null && kept.rows > 0;
    setAdded(choice.asset !== undefined ? "assets" : isAdded ? "estimates" : null);
    if (choice.asset !== undefined) {
      lists.get("assets")?.append([{ ...choice.asset, chain: "" }]);
      changed();
    }
    if (isAdded) changed();
    const asks = kept?.asks === true ? leftText(kept.rows) : null;
    setLeft(asks);
    say(
      [
        `${label}: taken as ${choice.label}.`,
        choice.asset === undefined ? "" : "A row of the assets was added.",
        kept === null ? "" : keptText(kept),
        asks ?? "",
      ]
        .filter((text) => text !== "")
        .join(" "),
    );
    if (asks === null) input.current.focus();
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
          setLeft(null);
          setBack(readBack(control, event.currentTarget.value));
        }}
        onKeyDown={onKeyDown}
        {...readWired(wired)}
      />
      <ReadBackNote id={wired.id} back={back} />
      {foreign !== undefined && (
        <Conversion label={label} foreign={foreign} state={rate} isComplete={choices.length > 0} />
      )}
      {choices.length > 0 && <TypedChoices label={label} choices={choices} take={take} />}
      {before !== null && (
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          You typed “{before[0]?.text}”.{" "}
          <button type="button" className="min-h-6 underline" onClick={restore}>
            Restore it
          </button>
          {added !== null && ` What was added to the ${added} stays.`}
        </p>
      )}
      {left !== null && <p className="text-sm">{left}</p>}
    </>
  );
}

/** What is left to be done once an amount was converted of which nobody is known to say it. */
function leftText(rows: number): string {
  return rows > 1
    ? `Still to be written: who says so, and where, in the ${rows} estimates that were added.`
    : "Still to be written: who says so, and where, in its estimate.";
}

function keptText({ rows, sayer }: KeptConverted): string {
  const what =
    rows > 1
      ? "What they were converted from stands in their estimates"
      : "What it was converted from stands beside it";
  return sayer === null ? `${what}.` : `${what}, as said by ${sayer.by}.`;
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
