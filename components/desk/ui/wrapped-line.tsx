import type { ComponentProps, KeyboardEvent } from "react";

/** One line of text that is shown in full: it wraps where it is longer than its field. Enter is not part of it. */
export function WrappedLine({
  className = "",
  onKeyDown,
  ...rest
}: Omit<ComponentProps<"textarea">, "rows">) {
  return (
    <textarea
      rows={1}
      data-line
      className={`field block w-full resize-none [overflow-wrap:anywhere] [field-sizing:content] aria-[invalid]:border-negative ${className}`}
      onKeyDown={(event: KeyboardEvent<HTMLTextAreaElement>) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
        onKeyDown?.(event);
      }}
      {...rest}
    />
  );
}

/** Whether something is a field of one line, in which Enter goes on and of which lines pasted into it are rows. */
export function isLine(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLInputElement ||
    (target instanceof HTMLTextAreaElement && target.dataset.line !== undefined)
  );
}
