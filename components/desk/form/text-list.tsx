"use client";

import { useEffect, useRef, useState } from "react";
import { ControlInput } from "@/components/desk/form/control-input";
import { useForm } from "@/components/desk/form/form-context";
import { problemsOfRows } from "@/components/desk/form/problems-at";
import { FieldError, wired } from "@/components/desk/ui/field";
import type { FormField } from "@/lib/desk/forms/form";
import type { TypedValue } from "@/lib/desk/forms/typed";
import { controlId } from "@/lib/desk/forms/typed-from-form";
import type { Problem } from "@/lib/record/publishing/problem";

interface TextListProps {
  field: FormField;
  typed: TypedValue | undefined;
  problems: readonly Problem[];
}

/** Short texts side by side, with always an empty one behind the last: typing in it adds the next. */
export function TextList({ field, typed, problems }: TextListProps) {
  const [rows, setRows] = useState(() => {
    const given = Array.isArray(typed)
      ? typed.filter((text) => typeof text === "string" && text.trim() !== "")
      : [];
    return [...given, ""].map((text, key) => ({ key, text: String(text) }));
  });
  const nextKey = useRef(rows.length);
  const { lists } = useForm();
  const { name } = field;
  // What is taken from elsewhere comes behind what is there, in place of the empty ones.
  useEffect(() => {
    const textAt = (key: number) => {
      const control = document.getElementById(controlId([name, key]));
      return control instanceof HTMLInputElement ? control.value.trim() : "";
    };
    lists.set(name, {
      held: () => rows.map(({ key }) => ({ text: textAt(key) })),
      append: (more) => {
        const kept = rows.filter(({ key }) => textAt(key) !== "");
        const held = new Set(kept.map(({ key }) => textAt(key).toLowerCase()));
        const added = more.flatMap(({ text }) =>
          typeof text !== "string" || held.has(text.toLowerCase()) ? [] : [text],
        );
        setRows([...kept, ...[...added, ""].map((text) => ({ key: nextKey.current++, text }))]);
      },
    });
  });
  useEffect(() => () => void lists.delete(name), [lists, name]);
  const focusNext = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the rows
  useEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [rows]);
  if (field.control.is !== "texts") return null;
  const { of } = field.control;
  const one: FormField = {
    name: field.name,
    label: field.one ?? field.label,
    control: of === null ? { is: "text" } : { is: "pick", of },
  };
  const last = rows[rows.length - 1]?.key;
  const grow = (key: number, text: string) => {
    if (key === last && text !== "") setRows([...rows, { key: nextKey.current++, text: "" }]);
  };
  const ofRows = problemsOfRows(problems, field.name);
  return (
    <fieldset
      data-list={field.name}
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement)
          grow(Number(target.name.split(".")[1]), target.value);
      }}
    >
      <legend className="font-semibold text-sm">
        {field.label}
        <span className="font-normal text-muted"> (optional; each in a field of its own)</span>
      </legend>
      <ul className="mt-1 flex flex-wrap gap-2">
        {rows.map((row, index) => {
          const id = controlId([field.name, row.key]);
          const error = ofRows.get(index)?.get("");
          return (
            <li key={row.key} data-row className="w-44 max-w-full">
              <label htmlFor={id} className="sr-only">
                {field.one} {index + 1}
              </label>
              <ControlInput
                field={one}
                name={`${field.name}.${row.key}`}
                typed={row.text}
                wired={wired(id, false, error)}
              />
              {error !== undefined && <FieldError id={id}>{error}</FieldError>}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
