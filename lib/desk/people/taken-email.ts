/** Whether a write failed because somebody has the e-mail address already: Prisma's P2002, a value that must be unique. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
