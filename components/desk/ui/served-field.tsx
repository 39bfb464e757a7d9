"use client";

import {
  type ComponentProps,
  createContext,
  type RefObject,
  useContext,
  useLayoutEffect,
  useRef,
} from "react";
import { Select } from "@/components/desk/ui/select";
import { TextInput } from "@/components/desk/ui/text-input";

/** How often the form around a field was sent; of a field outside of such a form, never. */
export const SentContext = createContext<RefObject<number> | null>(null);

/** What a field changes by: its value is text, and whoever types into it fires one of the two events. */
type Typed = HTMLInputElement | HTMLSelectElement;

/**
 * Has a field follow what the page serves, but for what somebody typed or chose after the form was last sent: the answer
 * does not know of that, and must not take it away.
 */
function useServed<Element extends Typed>(served: string) {
  const element = useRef<Element>(null);
  const sent = useContext(SentContext);
  /** The sending after which it was last changed by hand; null where it was not. */
  const changedAfter = useRef<number | null>(null);
  const before = useRef(served);
  useLayoutEffect(() => {
    // What was chosen before scripts ran is no change of what is served.
    if (before.current === served) return;
    before.current = served;
    if (element.current === null || changedAfter.current === (sent?.current ?? 0)) return;
    element.current.value = served;
  }, [served, sent]);
  const onInput = () => {
    changedAfter.current = sent?.current ?? 0;
  };
  return { ref: element, onInput };
}

/** A choice that shows what is served until somebody chooses otherwise; see `useServed`. */
export function ServedSelect({
  served,
  ...rest
}: ComponentProps<typeof Select> & { served: string }) {
  return <Select {...rest} {...useServed<HTMLSelectElement>(served)} defaultValue={served} />;
}

/** A line of text that shows what is served until somebody types otherwise; see `useServed`. */
export function ServedInput({
  served,
  ...rest
}: ComponentProps<typeof TextInput> & { served: string }) {
  return <TextInput {...rest} {...useServed<HTMLInputElement>(served)} defaultValue={served} />;
}
