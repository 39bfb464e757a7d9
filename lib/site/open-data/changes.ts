import { createHash } from "node:crypto";
import { z } from "zod";
import {
  PUBLIC_KINDS,
  type PublicKind,
  type PublicRecord,
  recordShape,
} from "@/lib/record/shapes/records";
import { idShape } from "@/lib/record/shapes/values";
import { canonicalJson } from "@/lib/values/text/canonical-json";

export const CHANGE_OPERATIONS = {
  add: "It was not there before.",
  revise: "It says something else.",
  retract: "It was withdrawn, and counts no longer.",
  merge: "It turned out to be another, and counts no longer.",
  restore: "It counts again.",
  withhold: "An order took a text out of it; nothing else of it changed.",
} as const;
export type ChangeOperation = keyof typeof CHANGE_OPERATIONS;

export const changeShape = z
  .object({
    op: z.enum(Object.keys(CHANGE_OPERATIONS) as [ChangeOperation, ...ChangeOperation[]]).describe(
      Object.entries(CHANGE_OPERATIONS)
        .map(([op, says]) => `${op}: ${says}`)
        .join(" "),
    ),
    kind: z.enum(PUBLIC_KINDS as [PublicKind, ...PublicKind[]]),
    id: idShape,
    record: recordShape.describe("All of it as the later version has it."),
  })
  .describe("A line of what changed: the record takes the place of what had its kind and id.");
export type Change = z.infer<typeof changeShape>;

/** What became of a record. @param before as the earlier version had it; undefined where it had not */
export function operationOf(
  before: Pick<PublicRecord, "status" | "merged_into" | "revision"> | undefined,
  now: Pick<PublicRecord, "status" | "merged_into" | "revision">,
): ChangeOperation {
  if (before === undefined) return "add";
  if (before.revision === now.revision) return "withhold";
  if (now.status === "merged") return before.merged_into === now.merged_into ? "revise" : "merge";
  if (now.status === "retracted") return before.status === "retracted" ? "revise" : "retract";
  return before.status === "retracted" || before.status === "merged" ? "restore" : "revise";
}

/** A line as it is sent: canonical, so that its record is what digests are made over. */
export function changeLine(change: Change): string {
  return `${canonicalJson(change)}\n`;
}

/** The line by which a record stands in a snapshot: in the order of kinds and ids these are what a version is. */
export function snapshotLine(record: PublicRecord): string {
  return `${canonicalJson(record)}\n`;
}

/** All that a version holds, as whoever follows changes keeps it. */
export class Snapshot {
  private readonly records = new Map<string, PublicRecord>();

  apply({ kind, id, record }: Pick<Change, "kind" | "id" | "record">): this {
    this.records.set(`${kind} ${id}`, record);
    return this;
  }

  /** SHA-256 over the lines of all records, by kind and id, in hexadecimal: the digest of a version. */
  digest(): string {
    const hash = createHash("sha256");
    const inOrder = [...this.records.values()].sort((one, other) =>
      one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : one.id - other.id,
    );
    for (const record of inOrder) hash.update(snapshotLine(record));
    return hash.digest("hex");
  }
}
