import type { FormField } from "@/lib/desk/forms/form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { blankRow, controlId } from "@/lib/desk/forms/typed-from-form";

/** A row of a list as it was first drawn; what is typed since lives in its controls. */
export interface Row {
  /** Its own name within the list; never given twice. */
  key: number;
  typed: Typed;
}

/** The two ways in which a row can move. */
export const WAYS = {
  up: { by: -1, sign: "↑", edge: "first" },
  down: { by: 1, sign: "↓", edge: "last" },
} as const;
export type Way = keyof typeof WAYS;

/** The rows that a list begins with: those given, or a blank one where there has to be one. */
export function firstRows(field: FormField, typed: TypedValue | undefined): Row[] {
  const given = Array.isArray(typed)
    ? typed.filter((row): row is Typed => typeof row === "object" && !Array.isArray(row))
    : [];
  const shown = given.length === 0 && field.optional !== true ? [blankRow(field)] : given;
  return shown.map((row, key) => ({ key, typed: row }));
}

/** The id of a control of a row. */
export function idOf(list: string, key: number, name: string): string {
  return controlId([list, key, name]);
}

export function addId(list: string): string {
  return `add-${list}`;
}

export function removeId(list: string, key: number): string {
  return `remove-${list}-${key}`;
}

export function moveId(way: Way, list: string, key: number): string {
  return `${way}-${list}-${key}`;
}

/** What a row's controls hold at this moment. */
export function shownRow(list: string, key: number, fields: readonly FormField[]): Typed {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const control = document.getElementById(idOf(list, key, name));
      const holds =
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement;
      if (control instanceof HTMLInputElement && control.type === "checkbox" && !control.checked)
        return [name, ""];
      return [name, holds ? control.value : ""];
    }),
  );
}

/** Whether nothing has been typed into a row. */
export function isBlank(list: string, key: number, fields: readonly FormField[]): boolean {
  const typed = fields.filter(({ control }) => control.is !== "choice" && control.is !== "yesNo");
  return Object.values(shownRow(list, key, typed)).every((text) => text === "");
}
