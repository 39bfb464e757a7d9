/** Thrown where so many wait already that one more would wait too long, and to whoever has waited too long. */
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
  private readonly line = new Set<() => void>();

  /**
   * @param atOnce how many work at once
   * @param waiting how many wait at most
   * @param patience for how many milliseconds
   */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
    private readonly patience = Number.POSITIVE_INFINITY,
  ) {}

  /** How many work at the moment, and how many wait. */
  get state(): { working: number; waiting: number } {
    return { working: this.working, waiting: this.line.size };
  }

  /**
   * Runs work as soon as there is room for it.
   * @throws {QueueFullError} at once where the queue is full, or after having waited for so long
   */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.working < this.atOnce) this.working++;
    else if (this.line.size >= this.waiting) throw new QueueFullError("too many are waiting");
    // Whoever finishes hands the place over, so that nobody can slip in between.
    else await this.turn();
    try {
      return await work();
    } finally {
      const [next] = this.line;
      if (next === undefined) this.working--;
      else next();
    }
  }

  /** Resolves when it is the caller's turn; who has given up has none. */
  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = Number.isFinite(this.patience)
        ? setTimeout(() => {
            this.line.delete(begin);
            reject(new QueueFullError(`${this.patience} ms have passed`));
          }, this.patience)
        : undefined;
      const begin = () => {
        clearTimeout(leave);
        this.line.delete(begin);
        resolve();
      };
      this.line.add(begin);
    });
  }
}
