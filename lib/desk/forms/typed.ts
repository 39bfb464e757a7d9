/**
 * A record as it is written in a form: each field the text that was typed, each list its rows. It is what a
 * draft stores, so that nothing typed is ever refused or reshaped before somebody submits it.
 */
export interface Typed {
  [field: string]: TypedValue;
}
export type TypedValue = string | Typed | TypedValue[];
