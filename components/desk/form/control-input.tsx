"use client";

import { type FormEvent, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import { ReadBackNote, ReadInput, readWired } from "@/components/desk/form/read-input";
import { SuggestedInput } from "@/components/desk/form/suggested-input";
import type { Wired } from "@/components/desk/ui/field";
import { Select } from "@/components/desk/ui/select";
import { TextArea } from "@/components/desk/ui/text-area";
import { TextInput } from "@/components/desk/ui/text-input";
import { useScripted } from "@/components/desk/ui/use-scripted";
import { WrappedLine } from "@/components/desk/ui/wrapped-line";
import type { FormField, PickList } from "@/lib/desk/forms/form";
import { type ReadBack, readBack } from "@/lib/desk/forms/read-back";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { addressProblem, addressWarning, isChecked } from "@/lib/values/wallets/address-format";

/** Where the list of what can be picked opens; one for the whole form. */
export const PICK_LIST_ID = "pick-list";

interface ControlInputProps {
  field: FormField;
  /** Its path, as the form sends it. */
  name: string;
  typed: string;
  wired: Wired;
  /** A text that would be right where the one typed is not. */
  suggested?: string | undefined;
}

/** The control of one field. What is typed lives in the control itself, so that typing draws nothing anew. */
export function ControlInput({ field, name, typed, wired, suggested }: ControlInputProps) {
  const { control } = field;
  switch (control.is) {
    case "longText":
      // In a row it is as high as its text.
      return (
        <TextArea name={name} defaultValue={typed} rows={name.includes(".") ? 1 : 3} {...wired} />
      );
    case "choice":
      return (
        <Select
          name={name}
          defaultValue={typed}
          options={control.options}
          nothing="Choose …"
          {...wired}
        />
      );
    case "yesNo":
      return (
        <input
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={typed === "yes"}
          className="mt-2 size-5 accent-(--ink)"
          {...wired}
        />
      );
    case "pick":
      return control.of === "technique" ? (
        <ReadPickInput field={field} list={control.of} name={name} typed={typed} wired={wired} />
      ) : (
        <PickInput list={control.of} name={name} typed={typed} wired={wired} />
      );
    case "amount":
    case "quantity":
    case "date":
      return (
        <ReadInput control={control} label={field.label} name={name} typed={typed} wired={wired} />
      );
    case "address":
      return <AddressInput name={name} typed={typed} wired={wired} />;
    case "link":
      return (
        <TextInput
          name={name}
          defaultValue={typed}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          {...wired}
        />
      );
    default:
      return control.is === "text" && control.isCode === true ? (
        <WrappedLine
          name={name}
          defaultValue={typed}
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-sm"
          {...wired}
        />
      ) : (
        <SuggestedInput
          label={field.label}
          name={name}
          typed={typed}
          wired={wired}
          suggested={suggested}
        />
      );
  }
}

interface PickInputProps extends Omit<ControlInputProps, "field"> {
  list: PickList;
  onInput?: (event: FormEvent<HTMLInputElement>) => void;
}

/** A field that picks from a list: the browser's own list where there are no scripts, the form's one where there are. */
function PickInput({ list, name, typed, wired, onInput }: PickInputProps) {
  const scripted = useScripted();
  const listed = scripted
    ? ({
        "data-pick": list,
        role: "combobox",
        "aria-expanded": false,
        "aria-autocomplete": "list",
        "aria-controls": PICK_LIST_ID,
      } as const)
    : { list: `options-${list}` };
  return (
    <TextInput
      name={name}
      defaultValue={typed}
      autoComplete="off"
      onInput={onInput}
      {...listed}
      {...wired}
    />
  );
}

/** A pick that tells what a name of one's own becomes. */
function ReadPickInput({ field, typed, wired, ...pick }: PickInputProps & ControlInputProps) {
  const { definitions } = useForm();
  const read = (text: string) => readBack(field.control, text, definitions);
  const [back, setBack] = useState<ReadBack | null>(() => read(typed));
  return (
    <>
      <PickInput
        typed={typed}
        wired={readWired(wired)}
        // Not a change, because what is picked counts as well as what is typed.
        onInput={(event) => setBack(read(event.currentTarget.value))}
        {...pick}
      />
      <ReadBackNote id={wired.id} back={back} />
    </>
  );
}

/** An address, checked for its chain's form once it is typed; where it is longer than its line, it takes as many as it needs. */
function AddressInput({ name, typed, wired }: Omit<ControlInputProps, "field">) {
  const [wrong, setWrong] = useState<string | null>(null);
  const check = (input: HTMLTextAreaElement) => {
    const other = input.form?.elements.namedItem(name.replace(/address$/, "chain"));
    const chain = other instanceof HTMLInputElement ? readChain(other.value) : "";
    const address = input.value.trim();
    const unverified =
      chain === "" || isChecked(chain)
        ? null
        : "is not verified: the form of this chain’s addresses is not known here";
    const readBack = addressProblem(chain, address) ?? addressWarning(address) ?? unverified;
    setWrong(address === "" ? null : readBack);
  };
  return (
    <>
      <WrappedLine
        name={name}
        defaultValue={typed}
        autoComplete="off"
        spellCheck={false}
        className="font-mono text-sm"
        onBlur={(event) => check(event.target)}
        {...readWired(wired)}
      />
      <p id={`${wired.id}-read`} className="text-negative text-sm [overflow-wrap:anywhere]">
        {wrong}
      </p>
    </>
  );
}
