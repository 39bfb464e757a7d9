/** Next calls this once, before the server takes its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next puts the runtime that it compiles for in its place
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [
    { prepareServer },
    { isDatabaseAway, troubleSince },
    client,
    { canAskDatabase, isMigrated },
    { newestVersion },
    { keepContents },
    { poolStates, watched },
    { startPostman },
  ] = await Promise.all([
    import("@/lib/site/requests/prepare-server"),
    import("@/lib/db/availability"),
    import("@/lib/db/client"),
    import("@/lib/db/database-health"),
    import("@/lib/record/versions/version-queries"),
    import("@/lib/site/open-data/kept-contents-commands"),
    import("@/lib/db/pool-watch"),
    // biome-ignore lint/plugin: what is sent to others goes on for as long as the server runs, whoever asks it
    import("@/lib/desk/deliveries/postman-command"),
  ]);
  prepareServer({
    newest: () => newestVersion(client.lookupDatabase()),
    keepContents: (pause) => keepContents(client.database(), pause),
    database: canAskDatabase,
    migrations: isMigrated,
    isEmbedded: client.isDatabaseEmbedded,
    isAway: isDatabaseAway,
    troubleSince,
    pools: poolStates,
    watchStatements: (told) => {
      watched().onStatement = told;
    },
  });
  startPostman(client.database, isDatabaseAway);
}
