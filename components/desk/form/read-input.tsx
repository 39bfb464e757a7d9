"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Conversion } from "@/components/desk/form/conversion";
import { type FormList, useForm } from "@/components/desk/form/form-context";
import { TypedChoices } from "@/components/desk/form/typed-choices";
import { type Written, writeChoice, writeText } from "@/components/desk/form/write-choice";
import type { Wired } from "@/components/desk/ui/field";
import { TextInput } from "@/components/desk/ui/text-input";
import { useScripted } from "@/components/desk/ui/use-scripted";
import type { Control } from "@/lib/desk/forms/form";
import { type ReadBack, readBack } from "@/lib/desk/forms/read-back";
import type { TypedChoice } from "@/lib/desk/forms/typed-choice";
import { readDateControl } from "@/lib/desk/forms/typed-date-control";
import { isDay } from "@/lib/values/dates/day";

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
  /** What a sum in another money comes to, once its rate is there. */
  const [converted, setConverted] = useState<TypedChoice | null>(null);
  const converts = control.is === "amount" ? control.converts : undefined;
  const foreign = scripted && converts !== undefined ? back?.foreign : undefined;
  const choices = !scripted
    ? []
    : foreign === undefined
      ? (back?.choices ?? [])
      : converted === null
        ? []
        : [converted];
  const take = (choice: TypedChoice) => {
    if (input.current === null) return;
    const replaced = writeChoice(input.current, choice.fills, control);
    setBefore(replaced);
    const isNewEstimate = choice.converted !== undefined && converts !== "row";
    setAdded(choice.asset !== undefined ? "assets" : isNewEstimate ? "estimates" : null);
    if (choice.converted !== undefined && converts !== undefined)
      keepConversion(input.current, converts, choice, lists);
    if (choice.asset !== undefined) {
      lists.get("assets")?.append([{ ...choice.asset, chain: "" }]);
      changed();
    }
    say(
      `${label}: taken as ${choice.label}.${choice.asset === undefined ? "" : " A row of the assets was added."}${choice.converted === undefined ? "" : " What it was converted from stands in its estimate."}`,
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
      {foreign !== undefined && (
        <Conversion
          key={`${foreign.amount} ${foreign.currencies.join(" ")}`}
          label={label}
          foreign={foreign}
          day={dayOfTheft(input.current)}
          ready={setConverted}
        />
      )}
      {choices.length > 0 && <TypedChoices label={label} choices={choices} take={take} />}
      {before !== null && (
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          You typed “{before[0]?.text}”.{" "}
          <button type="button" className="min-h-6 underline" onClick={restore}>
            Restore it
          </button>
          {added !== null && ` The row that was added to the ${added} stays.`}
        </p>
      )}
    </>
  );
}

/**
 * Keeps what an amount was converted from where it can be proved by: in its own row of estimates, or in a new one, to which
 * whoever said it and where is still to be written.
 */
function keepConversion(
  input: HTMLInputElement,
  converts: "lossEstimates" | "returnEstimates" | "row",
  { fills, converted = "" }: TypedChoice,
  lists: Map<string, FormList>,
): void {
  if (converts !== "row") {
    const amountUsd = fills.here ?? "";
    lists
      .get(converts)
      ?.append([{ amountUsd, by: "", on: "", source: "", preferred: "", converted }]);
    return;
  }
  const beside = input.form?.elements.namedItem(input.name.replace(/amountUsd$/, "converted"));
  if (beside instanceof HTMLInputElement) writeText(beside, converted);
}

/** The day of the theft as the form has it at the moment; empty where it is not known to the day. */
function dayOfTheft(input: HTMLInputElement | null): string {
  const field = input?.form?.elements.namedItem("occurredOn");
  if (!(field instanceof HTMLInputElement)) return "";
  const read = readDateControl({ is: "date" }, field.value);
  return "value" in read && read.value !== null && isDay(read.value) ? read.value : "";
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
