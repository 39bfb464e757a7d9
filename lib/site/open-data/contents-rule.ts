import { createHash } from "node:crypto";
import { z } from "zod";
import { recordShape } from "@/lib/record/shapes/records";

/** Raised where the same shape comes to say something else. */
const RULE = 1;

/** By which shapes digests of versions are made: one that gains a field makes all of them others. */
export const CONTENTS_RULE = `${RULE} ${createHash("sha256")
  .update(JSON.stringify(z.toJSONSchema(recordShape)))
  .digest("hex")
  .slice(0, 16)}`;
