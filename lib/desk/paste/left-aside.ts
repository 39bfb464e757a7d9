import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";

/** Something of a pasted text that became no row, or that became one and should be looked at. */
export interface LeftAside {
  /** In which line it stood, from 1. */
  line: number;
  text: string;
  /** In words that can follow “left aside”: "looks like a transaction". */
  why: string;
  /** Whether it waits in the box to be mended; what is held or used already does not. */
  waits: boolean;
  /** The heading above it, without which it would be read otherwise; missing where none is in force. */
  under?: string;
}

/** Text beyond this is not looked at; it is left aside as it is. */
const LONGEST_PASTE = 1_000_000;

/** The lines of a pasted text without unseen signs; and what is beyond the longest text that is looked at. */
export function pastedLines(text: string): { lines: string[]; beyond: LeftAside | null } {
  const whole = text.length <= LONGEST_PASTE;
  const end = whole ? text.length : text.lastIndexOf("\n", LONGEST_PASTE) + 1 || LONGEST_PASTE;
  const lines = text
    .slice(0, end)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => withoutUnseen(line).text);
  if (whole) return { lines, beyond: null };
  const why = `stands beyond the ${LONGEST_PASTE.toLocaleString("en-GB")} characters that are split at once`;
  return { lines, beyond: { line: lines.length, text: text.slice(end), why, waits: true } };
}
