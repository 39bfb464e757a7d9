/** Thrown where so many wait already that one more would wait too long. */
export class TooBusyError extends Error {
  override readonly name = "TooBusyError";
}

/** Whether that was thrown. By its name: Next gives each of its bundles a class of its own, and they share the turns. */
export function isTooBusy(error: unknown): boolean {
  return error instanceof Error && error.name === "TooBusyError";
}

/** Lets a few work at once and some wait, in the order in which they came. */
export class Turns {
  private working = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Runs work when its turn comes. @throws {TooBusyError} at once where the queue is full */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.working < this.atOnce) this.working++;
    else if (this.queue.length >= this.waiting) throw new TooBusyError("too many are waiting");
    // Whoever finishes hands the place over, so that nobody can slip in between.
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.working--;
      else next();
    }
  }
}
