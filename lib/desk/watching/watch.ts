import { z } from "zod";
import { idSchema } from "@/lib/desk/proposals/correction";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";

/** What somebody wants to be told of. */
export type Watched = { kind: RecordKind; recordId: number } | { host: string };

/** So many things somebody can watch. */
export const MOST_WATCHED = 500;

/** A host as people type it or paste it in a link: without www., in small letters. */
export const watchedHostSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(2000, "Give a host, such as example.org.")
  .transform((host) => host.replace(/^(?:https?:\/\/)?(?:www\.)?/, "").replace(/[/?#:].*$/, ""))
  .pipe(
    z
      .string()
      .max(253, "Give a host, such as example.org.")
      .regex(
        /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u,
        "Give a host, such as example.org.",
      ),
  );

/** What a form sends to watch a record. */
export const watchedRecordSchema = z.object({ kind: z.enum(RECORD_KINDS), recordId: idSchema });

/** Something that somebody watches, as a list shows it. */
export interface ListedWatch {
  id: number;
  since: Date;
  /** Null where it is a host. */
  kind: RecordKind | null;
  /** The host, or the record's name now. */
  title: string;
  /** Where it is at the desk. */
  path: string;
}
