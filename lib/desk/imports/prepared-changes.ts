import { z } from "zod";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";

// Changes of many published records that the desk makes by itself, such as taking a publication back. They go the way of
// an import: checked, handed in, read by somebody else, and published as one version.

const typedSchema: z.ZodType<Typed> = z.record(
  z.string(),
  z.lazy(
    (): z.ZodType<TypedValue> =>
      z.union([z.string(), typedSchema, z.array(z.lazy(() => valueSchema))]),
  ),
);
const valueSchema: z.ZodType<TypedValue> = z.lazy(() =>
  z.union([z.string(), typedSchema, z.array(valueSchema)]),
);

const preparedSchema = z.object({
  records: z.array(
    z.object({
      kind: z.enum(RECORD_KINDS),
      recordId: z.number().int(),
      /** The revision that it follows. */
      baseRevision: z.number().int(),
      name: z.string(),
      /** As it would be typed in its form. */
      typed: typedSchema,
    }),
  ),
  /** What is left as it is, and why. */
  left: z.array(z.object({ name: z.string(), why: z.string() })),
});
export type PreparedChanges = z.infer<typeof preparedSchema>;
export type PreparedRecord = PreparedChanges["records"][number];

/** Prepared changes as an import keeps them. */
export function writePrepared(changes: PreparedChanges): string {
  return JSON.stringify(changes);
}

/** @throws {z.ZodError} where the text is none that was written so */
export function readPrepared(text: string): PreparedChanges {
  return preparedSchema.parse(JSON.parse(text));
}
