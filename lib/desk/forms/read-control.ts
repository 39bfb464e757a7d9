import type { FormField } from "@/lib/desk/forms/form";
import { dollars } from "@/lib/desk/forms/number-text";
import { isOpenList, pickOf } from "@/lib/desk/forms/picks";
import type { TypedValue } from "@/lib/desk/forms/typed";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import type { TypedChoice } from "@/lib/desk/forms/typed-choice";
import { readDateControl } from "@/lib/desk/forms/typed-date-control";
import { besideQuantity, readQuantity } from "@/lib/desk/forms/typed-quantity";
import type { Problem } from "@/lib/record/publishing/problem";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressProblem, addressWarning } from "@/lib/values/wallets/address-format";

/** What was made of one field; undefined where it could not be read. */
interface ControlRead {
  value: unknown;
  /** What else an asset's quantity names, by the field that it belongs to: its symbol, worth and chain, as typed. */
  beside?: Readonly<Record<string, string>>;
}

/** Longer text than any field takes; it is not looked at. */
const LONGEST = 100_000;

/** Reads one field's text. @param chain of an address */
export function readControl(
  field: FormField,
  given: TypedValue | undefined,
  path: readonly (string | number)[],
  problems: Problem[],
  chain = "",
): ControlRead {
  const tell = (message: string): ControlRead => {
    problems.push({ path: [...path], message: `${field.label} ${message}.` });
    return { value: undefined };
  };
  if (given !== undefined && typeof given !== "string") return tell("must be a text");
  if ((given ?? "").length > LONGEST) return tell("is far too long");
  const { control } = field;
  const text = (given ?? "").replace(/\r\n?/g, "\n").trim();
  // Shown in several lines, it is one, also where a browser without scripts takes Enter into it.
  const isOneLine = control.is === "address" || (control.is === "text" && control.isCode === true);
  const typed = isOneLine ? text.replace(/\s*\n\s*/g, "") : text;
  if (control.is === "yesNo") {
    if (/^(?:yes|on|true|1)$/i.test(typed)) return { value: true };
    return /^(?:|no|off|false|0)$/i.test(typed) ? { value: false } : tell("must be yes or no");
  }
  if (typed === "") return empty(field, tell);
  switch (control.is) {
    case "amount": {
      const read = readUsd(typed, control.part ?? null);
      if ("problem" in read) return tell(read.problem);
      if (read.value === null) return empty(field, tell);
      if (read.asks !== null) problems.push(question(field, path, typed, read.asks, read.choices));
      if (read.note !== null)
        problems.push({
          path: [...path],
          message: `${field.label} is ${dollars(read.value)}, ${read.note}.`,
          question: true,
          informs: true,
        });
      return { value: read.value };
    }
    case "quantity": {
      const read = readQuantity(typed);
      if ("problem" in read) return tell(read.problem);
      if (read.asks !== null) problems.push(question(field, path, typed, read.asks, read.choices));
      return {
        ...(read.value === null ? empty(field, tell) : { value: read.value }),
        beside: besideQuantity(read),
      };
    }
    case "date": {
      const read = readDateControl(control, typed);
      if ("problem" in read) return tell(read.problem);
      if (read.value === null) return empty(field, tell);
      if (read.asks !== null) problems.push(question(field, path, typed, read.asks, read.choices));
      return { value: read.value };
    }
    case "choice": {
      const chosen = control.options.find(
        ({ value, label }) => value === typed || label.toLowerCase() === typed.toLowerCase(),
      );
      if (chosen !== undefined) return { value: chosen.value };
      const allowed = control.options.map(({ label }) => label).join(", ");
      return tell(`must be one of ${allowed}`);
    }
    case "pick": {
      const { read, allowed: all } = pickOf(control.of);
      const value = read(typed);
      if (value !== null) return { value };
      const allowed = isOpenList(control.of)
        ? "must be one of the list, or a new name in the letters a to z"
        : all === undefined
          ? "must be one of the list"
          : `must be one of ${all}`;
      return tell(`${allowed}; “${shortened(typed)}” is not`);
    }
    case "address": {
      const wrong = chain === "" ? null : addressProblem(chain, typed);
      if (wrong !== null) return tell(`“${shortened(typed)}” on ${chainLabel(chain)} ${wrong}`);
      const warning = addressWarning(typed);
      if (warning !== null)
        problems.push({
          path: [...path],
          message: `Address “${shortened(typed)}” ${warning}. Does the source write it so?`,
          question: true,
        });
      return { value: typed };
    }
    default:
      return { value: typed };
  }
}

function question(
  field: FormField,
  path: readonly (string | number)[],
  typed: string,
  asks: string,
  choices: readonly TypedChoice[],
): Problem {
  const said = `${field.label} “${shortened(typed)}”`;
  const ways = choices.length === 2 ? "two ways" : "several ways";
  return {
    path: [...path],
    message: `${said} ${choices.length > 1 ? `can be read in ${ways}` : "has to be confirmed"}. ${asks}`,
    question: true,
    // A day can always be written in one way; of numbers, those that are offered otherwise.
    ...(choices.length > 0 || field.control.is === "date" ? { reading: true } : {}),
  };
}

function empty(field: FormField, tell: (message: string) => ControlRead): ControlRead {
  if (field.optional === true) return { value: field.emptyAs === "text" ? "" : null };
  if (field.control.is === "choice")
    return tell(`is missing: choose ${alternatives(field.control.options)}`);
  return tell(field.control.is === "pick" ? "must be picked" : "must not be empty");
}

/** As in “attacker, laundering or victim”. */
function alternatives(options: readonly { label: string }[]): string {
  const labels = options.map(({ label }) => label);
  const last = labels.pop() ?? "";
  return labels.length === 0 ? last : `${labels.join(", ")} or ${last}`;
}

function shortened(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, " ");
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}
