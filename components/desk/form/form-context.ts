import { createContext, useContext } from "react";
import type { AskSource } from "@/components/desk/form/ask-source";
import type { Typed } from "@/lib/desk/forms/typed";
import { type Knowledge, NOTHING_KNOWN } from "@/lib/desk/paste/knowledge";

/** A list of the form as other parts see it. */
export interface FormList {
  /** What its rows hold at this moment. */
  held: () => Typed[];
  /** Adds rows in place of its empty ones. @param focus the field of the first of them that takes focus; none where it is not given */
  append: (rows: readonly Typed[], focus?: string) => void;
}

/** What the parts of a record's form ask of the whole. */
interface FormWhole {
  /** Something changed without being typed: a row came or went. */
  changed: () => void;
  /** Says something to those who listen rather than look. */
  say: (text: string) => void;
  /** What the record knows of pasted addresses; null where it cannot be asked at the moment. */
  lookUp: (addresses: readonly { chain: string; address: string }[]) => Promise<Knowledge | null>;
  /** Asks the server about a source's link; what went wrong is said in a sentence. */
  askSource: AskSource;
  /** What is meant by the techniques that can be picked, by technique. */
  definitions: ReadonlyMap<string, string>;
  /** The form's lists by name: what is pasted into one may be rows of another. */
  lists: Map<string, FormList>;
}

export const FormContext = createContext<FormWhole>({
  changed: () => {},
  say: () => {},
  lookUp: async () => NOTHING_KNOWN,
  askSource: async () => ({ refused: "" }),
  definitions: new Map(),
  lists: new Map(),
});

export function useForm(): FormWhole {
  return useContext(FormContext);
}
