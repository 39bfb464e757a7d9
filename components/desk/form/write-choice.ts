import type { Control } from "@/lib/desk/forms/form";
import type { AmountPart, TypedChoice } from "@/lib/desk/forms/typed-choice";

/** A control that was written to, and what it held before. */
export interface Written {
  input: HTMLInputElement;
  text: string;
}

/**
 * Writes what a choice says: in the field itself, in the loss's other ends, and in an asset's worth.
 * @returns what each control held before, the field's own first
 */
export function writeChoice(
  own: HTMLInputElement,
  fills: TypedChoice["fills"],
  control: Control,
): Written[] {
  const parts = control.is === "amount" ? control.parts : undefined;
  const written: Written[] = [{ input: own, text: own.value }];
  const texts = new Map<HTMLInputElement, string>();
  for (const [place, text] of Object.entries(fills)) {
    const name =
      place === "here"
        ? own.name
        : place === "worth"
          ? own.name.replace(/[^.]+$/, "usd")
          : parts?.[place as AmountPart];
    const input = name === undefined ? null : own.form?.elements.namedItem(name);
    if (!(input instanceof HTMLInputElement)) continue;
    texts.set(input, text);
    if (input !== own) written.push({ input, text: input.value });
  }
  for (const [input, text] of texts) writeText(input, text);
  return written;
}

/** Writes to a control as if it were typed: whoever listens to its form hears of it. */
export function writeText(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
