import { z } from "zod";
import { coverageSchema } from "@/lib/record/coverage/coverage";

const COUNTS = ["incidents", "onlySource", "perYear"] as const;

/** Some fields of an object without others; what is no object is left to the schema that follows. */
function without(value: unknown, fields: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !fields.includes(name)));
}

/**
 * A dataset's coverage.json: the statement, and beside it counts of incidents. The counts are left aside, because the
 * record counts its own incidents.
 */
export const coverageFileSchema = z.preprocess((file) => {
  const said = without(
    file,
    typeof file === "object" && file !== null
      ? ["perYear", ...Object.keys(file).filter((name) => /^perMonth\d{4}$/.test(name))]
      : [],
  );
  if (typeof said !== "object" || said === null || !("families" in said)) return said;
  const { families } = said;
  if (!Array.isArray(families)) return said;
  return { ...said, families: families.map((family: unknown) => without(family, COUNTS)) };
}, coverageSchema);
