"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { PICK_LIST_ID } from "@/components/desk/form/control-input";
import {
  type Created,
  fitting,
  type PickOption,
  type PickOptions,
} from "@/components/desk/form/pick-option";
import type { PickList } from "@/lib/desk/forms/form";
import { isOpenList, pickOf } from "@/lib/desk/forms/picks";
import { chainSchema, techniqueSchema } from "@/lib/values/taxonomy/taxonomy";

/** The list that is open under a field. */
export interface OpenList {
  input: HTMLInputElement;
  list: PickList;
  items: readonly PickOption[];
  /** The one that Enter takes; none where nothing fits what was typed. */
  active: number | null;
}

/**
 * One list for all fields of a form that pick from one: it opens under the field that is typed in, so
 * that a thousand rows cost nothing. The field keeps the focus; what is typed and not picked stays.
 */
export function usePickList(
  form: RefObject<HTMLFormElement | null>,
  options: PickOptions,
  create: (begun: Created) => void,
) {
  const [open, setOpen] = useState<OpenList | null>(null);
  const asked = useRef(0);

  const show = async (input: HTMLInputElement, typed: string) => {
    const list = input.dataset.pick as PickList;
    const turn = ++asked.current;
    const items =
      list === "incident" || list === "target"
        ? orNewTarget(list, await foundLike(list, typed), typed)
        : fittingOrNew(list, options, typed);
    if (turn !== asked.current || document.activeElement !== input) return;
    const begins =
      items[0] !== undefined &&
      items[0].isNew !== true &&
      typed.trim() !== "" &&
      beginsWith(items[0], typed);
    setOpen(items.length === 0 ? null : { input, list, items, active: begins ? 0 : null });
  };
  const close = () => {
    asked.current += 1;
    setOpen(null);
  };
  const pick = (option: PickOption) => {
    if (open === null) return;
    open.input.value = option.text;
    if (option.creates !== undefined) create(option.creates);
    close();
    open.input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };

  // The field tells assistive technology what is open; it is drawn by others.
  useEffect(() => {
    if (open === null) return;
    const { input, active } = open;
    input.setAttribute("aria-expanded", "true");
    if (active === null) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", optionId(active));
    return () => {
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
  }, [open]);

  /** What a press of a key does to the list; whether it was meant for the list alone. */
  const press = (event: KeyboardEvent): boolean => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.dataset.pick === undefined) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open === null) void show(input, event.altKey ? "" : input.value);
      else setOpen({ ...open, active: moved(open, event.key === "ArrowDown" ? 1 : -1) });
      return true;
    }
    if (open === null || open.input !== input) return false;
    if (event.key === "Escape") {
      close();
      return true;
    }
    const chosen = open.active === null ? undefined : open.items[open.active];
    if (event.key === "Tab") {
      if (chosen !== undefined) pick(chosen);
      else close();
      return false;
    }
    if (event.key !== "Enter" || chosen === undefined) return false;
    event.preventDefault();
    pick(chosen);
    return true;
  };

  return {
    open,
    press,
    pick,
    close,
    typed: (input: HTMLInputElement) => {
      if (input.dataset.pick !== undefined && form.current?.contains(input))
        void show(input, input.value);
    },
  };
}

/** What fits; of open lists also a new one, where none is called so yet. */
function fittingOrNew(list: PickList, options: PickOptions, typed: string): PickOption[] {
  const held = options[list] ?? [];
  const found = fitting(held, typed);
  const name = typed.trim().slice(0, 200);
  const { read, write } = pickOf(list);
  const value = read(name);
  if (!isOpenList(list) || value === null || held.some(({ text }) => read(text) === value))
    return found;
  const made: PickOption = { text: write(value), label: `Create ${list} “${name}”`, isNew: true };
  if (list === "actor")
    return [...found, { ...made, detail: DRAFT, creates: { kind: "actor", name } }];
  const isName = (list === "technique" ? techniqueSchema : chainSchema).safeParse(value).success;
  return isName ? [...found, { ...made, detail: `New to the record, as ${value}` }] : found;
}

const DRAFT = "Starts a draft of it, which has to be published first";

/** What was found; and a new target, where none that was found is called so. */
function orNewTarget(
  list: "incident" | "target",
  found: readonly PickOption[],
  typed: string,
): PickOption[] {
  const name = typed.trim().slice(0, 200);
  const slug = pickOf(list).read(name);
  // Of one letter nothing is looked for, so nothing is known to be missing.
  if (list !== "target" || name.length < 2 || slug === null) return [...found];
  const isHeld = found.some(
    ({ text, label }) => text === slug || label?.toLowerCase() === name.toLowerCase(),
  );
  if (isHeld) return [...found];
  const made: PickOption = { text: slug, label: `Create target “${name}”`, isNew: true };
  return [...found, { ...made, detail: DRAFT, creates: { kind: "target", name } }];
}

export function optionId(index: number): string {
  return `${PICK_LIST_ID}-${index}`;
}

function moved({ items, active }: OpenList, by: 1 | -1): number {
  if (active === null) return by === 1 ? 0 : items.length - 1;
  return (active + by + items.length) % items.length;
}

function beginsWith({ label, text }: PickOption, typed: string): boolean {
  const begun = typed.trim().toLowerCase();
  return [label ?? "", text].some((name) => name.toLowerCase().startsWith(begun));
}

async function foundLike(list: "incident" | "target", typed: string): Promise<PickOption[]> {
  if (typed.trim().length < 2) return [];
  try {
    const answer = await fetch(`/desk/options/${list}?q=${encodeURIComponent(typed)}`);
    return answer.ok ? ((await answer.json()) as PickOption[]) : [];
  } catch {
    // Without a connection there is nothing to pick from; what is typed stays.
    return [];
  }
}
