import { nodeSha256 } from "@/lib/record/proof/node-sha256";
import { joined, treeRoot, wholeHash } from "@/lib/values/proof/merkle-tree";
import { subtreesFromTiles, TILE_WIDTH } from "@/lib/values/proof/tiles";

/** A hash that the log keeps above its leaves. */
export interface LogNode {
  level: number;
  index: number;
  hash: Uint8Array<ArrayBuffer>;
}

/**
 * The right edge of the log's tree: of each level of tiles the last one, which is not full. It is all that an append and a root
 * take, however long the log is.
 */
export class LogEdge {
  private made: LogNode[] = [];

  /**
   * @param size how many leaves there are
   * @param tails the hashes of the last tile of each level, from 0; none where it has just become full
   */
  constructor(
    public size: number,
    private readonly tails: Uint8Array[][],
  ) {}

  /** Adds the hash of a leaf. */
  async append(hash: Uint8Array): Promise<void> {
    this.size += 1;
    await this.push(0, hash);
  }

  /** What has become full since this was asked last. */
  takeMade(): LogNode[] {
    const made = this.made;
    this.made = [];
    return made;
  }

  root(): Promise<Uint8Array> {
    const edge = subtreesFromTiles(
      this.size,
      async ({ level }) => joined(...(this.tails[level] ?? [])),
      nodeSha256,
    );
    return treeRoot(edge, this.size, nodeSha256);
  }

  private async push(level: number, hash: Uint8Array): Promise<void> {
    const tail = this.tails[level] ?? [];
    this.tails[level] = tail;
    tail.push(hash);
    if (tail.length < TILE_WIDTH) return;
    const above = joined(await wholeHash(tail, nodeSha256));
    this.tails[level] = [];
    const index = Math.floor(this.size / TILE_WIDTH ** (level + 1)) - 1;
    this.made.push({ level: level + 1, index, hash: above });
    await this.push(level + 1, above);
  }
}
