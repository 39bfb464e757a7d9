import { createWriteStream, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { Output } from "@/command-line/output";

/**
 * A file that is written beside its place, and moved there once it is whole: what is there before stays until then, and nothing
 * that lacks its end is ever found under its name.
 */
export class OutputFile extends Output {
  private readonly ended: Promise<void>;

  /** @param place where it is to be; until then it is `place.part` */
  constructor(
    private readonly place: string,
    private readonly file: WriteStream = createWriteStream(`${place}.part`),
  ) {
    super(file);
    this.ended = finished(file);
    // Whoever writes is told of it; nobody may be waiting yet.
    this.ended.catch(() => {});
  }

  /** @throws what the system refuses, such as a full disk */
  override async write(piece: string | Uint8Array): Promise<void> {
    if (this.file.errored === null) await super.write(piece);
    if (this.file.errored !== null) throw this.file.errored;
  }

  /** Moves it to its place. */
  async keep(): Promise<void> {
    this.file.end();
    await this.ended;
    await rename(`${this.place}.part`, this.place);
  }

  /** Leaves its place as it was. */
  async discard(): Promise<void> {
    this.file.destroy();
    await this.ended.catch(() => {});
    await rm(`${this.place}.part`, { force: true });
  }
}
