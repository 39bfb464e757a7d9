import { type Refused, refuse } from "@/lib/site/assistants/tool";
import type { ParameterProblem } from "@/lib/statistics/rules/parameters";

/** Longer texts are no value of any parameter, but for what is verified. */
const LONGEST = 20_000;

/**
 * What an assistant gives, as a URL's query has it, from where the grammar of all URLs reads it. Assistants write numbers as
 * texts and texts as numbers, and leave out by null.
 * @param names what the tool takes
 */
export function readArguments(
  given: unknown,
  names: readonly string[],
): { ok: true; query: URLSearchParams } | Refused {
  const query = new URLSearchParams();
  if (given !== undefined && (typeof given !== "object" || given === null || Array.isArray(given)))
    return refuse("The arguments are no object. Allowed is an object of named values.");
  for (const [name, value] of Object.entries(given ?? {})) {
    if (!names.includes(name))
      return refuse(
        `${name.slice(0, 60)} is no argument here. Allowed are ${names.join(", ")}. Nothing was answered.`,
      );
    if (value === null || value === "") continue;
    const text = textOf(value);
    if (text === null)
      return refuse(`${name} cannot be read. Allowed is a text, a number or a list of texts.`);
    if (text.length > LONGEST)
      return refuse(
        `${name} has ${text.length} characters. Allowed are at most ${LONGEST}. Nothing was answered.`,
      );
    query.append(name, text);
  }
  return { ok: true, query };
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(",");
  return null;
}

/** What cannot be read of a question, each with what is allowed. */
export function problemText(problems: readonly ParameterProblem[]): string {
  return problems
    .map(
      ({ parameter, given, allowed }) =>
        `${parameter}${given === null ? "" : `=${given.slice(0, 200)}`}: allowed is ${allowed}.`,
    )
    .join("\n");
}
