"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useScripted } from "@/components/desk/ui/use-scripted";
import type { FormField } from "@/lib/desk/forms/form";
import type { Typed } from "@/lib/desk/forms/typed";

interface AskedFieldProps {
  field: FormField;
  content: Typed;
  className: string;
  /** Whether a comment waits at it. */
  commented: boolean;
  children: ReactNode;
}

/**
 * A field in its place in the form. One that is asked only with what another says is left out until that says it, so that the
 * keyboard's way is no longer than it must be; what it holds already, and what is said about it, stays in sight.
 */
export function AskedField({ field, content, className, commented, children }: AskedFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const scripted = useScripted();
  const { name, onlyWith } = field;
  const [isAsked, setAsked] = useState(
    () => onlyWith === undefined || isIt(onlyWith, content[onlyWith.field], content[name]),
  );
  useEffect(() => {
    const form = place.current?.closest("form");
    if (onlyWith === undefined || form === null || form === undefined) return;
    const textOf = (of: string) => {
      const control = form.elements.namedItem(of);
      return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
        ? control.value
        : "";
    };
    const ask = () => setAsked(isIt(onlyWith, textOf(onlyWith.field), textOf(name)));
    const onInput = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === onlyWith.field) ask();
    };
    // What was kept in this browser was written into the controls before anybody typed.
    ask();
    form.addEventListener("input", onInput);
    return () => form.removeEventListener("input", onInput);
  }, [name, onlyWith]);
  return (
    <div
      ref={place}
      className={className}
      data-commented={commented || undefined}
      hidden={scripted && !isAsked && !commented}
    >
      {children}
    </div>
  );
}

function isIt(
  { says }: NonNullable<FormField["onlyWith"]>,
  other: Typed[string] | undefined,
  own: Typed[string] | undefined,
): boolean {
  return (
    (typeof own === "string" && own.trim() !== "") || (typeof other === "string" && says(other))
  );
}
