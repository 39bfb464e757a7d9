import type { Prisma } from "@/lib/db/generated/client";
import { audit, command } from "@/lib/desk/access/guarded-command";
import { NOT_BEGUN } from "@/lib/desk/imports/import";
import { shownName } from "@/lib/desk/imports/import-commands";
import type { ImportDone } from "@/lib/desk/imports/import-review";
import {
  holdImport,
  isNow,
  NO_IMPORT,
  NOT_YOURS,
  subjectOf,
} from "@/lib/desk/imports/import-row-command";
import { storedJson } from "@/lib/desk/imports/stored-json";
import { guessMapping } from "@/lib/desk/imports/tables/guess-mapping";
import { keptMapping } from "@/lib/desk/imports/tables/kept-mapping-queries";
import {
  headerKey,
  type Mapping,
  mappingProblems,
  mappingSchema,
} from "@/lib/desk/imports/tables/mapping";
import { type Table, writeTable } from "@/lib/desk/imports/tables/table";

/** Takes a table in whose columns are somebody else's, with what each of them probably is. */
export const uploadTable = command(
  "import.run",
  async (
    db,
    by,
    given: { fileName: string; table: Table; readAs: string },
  ): Promise<{ created: number }> => {
    const fileName = shownName(given.fileName);
    const table = storedJson(given.table);
    const mapping = (await keptMapping(db, table)) ?? guessMapping(table);
    return db.$transaction(async (transaction) => {
      const { id } = await transaction.importBatch.create({
        data: {
          byId: by.id,
          fileName,
          text: writeTable(table),
          readAs: given.readAs,
          state: "mapping",
          mapping: mapping as Prisma.InputJsonObject,
          rows: table.rows.length,
          done: NOT_BEGUN,
        },
        select: { id: true },
      });
      await audit(transaction, by, "import.run", subjectOf(id), `uploaded ${fileName}`);
      return { created: id };
    });
  },
);

/** Keeps how a table of one's own is read, for it and for the next one of its source; and has its rows checked. */
export const saveMapping = command(
  "import.run",
  async (db, by, given: { id: number; mapping: Mapping; check: boolean }): Promise<ImportDone> => {
    const parsed = mappingSchema.safeParse(storedJson(given.mapping));
    if (!parsed.success) return { refused: "What was sent says nothing of columns." };
    const mapping = parsed.data as Prisma.InputJsonObject;
    const { id, check } = given;
    return db.$transaction(async (transaction) => {
      const held = await holdImport(transaction, id);
      if (held === null) return NO_IMPORT;
      if (held.by.id !== by.id) return NOT_YOURS;
      if (held.state !== "mapping") return isNow(held.state);
      await transaction.importBatch.update({
        where: { id },
        data: {
          mapping,
          ...(check && { state: "checking" as const, done: NOT_BEGUN, movedAt: new Date() }),
        },
      });
      const { sourceName, columns } = parsed.data;
      // What cannot be read by it is nothing for the next table.
      if (sourceName !== "" && mappingProblems(parsed.data, String).length === 0) {
        const named = { sourceName, headerKey: headerKey(columns.map(({ header }) => header)) };
        const kept = { mapping, byId: by.id, updatedAt: new Date() };
        await transaction.tableMapping.upsert({
          where: { sourceName_headerKey: named },
          create: { ...named, ...kept },
          update: kept,
        });
      }
      if (check) await audit(transaction, by, "import.run", subjectOf(id), "mapped");
      return { done: true };
    });
  },
);

/** Takes a table of one's own that was checked back to how it is read. */
export const mapAgain = command(
  "import.run",
  async (db, by, id: number): Promise<ImportDone> =>
    db.$transaction(async (transaction) => {
      const held = await holdImport(transaction, id);
      if (held === null) return NO_IMPORT;
      if (held.by.id !== by.id) return NOT_YOURS;
      if (!held.mapped || !["checked", "failed"].includes(held.state)) return isNow(held.state);
      await transaction.importBatch.update({ where: { id }, data: { state: "mapping" } });
      return { done: true };
    }),
);
