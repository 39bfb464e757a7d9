import type { AmountPart } from "@/lib/desk/forms/typed-choice";
import type { Term } from "@/lib/values/taxonomy/taxonomy";

/** Lists of which one is picked by searching as one types. */
export type PickList =
  | "actor"
  | "category"
  | "chain"
  | "country"
  | "figure"
  | "figureCategory"
  | "incident"
  | "target"
  | "targetKind"
  | "technique";

/** Lists whose rows can be made from a pasted block of text. */
export type PasteOf = "addresses" | "sources";

/**
 * Where it is kept what an amount in another money was converted from: in new rows of a list of estimates, or in its own row,
 * which is somebody's estimate or an asset.
 */
export type Converts = "lossEstimates" | "returnEstimates" | "row" | "asset";

/** What a field of a form takes. */
export type Control =
  /** A code is letters and digits to be compared one by one, shown in full however long it is. */
  | { is: "text"; isCode?: true }
  | { is: "longText" }
  /** US dollars; of the loss, which of its fields it is, and what these are called. */
  | {
      is: "amount";
      part?: AmountPart;
      parts?: Readonly<Record<AmountPart, string>>;
      /** Not given where amounts in another money cannot be taken. */
      converts?: Converts;
    }
  /** Of an asset, in its own units. */
  | { is: "quantity" }
  /** A day, month or year, since Bitcoin and up to today; or a day only, or any one. */
  | { is: "date"; dayOnly?: boolean; anyDay?: boolean }
  | { is: "link" }
  /** An address of a chain, checked against the chain that is beside it. */
  | { is: "address" }
  /** The name of a record in its address; made from other fields where it is left empty. */
  | { is: "slug" }
  | { is: "choice"; options: readonly Term[] }
  | { is: "pick"; of: PickList }
  | { is: "yesNo" }
  /** A list of single texts; or of picks. */
  | { is: "texts"; of: PickList | null; most: number }
  | { is: "rows"; fields: readonly FormField[]; most: number; paste?: PasteOf };

export interface FormField {
  /** Its name in the record and in what is typed. */
  name: string;
  label: string;
  hint?: string;
  /** Whether it may be left empty. */
  optional?: boolean;
  /** What an empty one stands for: an empty text, where it is not null. */
  emptyAs?: "text";
  /** Another field, with what it has to say for this one to be asked; what this one holds already is always shown. */
  onlyWith?: { field: string; says: (typed: string) => boolean };
  /** What one row of a list is called, in the singular: "attribution". */
  one?: string;
  control: Control;
}

export interface FormSection {
  id: string;
  title: string;
  hint?: string;
  /** Only shown where a published record is revised. */
  revisionsOnly?: boolean;
  fields: readonly FormField[];
}

/** A form as it is drawn and read, in the order of its fields. */
export interface FormTable {
  sections: readonly FormSection[];
}

export function fieldsOf(form: FormTable): FormField[] {
  return form.sections.flatMap((section) => [...section.fields]);
}
