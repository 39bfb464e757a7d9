// Whether the record's database can be asked at the moment, as those who asked it last found out. Waiting for one that
// cannot holds up everybody: for a moment nobody does so again, and what needs it is refused at once.

/** How many milliseconds nobody waits for a database that could not be asked. */
const PAUSE = 2_000;

const shared = globalThis as unknown as {
  /** When it may be asked again, by `performance.now()`; left out before it first failed. */
  losslineDatabaseAwayUntil?: number;
  /** What failed last, by `performance.now()`. */
  losslineTrouble?: { trouble: Trouble; at: number };
};

/** Whether the database could not be asked a moment ago. */
export function isDatabaseAway(): boolean {
  return performance.now() < (shared.losslineDatabaseAwayUntil ?? 0);
}

/**
 * Refuses to wait for a database that could not be asked a moment ago; whoever is refused fails because of it.
 * @throws while it is away
 */
export function refuseWhileAway(): void {
  if (!isDatabaseAway()) return;
  noteTrouble("away");
  throw new Error("The database could not be asked a moment ago.");
}

/** Notes that the database could not be asked just now. */
export function noteDatabaseAway(): void {
  noteTrouble("away");
  shared.losslineDatabaseAwayUntil = performance.now() + PAUSE;
}

/** Why something could not be asked of the database, or saved in it, through no fault of what was asked. */
export type Trouble = "away" | "full" | "read-only";

/** Notes that something failed for such a reason just now. */
export function noteTrouble(trouble: Trouble): void {
  shared.losslineTrouble = { trouble, at: performance.now() };
}

/** Why something failed since a moment, by `performance.now()`; null where nothing did for such a reason. */
export function troubleSince(moment: number): Trouble | null {
  const last = shared.losslineTrouble;
  return last !== undefined && last.at >= moment ? last.trouble : null;
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

/** PostgreSQL's words for a disk without room (53100), and for a standby or a server that takes no changes (25006). */
const TROUBLES: Readonly<Record<string, Trouble>> = { "53100": "full", "25006": "read-only" };

/** What an error says of the database rather than of the question; null where the question was wrong. */
export function troubleOf(error: unknown): Trouble | null {
  if (saysAway(error)) return "away";
  const code = error instanceof Error ? (error as { code?: unknown }).code : null;
  return typeof code === "string" ? (TROUBLES[code] ?? null) : null;
}
