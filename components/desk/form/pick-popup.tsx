"use client";

import { PICK_LIST_ID } from "@/components/desk/form/control-input";
import type { PickOption } from "@/components/desk/form/pick-option";
import { type OpenList, optionId } from "@/components/desk/form/use-pick-list";

interface PickPopupProps {
  open: OpenList | null;
  pick: (option: PickOption) => void;
}

/** The list of what can be picked, under the field that is typed in. Its parent is what it is in. */
export function PickPopup({ open, pick }: PickPopupProps) {
  if (open === null)
    return <div id={PICK_LIST_ID} role="listbox" aria-label="What can be picked" hidden />;
  const field = open.input.getBoundingClientRect();
  const within = (open.input.form ?? open.input).getBoundingClientRect();
  const width = Math.min(Math.max(field.width, 288), within.width);
  const below = window.innerHeight - field.bottom;
  const above = below < 300 && field.top > below;
  return (
    <div
      id={PICK_LIST_ID}
      role="listbox"
      aria-label="What can be picked"
      className="absolute z-20 max-h-72 overflow-y-auto border border-rule-strong bg-paper shadow-lg"
      style={{
        ...(above
          ? { bottom: within.bottom - field.top + 2 }
          : { top: field.bottom - within.top + 2 }),
        left: Math.min(field.left - within.left, within.width - width),
        width,
      }}
    >
      {open.items.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field
        <div
          key={option.text}
          id={optionId(index)}
          role="option"
          aria-selected={index === open.active}
          tabIndex={-1}
          ref={index === open.active ? (item) => item?.scrollIntoView({ block: "nearest" }) : null}
          className={`cursor-pointer px-2 py-1 ${index === open.active ? "bg-ink text-paper" : "hover:bg-panel"}`}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(option)}
        >
          {option.label ?? option.text}
          {option.detail !== undefined && (
            <span className={`block text-sm ${index === open.active ? "" : "text-muted"}`}>
              {option.detail}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
