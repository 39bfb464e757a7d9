import { type FormEvent, startTransition, useActionState, useEffect } from "react";
import { type FormAction, STAYS_FIELD, UNSENT } from "@/components/desk/ui/form-state";

/**
 * Sends a form of many choices and leaves it as it stands: React takes every field of a form back to what the page came with
 * once its action has answered, also where that refused; and an action that redirects has Next draw all of the page anew,
 * with whatever was chosen meanwhile gone. So the action is told that the form stays, and names what is worth seeing next.
 * Without scripts the form sends itself, by `send`.
 * @param onSend called as what stands in the form is sent; what is typed from then on is not part of it
 */
export function useKeptForm(action: FormAction, onSend?: (submitter: HTMLElement | null) => void) {
  const [state, send, sending] = useActionState(action, UNSENT);
  useEffect(() => {
    // Who has gone on typing meanwhile stays where they type.
    if (state.next === undefined || isTyping(document.activeElement)) return;
    document.getElementById(state.next)?.scrollIntoView();
  }, [state]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const given = new FormData(event.currentTarget, submitter);
    given.set(STAYS_FIELD, "yes");
    onSend?.(submitter);
    startTransition(() => send(given));
  };
  return { state, send, sending, onSubmit };
}

function isTyping(element: Element | null): boolean {
  return element?.matches("input, select, textarea") === true;
}
