import type { LookedUp } from "@/lib/statistics/search/lookup";

/** How the last sending of the look-up ended. */
export interface LookupState {
  /** What was pasted, so that nothing is cleared. */
  text: string;
  /** Why nothing was looked up; null where it was, or where nothing was sent. */
  problem: string | null;
  looked: readonly LookedUp[] | null;
}

/** A look-up that nobody has sent yet. */
export const NOT_LOOKED_UP: LookupState = { text: "", problem: null, looked: null };
