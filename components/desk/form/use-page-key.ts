import { useEffect, useRef } from "react";

/** Listens to keys on the whole page, wherever the focus is; not to those that something nearer has answered. */
export function usePageKey(pressed: (event: KeyboardEvent) => void): void {
  const last = useRef(pressed);
  useEffect(() => {
    last.current = pressed;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !event.isComposing) last.current(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Whether it is the key that hands in, wherever the focus is: Ctrl or Cmd and Enter. */
export function handsIn(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

/** Whether it is Ctrl and Z where no text is edited: there it takes back what was typed. */
export function undoesKey(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "target">,
): boolean {
  const { target } = event;
  const editing =
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement;
  return event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !editing;
}
