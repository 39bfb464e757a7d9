/** An error as a log line holds it: what it is, and where it came from. */
interface ShownError {
  type: string;
  message: string;
  /** The system's or the database's word for it. */
  code?: string;
  /** Where it was thrown, a line a call. */
  stack?: string[];
  cause?: ShownError;
  errors?: ShownError[];
}

/** More of a message than this tells nothing more. */
const LONGEST = 1_000;
const MOST_CALLS = 12;
const DEEPEST = 3;

/**
 * What is told of an error. Its other properties are left out: a database's `detail` holds the values of the row that it
 * refused, a library's `config` whole requests.
 */
export function shownError(error: unknown, depth = 0): ShownError {
  if (!(error instanceof Error))
    return { type: typeof error, message: String(error).slice(0, LONGEST) };
  const { code } = error as { code?: unknown };
  const isDeep = depth >= DEEPEST;
  return {
    type: error.name,
    message: messageOf(error).slice(0, LONGEST),
    ...(typeof code === "string" ? { code } : {}),
    ...(depth === 0 ? { stack: callsOf(error) } : {}),
    ...(error.cause === undefined || isDeep ? {} : { cause: shownError(error.cause, depth + 1) }),
    ...(error instanceof AggregateError && !isDeep
      ? { errors: error.errors.slice(0, MOST_CALLS).map((each) => shownError(each, depth + 1)) }
      : {}),
  };
}

/** Prisma repeats what it was asked to write before it says in the last line why it could not. */
function messageOf({ name, message }: Error): string {
  if (!name.startsWith("PrismaClient")) return message;
  return message.trimEnd().split("\n").at(-1) ?? "";
}

function callsOf({ stack = "" }: Error): string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_CALLS)
    .map((line) => line.trim());
}
