import { type FormEvent, startTransition, useActionState } from "react";
import { type FormAction, UNSENT } from "@/components/desk/ui/form-state";

/**
 * Sends a form of many choices and leaves it as it stands: React takes every field of a form back to what the page came with
 * once its action has answered, also where that refused. Without scripts the form sends itself, by `send`.
 */
export function useKeptForm(action: FormAction) {
  const [state, send, sending] = useActionState(action, UNSENT);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const given = new FormData(event.currentTarget, submitter);
    startTransition(() => send(given));
  };
  return { state, send, sending, onSubmit };
}
