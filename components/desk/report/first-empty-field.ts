import { fieldsOf } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import { controlId } from "@/lib/desk/forms/typed-from-form";

/** The first control of the incident's form that must be filled and is empty, in rows too; null where none is. */
export function firstEmptyField(): HTMLElement | null {
  for (const { name, optional, control } of fieldsOf(INCIDENT_FORM)) {
    if (control.is === "rows") {
      const required = control.fields.filter((field) => field.optional !== true);
      const rows = document.querySelectorAll(`[data-list="${name}"] [data-row]`);
      for (const row of rows)
        for (const { name: inner } of required) {
          const empty = [...row.querySelectorAll<HTMLElement>("input, select, textarea")].find(
            (each) =>
              "name" in each &&
              String(each.name).endsWith(`.${inner}`) &&
              "value" in each &&
              each.value === "",
          );
          if (empty !== undefined) return empty;
        }
    } else if (optional !== true && control.is !== "texts") {
      const found = document.getElementById(controlId([name]));
      if (found !== null && "value" in found && String(found.value).trim() === "") return found;
    }
  }
  return null;
}
