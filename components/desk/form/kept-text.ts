import type { Typed } from "@/lib/desk/forms/typed";

/** What a browser keeps of a draft until the server has it. */
export interface KeptText {
  follows: number;
  content: Typed;
  note: string;
  /** When it was typed, as an ISO moment. */
  at: string;
}

/** Of one draft, so many texts that wait for a decision are kept: the latest. */
const MOST_WAITING = 5;
/** Milliseconds for which a page that was just left may still count as open. */
const LEAVING = 2000;

/** Where the texts of one person's draft are kept, each under its own ending. */
export function keptKey(personId: string, proposalId: number): string {
  return `lossline-draft-${personId}-${proposalId}@`;
}

/** Keeps it; a browser that keeps nothing or is full is no reason to stop anybody typing. */
export function keep(place: string, kept: KeptText): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // The server has it a moment later.
  }
}

export function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}

/** What was kept; null where nothing was. */
function kept(place: string): KeptText | null {
  try {
    const text = localStorage.getItem(place);
    // Written by `keep` alone.
    return text === null ? null : (JSON.parse(text) as KeptText);
  } catch {
    return null;
  }
}

/** A text that was left behind, and where it is kept. */
export interface LeftText {
  text: KeptText;
  place: string;
}

/**
 * The texts of a draft that pages have left behind which are no longer open, the latest first. Those of open pages
 * are theirs: each holds a lock of its place's name for as long as it is there. Where a browser has no locks (it
 * has none at addresses that are neither https nor its own machine), texts of open pages are among them.
 * @param own the place of the page that asks
 */
export async function leftBehind(keptAs: string, own: string): Promise<LeftText[]> {
  const places = placesOf(keptAs).filter((place) => place !== own);
  const open = await Promise.all(places.map(isOpen));
  const left = places.flatMap((place, at): LeftText[] => {
    const text = open[at] ? null : kept(place);
    return text === null ? [] : [{ text, place }];
  });
  left.sort((one, other) => (one.text.at < other.text.at ? 1 : -1));
  for (const { place } of left.splice(MOST_WAITING)) forget(place);
  return left;
}

/** Says that a page is open which keeps its text there, until it is gone, or until what is returned is called. */
export function holdPlace(place: string): () => void {
  const ended = new AbortController();
  const end = new Promise<void>((resolve) => {
    ended.signal.addEventListener("abort", () => resolve());
  });
  void navigator.locks?.request(place, () => end);
  return () => ended.abort();
}

/** Whether the page that keeps its text there is open; one that is just being left is not. */
async function isOpen(place: string): Promise<boolean> {
  if (navigator.locks === undefined) return false;
  try {
    const signal = AbortSignal.timeout(LEAVING);
    return await navigator.locks.request(place, { signal }, () => false);
  } catch {
    return true;
  }
}

function placesOf(keptAs: string): string[] {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(keptAs));
  } catch {
    return [];
  }
}
