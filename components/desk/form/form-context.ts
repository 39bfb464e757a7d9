import { createContext, useContext } from "react";

/** What the parts of a record's form ask of the whole. */
interface FormWhole {
  /** Something changed without being typed: a row came or went. */
  changed: () => void;
  /** Says something to those who listen rather than look. */
  say: (text: string) => void;
}

export const FormContext = createContext<FormWhole>({ changed: () => {}, say: () => {} });

export function useForm(): FormWhole {
  return useContext(FormContext);
}
