"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import { TypedChoices } from "@/components/desk/form/typed-choices";
import { writeText } from "@/components/desk/form/write-choice";
import type { Wired } from "@/components/desk/ui/field";
import { TextInput } from "@/components/desk/ui/text-input";
import { useScripted } from "@/components/desk/ui/use-scripted";

interface SuggestedInputProps {
  label: string;
  /** Its path, as the form sends it. */
  name: string;
  typed: string;
  wired: Wired;
  /** A text that would be right where the one typed is not; taken by Alt and 1, or a button. */
  suggested: string | undefined;
}

/** A line of text, beside which another is offered where it cannot stay: a name that nobody has yet. */
export function SuggestedInput({ label, name, typed, wired, suggested }: SuggestedInputProps) {
  const input = useRef<HTMLInputElement>(null);
  /** What was taken already is not offered again. */
  const [taken, setTaken] = useState<string | null>(null);
  const scripted = useScripted();
  const { say } = useForm();
  const offered = scripted && suggested !== undefined && suggested !== taken ? suggested : null;
  const take = () => {
    if (input.current === null || offered === null) return;
    writeText(input.current, offered);
    setTaken(offered);
    say(`${label}: taken as ${offered}.`);
    input.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered === null || !event.altKey || event.code !== "Digit1") return;
    event.preventDefault();
    take();
  };
  return (
    <>
      <TextInput
        ref={input}
        name={name}
        defaultValue={typed}
        autoComplete="off"
        onKeyDown={onKeyDown}
        {...wired}
      />
      {offered !== null && (
        <TypedChoices
          label={label}
          choices={[{ label: offered, fills: { here: offered } }]}
          take={take}
        />
      )}
    </>
  );
}
