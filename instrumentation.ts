/** Next calls this once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { notePeers } = await import("@/lib/site/peer-address");
  notePeers();
}
