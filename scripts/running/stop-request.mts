/** Resolves, with null, when somebody asks the program to stop. */
export function stopRequest(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve(null));
    }
    // npm passes signals on, but it cannot when it is killed outright.
    // biome-ignore lint/style/noProcessEnv: no setting: npm says so
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(null), 1_000).unref();
  });
}
