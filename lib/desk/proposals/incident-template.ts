import { fieldsOf } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";

/**
 * What a new incident may begin with when another is copied: who was robbed and in which way, which often is the same
 * again. Everything else is a claim about one theft with a source of its own: its day, amounts, assets, addresses,
 * transactions, attributions and sources; and its name and summary, which tell of it.
 */
const CARRIED = ["target", "targetSlug", "targetKind", "category", "technique", "chains"];

/** What of an incident's form a copy begins with, and what these fields are called. */
export function templateOf(typed: Typed): { typed: Typed; labels: string[] } {
  const fields = fieldsOf(INCIDENT_FORM).filter(
    ({ name }) => CARRIED.includes(name) && !isBlank(typed[name]),
  );
  return {
    typed: Object.fromEntries(fields.map(({ name }) => [name, typed[name] ?? ""])),
    labels: fields.map(({ label }) => label.toLowerCase()),
  };
}

function isBlank(value: TypedValue | undefined): boolean {
  return value === undefined || (Array.isArray(value) ? value.length === 0 : value === "");
}
