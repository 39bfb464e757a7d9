const MINUTES = 60_000;

/** For how many minutes a password counts as entered, for what asks for it again. */
export const PASSWORD_MINUTES = 15;

/** Whether a session ended because nobody used it. */
export function isIdle(seenAt: Date, idleHours: number, now = new Date()): boolean {
  return now.getTime() - seenAt.getTime() > idleHours * 60 * MINUTES;
}

/** Whether what asks for the password again asks now. @param confirmedAt when it was last entered again; null for never */
export function hasOldPassword(
  { createdAt, confirmedAt }: { createdAt: Date; confirmedAt: Date | null },
  now = new Date(),
): boolean {
  const entered = Math.max(createdAt.getTime(), confirmedAt?.getTime() ?? 0);
  return now.getTime() - entered > PASSWORD_MINUTES * MINUTES;
}
