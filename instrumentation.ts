/** Next calls this once, before the server takes its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next puts the runtime that it compiles for in its place
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [
    { prepareServer },
    { isDatabaseAway, troubleSince },
    { lookupDatabase },
    { newestVersion },
  ] = await Promise.all([
    import("@/lib/site/requests/prepare-server"),
    import("@/lib/db/availability"),
    import("@/lib/db/client"),
    import("@/lib/record/versions/version-queries"),
  ]);
  prepareServer(() => newestVersion(lookupDatabase()), {
    isAway: isDatabaseAway,
    troubleSince,
  });
}
