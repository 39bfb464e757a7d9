/** What is answered to a page that asks whether its number has moved since; with words ready to be shown. */
export interface Moved {
  /** The version that the figure was cited from, and the newest one. */
  version: number;
  newest: number;
  moved: boolean;
  /** In US dollars, or a number of incidents. */
  amount: number;
  newestAmount: number;
  words: {
    /** What the figure is in the newest version: `$1.02bn`. */
    newest: string;
    /** What was added since: `+$3.40m`. */
    change: string;
  };
  /** The page that says why. */
  changes: string;
}
