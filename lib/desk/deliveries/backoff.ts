const MINUTE = 60 * 1000;
/** How long is waited after each failure in a row, in milliseconds: some 21 hours in all. */
const WAITS = [1, 5, 30, 120, 360, 720].map((minutes) => minutes * MINUTE);

/** How often something is sent at most. */
export const MOST_TRIES = WAITS.length + 1;

/**
 * When something is sent again after so many failures.
 * @param asked seconds that the receiver asks for; null where it does not
 * @returns null where it is given up
 */
export function nextTry(failures: number, now: Date, asked: number | null = null): Date | null {
  const wait = WAITS[failures - 1];
  if (wait === undefined) return null;
  // Whoever asks for a month is asked again in a day.
  const longest = 24 * 60 * MINUTE;
  return new Date(now.getTime() + Math.max(wait, Math.min((asked ?? 0) * 1000, longest)));
}
