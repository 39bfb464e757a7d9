import { z } from "zod";
import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import { PASTE } from "@/lib/desk/forms/read-form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** A draft's content as JSON may be this long, in UTF-16 units. */
export const LONGEST_CONTENT = 2_000_000;
/** Rows of one list that a draft may hold, whole or not. */
const MOST_ROWS = 20_000;
/** What it changes and why. */
export const LONGEST_NOTE = 2000;

/** A tab's own name, made when a form is opened. */
export const tabSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

type Content = { typed: Typed } | { problem: string };

/**
 * Takes what a form sent, as it was typed: only texts and lists where the form has them, within
 * bounds. What PostgreSQL cannot keep (NUL, halves of a character) is left out; lines end alike.
 */
export function draftContent(kind: RecordKind, given: unknown): Content {
  if (!isObject(given)) return { problem: "What was sent is no draft." };
  const fields = fieldsOf(FORMS[kind]);
  try {
    const typed = takeFields(fields, given);
    const pasted = given[PASTE];
    if (pasted !== undefined) {
      if (!isObject(pasted)) throw new Malformed("Pasted text must be text.");
      typed[PASTE] = Object.fromEntries(
        Object.entries(pasted).flatMap(([list, text]): [string, string][] => {
          if (typeof text !== "string" || fields.every(({ name }) => name !== list))
            throw new Malformed("Pasted text must be text.");
          return text === "" ? [] : [[list, keepable(text)]];
        }),
      );
    }
    if (JSON.stringify(typed).length > LONGEST_CONTENT)
      return {
        problem: `The draft is longer than the ${LONGEST_CONTENT.toLocaleString("en-GB")} characters that one may have.`,
      };
    return { typed };
  } catch (error) {
    if (error instanceof Malformed) return { problem: error.message };
    throw error;
  }
}

/** Text without what PostgreSQL cannot keep. */
export function keepable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .replace(/\p{Cs}/gu, "");
}

class Malformed extends Error {}

function takeFields(fields: readonly FormField[], given: Record<string, unknown>): Typed {
  const known = new Set([...fields.map(({ name }) => name), PASTE]);
  const stranger = Object.keys(given).find((name) => !known.has(name));
  if (stranger !== undefined)
    throw new Malformed(`The form has no field “${keepable(stranger).slice(0, 60)}”.`);
  const typed: Typed = {};
  for (const field of fields) {
    const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
    if (value !== undefined) typed[field.name] = takeValue(field, value);
  }
  return typed;
}

function takeValue({ label, control }: FormField, value: unknown): TypedValue {
  if (control.is !== "rows" && control.is !== "texts") {
    if (typeof value !== "string") throw new Malformed(`${label} must be a text.`);
    return keepable(value);
  }
  if (!Array.isArray(value)) throw new Malformed(`${label} must be a list.`);
  if (value.length > MOST_ROWS)
    throw new Malformed(
      `${label} has ${value.length} rows; a draft may have at most ${MOST_ROWS}.`,
    );
  return value.map((item: unknown) => {
    if (control.is === "texts") {
      if (typeof item !== "string") throw new Malformed(`${label} must be a list of texts.`);
      return keepable(item);
    }
    if (!isObject(item)) throw new Malformed(`${label} must be a list of rows.`);
    return takeFields(control.fields, item);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
