import { execFileSync } from "node:child_process";
import { root } from "../../progress.mjs";
import { type CrashWriters, faultsOf } from "../crash-writers.mjs";
import { freePort, startWeb } from "../web.mjs";
import { answeredSoon, KEPT, newViews, Readers } from "./answers.mjs";

/** Makes the program's folder read-only for one process and what that starts, and goes there. */
const READ_ONLY = [
  "unshare",
  "--mount",
  "sh",
  "-c",
  'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && exec "$@"',
  root,
] as const;

/** Whether that can be done here: on Linux, by an administrator. */
export function canBeReadOnly(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const [program, ...given] = READ_ONLY;
  try {
    execFileSync(program, [...given, "sh", "-c", "! touch read-only-code 2>/dev/null"]);
    return true;
  } catch {
    return false;
  }
}

/** A web process that cannot write where its code is serves and publishes: nothing is written there. */
export async function readOnlyCode(
  url: string,
  secret: string,
  writers: CrashWriters,
): Promise<string[]> {
  const port = await freePort();
  const web = await startWeb({ port, databaseUrl: url, secret, quiet: true, through: READ_ONLY });
  try {
    const readers = new Readers(web.address);
    const paths = [...KEPT, ...newViews(), "/search?q=exchange", "/suggest", "/desk/sign-in"];
    const problems = await answeredSoon(readers, paths);
    const editor = writers.at(web.address);
    await editor.signIn();
    await editor.publishOne();
    return [...problems, ...(await faultsOf(url, writers))];
  } finally {
    await web.stop();
  }
}
