import type { Holder } from "./folder-lock.mjs";

/** What the process of the embedded database tells the one that started it. */
export type EmbeddedMessage = { ready: string } | { heldBy: Holder } | { failed: string };
