import type { FormField } from "@/lib/desk/forms/form";
import { isOpenList, pickOf } from "@/lib/desk/forms/picks";
import type { TypedValue } from "@/lib/desk/forms/typed";
import { readQuantity, readUsd } from "@/lib/desk/forms/typed-amount";
import { readDate } from "@/lib/desk/forms/typed-date";
import type { Problem } from "@/lib/record/publishing/problem";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressProblem, addressWarning } from "@/lib/values/wallets/address-format";

/** What was made of one field; undefined where it could not be read. */
interface ControlRead {
  value: unknown;
  /** An asset's symbol that was typed with its quantity. */
  symbol?: string;
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
  const typed = (given ?? "").replace(/\r\n?/g, "\n").trim();
  const { control } = field;
  if (control.is === "yesNo") {
    if (/^(?:yes|on|true|1)$/i.test(typed)) return { value: true };
    return /^(?:|no|off|false|0)$/i.test(typed) ? { value: false } : tell("must be yes or no");
  }
  if (typed === "") return empty(field, tell);
  switch (control.is) {
    case "amount":
    case "quantity": {
      const read = control.is === "amount" ? readUsd(typed) : readQuantity(typed);
      if ("problem" in read) return tell(read.problem);
      if (read.value === null) return empty(field, tell);
      if (read.asks !== null) asking(field, path, problems, typed, read.asks);
      const { value, symbol } = read;
      return symbol === undefined ? { value } : { value, symbol };
    }
    case "date": {
      const read = readDate(typed);
      if ("problem" in read) return tell(read.problem);
      if (read.value === null) return empty(field, tell);
      if (read.asks !== null) asking(field, path, problems, typed, read.asks);
      return control.dayOnly === true && read.value.length !== 10
        ? tell("must be a day, as in 2023-09-12")
        : { value: read.value };
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

function asking(
  field: FormField,
  path: readonly (string | number)[],
  problems: Problem[],
  typed: string,
  asks: string,
): void {
  problems.push({
    path: [...path],
    message: `${field.label} “${shortened(typed)}” can be read in two ways. ${asks}`,
    question: true,
  });
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
