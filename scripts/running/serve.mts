import { environment } from "@/lib/environment/current-environment";
import { StepFailure } from "../progress.mjs";
import { isBuilt } from "./build.mjs";
import { stopRequest } from "./stop-request.mjs";
import { chosenPort, startWeb } from "./web.mjs";

/**
 * `npm run serve`: a web process and nothing else, for where something else starts, watches and stops it, and reads what it
 * says. It writes nothing below the project's folder, and changes nothing in the database: `npm run build` and
 * `npm run seed` have done that before. Returns the exit code.
 */
export async function main(): Promise<number> {
  const { DATABASE_URL: databaseUrl, LOSSLINE_SECRET: secret } = environment();
  if (databaseUrl === undefined || secret === undefined)
    throw new StepFailure("npm run serve needs DATABASE_URL and LOSSLINE_SECRET.");
  if (!isBuilt()) throw new StepFailure("This release is not built. First: npm run build");
  const asked = stopRequest();
  const port = await chosenPort();
  const starting = startWeb({ port, databaseUrl, secret, inSight: true });
  const ended = await Promise.race([asked, starting.then((web) => web.ended)]);
  if (ended !== null) console.error(ended);
  // Asked to stop while it starts, it ends with this program.
  const web = await Promise.race([starting, null]);
  await web?.stop();
  return ended === null ? 0 : 1;
}
