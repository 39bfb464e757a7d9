/** Of one Ctrl-C the program is told by the terminal, and within a moment by npm once more. */
const SAME_SIGNAL = 1_000;

/**
 * Resolves, with null, when somebody asks the program to stop. At the second time it ends at once: what it has started
 * ends with it, the embedded database in order.
 */
export function stopRequest(): Promise<null> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        const now = performance.now();
        if (first !== null && now - first > SAME_SIGNAL) process.exit(1);
        first ??= now;
        resolve(null);
      });
    }
    // npm passes signals on, but it cannot when it is killed outright.
    // biome-ignore lint/style/noProcessEnv: no setting: npm says so
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(null), 1_000).unref();
  });
}
