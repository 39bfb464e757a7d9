import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** A file as it is sent. */
export interface MadeFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** The media type. */
  type: string;
  /** What a browser is told beside it: how to treat it, and what to call it. */
  headers: Record<string, string>;
  /** A quoted digest of the bytes. */
  etag: string;
}

const ENTRY_OVERHEAD = 1_024;

/**
 * Keeps made files within a bound of bytes, least recently used out first, and makes each only once
 * however many ask for it at the same moment.
 */
export class FileCache {
  private readonly kept: LRUCache<string, MadeFile>;
  private readonly beingMade = new Map<string, Promise<MadeFile>>();

  /** @param bytes how much is kept at most */
  constructor(bytes: number) {
    this.kept = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 4),
      sizeCalculation: ({ bytes }, key) => ENTRY_OVERHEAD + 2 * key.length + bytes.length,
    });
  }

  /** The file kept under a key; null where it is not. */
  find(key: string): MadeFile | null {
    return this.kept.get(key) ?? null;
  }

  /** The file kept under a key, or made now. Failures are not kept. */
  async get(key: string, make: () => Promise<MadeFile>): Promise<MadeFile> {
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const running = this.beingMade.get(key);
    if (running !== undefined) return running;
    const made = make().then((file) => {
      // Not where everything was forgotten meanwhile.
      if (this.beingMade.get(key) === made) this.kept.set(key, file);
      return file;
    });
    this.beingMade.set(key, made);
    try {
      return await made;
    } finally {
      if (this.beingMade.get(key) === made) this.beingMade.delete(key);
    }
  }

  /** Forgets every file, and those being made once they are. */
  clear(): void {
    this.kept.clear();
    this.beingMade.clear();
  }

  /** How many bytes are kept at most. */
  get most(): number {
    return this.kept.maxSize;
  }

  /** Bytes kept at the moment. */
  get size(): number {
    return this.kept.calculatedSize;
  }
}

/** A file ready to be sent, with its digest. */
export function madeFile(
  content: string | Uint8Array,
  type: string,
  headers: Record<string, string> = {},
): MadeFile {
  const bytes = new Uint8Array(
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
  const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return {
    bytes,
    type,
    headers,
    etag: `"${digest}"`,
  };
}
