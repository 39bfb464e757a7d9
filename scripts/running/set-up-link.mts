import { asStepFailure } from "./database.mjs";
import { deskUrl } from "./desk-url.mjs";

/** Where the first admin comes in, made anew at each start; null where the desk has an admin. */
export async function setUpUrl(url: string, port: number): Promise<string | null> {
  const { openDatabase: connect } = await import("@/lib/db/client");
  const { makeSetUpLink } = await import("@/lib/desk/people/link-command");
  const { linkPath } = await import("@/lib/desk/people/one-time-link");
  const db = connect(url, 1);
  try {
    const secret = await asStepFailure(() => makeSetUpLink(db));
    return secret === null ? null : deskUrl(linkPath("invitation", secret), port);
  } finally {
    await db.$disconnect();
  }
}
