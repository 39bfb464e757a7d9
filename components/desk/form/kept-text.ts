import type { Typed } from "@/lib/forms/typed";

/** What a browser keeps of a draft until the server has it. */
export interface KeptText {
  follows: number;
  content: Typed;
  note: string;
  /** When it was typed, as an ISO moment. */
  at: string;
}

/** Where the text of one person's draft is kept. */
export function keptKey(personId: string, proposalId: number): string {
  return `lossline-draft-${personId}-${proposalId}`;
}

/** Keeps it; a browser that keeps nothing or is full is no reason to stop anybody typing. */
export function keep(key: string, kept: KeptText): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // The server has it a moment later.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** What was kept; null where nothing was. */
export function kept(key: string): KeptText | null {
  try {
    const text = localStorage.getItem(key);
    // Written by `keep` alone.
    return text === null ? null : (JSON.parse(text) as KeptText);
  } catch {
    return null;
  }
}

/**
 * Puts what was kept where nothing that is typed later is kept over it, until somebody has decided about it.
 * @returns where texts of this draft wait, the latest first
 */
export function putBy(key: string): string[] {
  const text = kept(key);
  const place = `${key}@${text?.at ?? ""}`;
  if (text !== null) keep(place, text);
  // A browser that is full leaves it where it was.
  if (kept(place) !== null) forget(key);
  try {
    const places = Object.keys(localStorage).filter((each) => each.startsWith(`${key}@`));
    return [key, ...places.sort().reverse()];
  } catch {
    return [];
  }
}
