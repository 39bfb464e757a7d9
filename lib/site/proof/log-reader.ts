import { type Leaf, readLeaf } from "@/lib/values/proof/leaf";
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  type Subtrees,
  type Tree,
} from "@/lib/values/proof/merkle-tree";
import {
  type Checkpoint,
  isSignedBy,
  readCheckpoint,
  readNote,
  readVerifierKey,
} from "@/lib/values/proof/signed-note";
import {
  entriesIn,
  subtreesFromTiles,
  TILE_WIDTH,
  tilePath,
  widthOf,
} from "@/lib/values/proof/tiles";

/** What is at a path below `/log/`; null where nothing is. It throws where it cannot be asked. */
export type FetchLog = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** A checkpoint, and what is known of its signature: of which key it is, false where it is wrong, null where it has none. */
export interface ReadCheckpoint extends Checkpoint {
  note: string;
  signedBy: string | false | null;
}

/**
 * Reads a record's log, and takes nothing on trust: whatever it says of a leaf or of an earlier log is proved by hashes. Nothing
 * of it needs Node.
 */
export class LogReader {
  private readonly trees = new Map<number, Subtrees>();
  private readonly bundles = new Map<string, Promise<Uint8Array<ArrayBuffer>[]>>();

  /** @param key the log's key, `name+id+base64`, where it is known from elsewhere; otherwise that which the log gives */
  constructor(
    private readonly fetchLog: FetchLog,
    private readonly key: string | null = null,
  ) {}

  /**
   * The checkpoint of a version; without one, of the newest.
   * @throws {Error} for people, where there is none
   */
  async checkpoint(version: number | null = null): Promise<ReadCheckpoint> {
    const path = version === null ? "checkpoint" : `checkpoints/${version}`;
    return this.read(await this.text(path));
  }

  /** A checkpoint that somebody kept. @throws {Error} for people, where it is none */
  async read(note: string): Promise<ReadCheckpoint> {
    const read = readNote(note);
    return { ...readCheckpoint(read.text), note, signedBy: await this.signerOf(read) };
  }

  /** Whether a log holds the whole of an earlier one, and only adds to it. */
  async goesOn(earlier: Tree, later: Tree): Promise<boolean> {
    if (earlier.size > later.size) return false;
    const path = await consistencyProof(this.tree(later.size), earlier.size, later.size);
    return isConsistent(earlier, later, path);
  }

  /** The entry at a place of a log of so many, as its bytes. @throws {Error} where the log has none there */
  async entry(index: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
    const at = Math.floor(index / TILE_WIDTH);
    const entry = (await this.entries(at, size))[index % TILE_WIDTH];
    if (entry === undefined) throw new Error(`The log has no leaf ${index}.`);
    return entry;
  }

  /** The entries of a tile of a log of so many leaves. */
  entries(tile: number, size: number): Promise<Uint8Array<ArrayBuffer>[]> {
    const width = widthOf({ level: "entries", index: tile }, size);
    const path = tilePath({ level: "entries", index: tile, width });
    const bundle =
      this.bundles.get(path) ??
      this.bytes(path).then((bytes) => entriesIn(bytes).map((entry) => new Uint8Array(entry)));
    this.bundles.set(path, bundle);
    return bundle;
  }

  /** The leaf at a place, where it is proved to be there; null where it is not. */
  async leaf(index: number, tree: Tree): Promise<Leaf | null> {
    const { size, root } = tree;
    const entry = await this.entry(index, size);
    const path = await inclusionProof(this.tree(size), index, size);
    const isThere = await isIncluded(await leafHash(entry), { index, size, path, root });
    return isThere ? readLeaf(entry) : null;
  }

  /** What is at a path, as JSON. @throws {Error} for people, where nothing is */
  async json(path: string): Promise<unknown> {
    return JSON.parse(await this.text(path));
  }

  async text(path: string): Promise<string> {
    return new TextDecoder().decode(await this.bytes(path));
  }

  private tree(size: number): Subtrees {
    const known = this.trees.get(size);
    if (known !== undefined) return known;
    const made = subtreesFromTiles(size, (tile) => this.bytes(tilePath(tile)));
    this.trees.set(size, made);
    return made;
  }

  private async bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.fetchLog(path);
    if (bytes === null) throw new Error(`The log has nothing at /log/${path}.`);
    return bytes;
  }

  private async signerOf(note: ReturnType<typeof readNote>): Promise<ReadCheckpoint["signedBy"]> {
    if (note.signatures.length === 0) return null;
    const text = this.key ?? (await this.keyText());
    if (text === null) return null;
    const key = await readVerifierKey(text);
    const holds = await isSignedBy(note, key);
    return holds === null ? null : holds && `${key.name}+${key.keyId}`;
  }

  private async keyText(): Promise<string | null> {
    const bytes = await this.fetchLog("key");
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }
}

/** How a URL is asked for. */
export type FetchBy = (url: string) => Promise<Response>;

/** Reads a log of a server. @param base where it is, without a slash at its end; empty for the page's own */
export function fetchLogOf(base: string, fetchBy: FetchBy = (url) => fetch(url)): FetchLog {
  return async (path) => {
    const response = await fetchBy(`${base}/log/${path}`);
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${base}/log/${path} answered ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
