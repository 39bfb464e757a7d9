import { database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { runImport } from "@/lib/desk/imports/import-commands";
import { log } from "@/lib/log/log";

/** Goes on with an import in the background of this process: its page shows how far it is. */
export function runInBackground(person: Person, id: number): void {
  runImport(database(), person, id).catch((error: unknown) =>
    log().error(error, `Import ${id} could not be gone on with`),
  );
}
