import type { KeyboardEvent } from "react";

/** Ctrl and Enter, or Cmd and Enter, sends the form from wherever in it the focus is. */
export function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
