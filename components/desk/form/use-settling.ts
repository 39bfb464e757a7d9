import { type RefObject, useState } from "react";
import { undoesKey, usePageKey } from "@/components/desk/form/use-page-key";
import { SETTLINGS, type Settling } from "@/lib/desk/proposals/field-comment";

/** Settles a comment on a field of the draft that was read at that save. */
export type SettleComment = (given: {
  commentId: number;
  how: Settling;
  saveNumber: number;
}) => Promise<{ done: string } | { refused: string }>;

interface Settles {
  form: RefObject<HTMLFormElement | null>;
  settle: SettleComment;
  saveNow: () => Promise<boolean>;
  /** The save that the form is at. */
  follows: RefObject<number>;
}

/**
 * The buttons of comments beside fields: what is typed is saved first, then the comment is settled, and the form is drawn
 * anew with what it became. Alt and Enter takes what is suggested in the comment or for the field one is in, or the first;
 * Ctrl and Z, where no text is edited, undoes what was just taken.
 */
export function useSettling({ form, settle, saveNow, follows }: Settles) {
  const [refused, setRefused] = useState<string | null>(null);
  usePageKey((event) => {
    const takes = event.key === "Enter" && event.altKey;
    if (!takes && !undoesKey(event)) return;
    const how: Settling = takes ? "take" : "undo";
    const buttonIn = (within: Element | null | undefined) =>
      within?.querySelector<HTMLButtonElement>(`button[value^="${how}:"]`);
    // The comment one is in goes before those of the rows around it.
    const note = document.activeElement?.closest('[id^="comment-"]');
    const field = takes ? document.activeElement?.closest("[data-commented]") : null;
    const button = buttonIn(note) ?? buttonIn(field ?? form.current);
    if (!button) return;
    event.preventDefault();
    form.current?.requestSubmit(button);
  });
  /** @returns whether it was the button of a comment */
  const press = (intent: string): boolean => {
    const [name = "", id = ""] = intent.split(":");
    const how = SETTLINGS.find((one) => one === name);
    if (how === undefined) return false;
    void (async () => {
      setRefused(null);
      if (!(await saveNow())) return setRefused("Nothing was settled: what is typed is not saved.");
      const given = { commentId: Number(id), how, saveNumber: follows.current };
      const outcome = await settle(given).catch(() => OFFLINE);
      if ("refused" in outcome) return setRefused(outcome.refused);
      window.location.hash = how === "undo" ? `comment-${id}` : nextTo(form.current, id);
      window.location.reload();
    })();
    return true;
  };
  return { press, refused };
}

const OFFLINE = { refused: "There is no connection: the comment was not settled." };

/** The comment that comes after one that goes, so that the eye and the keys go on there. */
function nextTo(form: HTMLFormElement | null, id: string): string {
  const all = [...(form?.querySelectorAll<HTMLElement>('[id^="comment-"]') ?? [])];
  const at = all.findIndex((each) => each.id === `comment-${id}`);
  return all[at + 1]?.id ?? all[at - 1]?.id ?? "";
}
