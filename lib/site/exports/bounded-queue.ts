/** Thrown where so many wait already that one more would wait too long. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

/**
 * Whether that was thrown. By its name: Next gives each of its bundles a class of its own, and they share the
 * queue.
 */
export function isQueueFull(error: unknown): boolean {
  return error instanceof Error && error.name === "QueueFullError";
}

/** Lets a few work at once and some wait, in the order in which they came. */
export class BoundedQueue {
  private working = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** How many work at the moment, and how many wait. */
  get state(): { working: number; waiting: number } {
    return { working: this.working, waiting: this.line.length };
  }

  /** Runs work as soon as there is room for it. @throws {QueueFullError} at once where the queue is full */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.working < this.atOnce) this.working++;
    else if (this.line.length >= this.waiting) throw new QueueFullError("too many are waiting");
    // Whoever finishes hands the place over, so that nobody can slip in between.
    else await new Promise<void>((resolve) => this.line.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next === undefined) this.working--;
      else next();
    }
  }
}
