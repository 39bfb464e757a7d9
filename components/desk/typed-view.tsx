import { type FormField, fieldsOf } from "@/lib/forms/form";
import { FORMS } from "@/lib/forms/forms";
import type { RecordKind } from "@/lib/proposals/proposal";
import type { Typed, TypedValue } from "@/lib/proposals/typed";

/** What was typed, to be read: fields in the order of the form, empty ones left out. */
export function TypedView({ kind, content }: { kind: RecordKind; content: Typed }) {
  const filled = fieldsOf(FORMS[kind]).filter((field) => textOf(field, content[field.name]) !== "");
  if (filled.length === 0) return <p className="text-muted">Nothing was typed.</p>;
  return (
    <dl className="max-w-3xl">
      {filled.map((field) => (
        <div
          key={field.name}
          className="grid gap-x-4 border-rule border-b py-2 [overflow-wrap:anywhere] sm:grid-cols-[10rem_1fr]"
        >
          <dt className="text-muted">{field.label}</dt>
          <dd>
            <Value field={field} value={content[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ field, value }: { field: FormField; value: TypedValue | undefined }) {
  const { control } = field;
  if (control.is !== "rows" || !Array.isArray(value))
    return <span className="whitespace-pre-line">{textOf(field, value)}</span>;
  return (
    <ol className="list-decimal space-y-1 pl-6">
      {value.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and are only read
        <li key={index}>{rowText(control.fields, row)}</li>
      ))}
    </ol>
  );
}

function rowText(fields: readonly FormField[], row: TypedValue): string {
  if (typeof row !== "object" || Array.isArray(row)) return "";
  return fields
    .flatMap(({ name, label, control }) => {
      const text = typeof row[name] === "string" ? row[name] : "";
      if (text === "") return [];
      return [control.is === "yesNo" ? label.toLowerCase() : text];
    })
    .join(" · ");
}

function textOf(field: FormField, value: TypedValue | undefined): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  const { control } = field;
  return control.is === "rows"
    ? value.map((row) => rowText(control.fields, row)).join("")
    : value.filter((text) => typeof text === "string").join(", ");
}
