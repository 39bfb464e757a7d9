import { createHash } from "node:crypto";
import type { Sha256 } from "@/lib/values/proof/merkle-tree";

/** SHA-256 at once, where thousands are made. */
export const nodeSha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();
