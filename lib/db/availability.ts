// Whether the record's database can be asked at the moment, as those who asked it last found out. Waiting for one that
// cannot holds up everybody: for a moment nobody does so again, and what needs it is refused at once.

/** How many milliseconds nobody waits for a database that could not be asked. */
const PAUSE = 2_000;

const shared = globalThis as unknown as {
  /** When it may be asked again, by `performance.now()`; left out before it first failed. */
  losslineDatabaseAwayUntil?: number;
};

/** Whether the database could not be asked a moment ago. */
export function isDatabaseAway(): boolean {
  return performance.now() < (shared.losslineDatabaseAwayUntil ?? 0);
}

/** Notes that the database could not be asked just now. */
export function noteDatabaseAway(): void {
  shared.losslineDatabaseAwayUntil = performance.now() + PAUSE;
}

/** Notes that the database answers. */
export function noteDatabaseBack(): void {
  shared.losslineDatabaseAwayUntil = 0;
}

/** No connection is to be had, or one was lost. */
const SOCKET_ERRORS: ReadonlySet<string> = new Set([
  ...[
    "ECONNREFUSED",
    "ECONNRESET",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ENOTFOUND",
    "ETIMEDOUT",
    "EPIPE",
  ],
]);
/**
 * PostgreSQL's words for a table that somebody else keeps (55P03), for a server that stops, has failed or is only
 * starting (57P01 to 57P03), and for too many connections (53300).
 */
const SERVER_STATES: ReadonlySet<string> = new Set(["55P03", "57P01", "57P02", "57P03", "53300"]);
/** What pg says without a code. */
const IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

/** Whether an error says that the database cannot be asked, rather than that a question was wrong. */
export function saysAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(saysAway);
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return typeof code === "string"
    ? SOCKET_ERRORS.has(code) || SERVER_STATES.has(code) || code.startsWith("08")
    : IN_WORDS.test(error.message);
}
