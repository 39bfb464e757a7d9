import type { FormList } from "@/components/desk/form/form-context";
import { writeText } from "@/components/desk/form/write-choice";
import type { Converts } from "@/lib/desk/forms/form";
import { knownSayer, type Sayer } from "@/lib/desk/forms/known-sayer";
import type { ConvertedAmount } from "@/lib/desk/forms/typed-choice";

/** What became of amounts that were converted. */
export interface KeptConverted {
  /** Rows that were added to the estimates. */
  rows: number;
  /** Who says it, where the form knew it and it was filled in; null where that is left, or stood there already. */
  sayer: Sayer | null;
  /** Whether who says it is still to be typed: focus is there then, or goes there once the row is drawn. */
  asks: boolean;
}

/**
 * Keeps what amounts were converted from where they can be proved by: in their own row, or in new rows of estimates beside the
 * loss. Who says it is filled in where the form knows it.
 */
export function keepConverted(
  input: HTMLInputElement,
  converts: Converts,
  amounts: readonly ConvertedAmount[],
  lists: ReadonlyMap<string, FormList>,
): KeptConverted {
  const sources = lists.get("sources")?.held() ?? [];
  if (converts === "row" || converts === "asset") {
    const [only] = amounts;
    const proof = besideOf(input, "converted");
    if (proof !== null && only !== undefined) writeText(proof, only.converted);
    const sayer = converts === "asset" ? null : fillSayer(input, sources);
    const by = converts === "asset" ? null : besideOf(input, "by");
    const asks = by !== null && by.value.trim() === "";
    if (asks) by.focus();
    return { rows: 0, sayer, asks };
  }
  const list = lists.get(converts);
  const held = list?.held() ?? [];
  // Taken again, it is no second statement.
  const added = amounts.filter(({ converted }) => !held.some((row) => row.converted === converted));
  const sayer = knownSayer(sources, "");
  const { by, source } = sayer ?? { by: "", source: "" };
  const rows = added.map((each) => ({ ...each, by, on: "", source, preferred: "" }));
  const asks = rows.length > 0 && sayer === null;
  if (rows.length > 0) list?.append(rows, asks ? "by" : undefined);
  return { rows: rows.length, sayer: rows.length > 0 ? sayer : null, asks };
}

/** Fills who says an estimate where its source is one of the form's, and nobody is named. @returns what was filled */
function fillSayer(input: HTMLInputElement, sources: ReturnType<FormList["held"]>): Sayer | null {
  const [by, source] = [besideOf(input, "by"), besideOf(input, "source")];
  if (by === null || source === null || by.value.trim() !== "") return null;
  const sayer = knownSayer(sources, source.value);
  if (sayer === null) return null;
  writeText(by, sayer.by);
  if (source.value.trim() === "") writeText(source, sayer.source);
  return sayer;
}

/**
 * The same once the source of a converted estimate is named; nothing of other fields, and nothing of an estimate in dollars,
 * which the editor types as a whole.
 */
export function sayerOfNamed(
  target: EventTarget,
  lists: ReadonlyMap<string, FormList>,
): Sayer | null {
  if (!(target instanceof HTMLInputElement)) return null;
  if (!/^(?:loss|return)Estimates\.\d+\.source$/.test(target.name)) return null;
  const isConverted = (besideOf(target, "converted")?.value ?? "").trim() !== "";
  if (!isConverted || target.value.trim() === "") return null;
  return fillSayer(target, lists.get("sources")?.held() ?? []);
}

/** A field of the row that a field is in. */
function besideOf(input: HTMLInputElement, field: string): HTMLInputElement | null {
  const other = input.form?.elements.namedItem(input.name.replace(/[^.]+$/, field));
  return other instanceof HTMLInputElement ? other : null;
}
