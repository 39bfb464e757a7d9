/** What the program ends with. */
export const EXIT = {
  ok: 0,
  /** What was asked is not so: something that was to be verified differs, or is not there. */
  notSo: 1,
  usage: 2,
  /** The server cannot be reached, or answers wrongly. */
  server: 3,
  /** Anything else, such as a full disk. */
  other: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What is expected to go wrong, with all that the person is told of it. */
export class Failure extends Error {
  constructor(
    readonly code: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

export function wrongUsage(message: string): Failure {
  return new Failure(EXIT.usage, message);
}

export function wrongServer(message: string): Failure {
  return new Failure(EXIT.server, message);
}
