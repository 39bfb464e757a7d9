import { createHash } from "node:crypto";
import { constants, copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import path from "node:path";

// The embedded database has one session: while somebody's long transaction has it, nobody else is answered. So whoever
// writes for long has a copy of its folder opened before, in a process of its own, and what only reads is answered from that.

/**
 * Words in a statement's parameter by which a client says what it is about to do. They hold a digest of the database's password,
 * so that no text that somebody is looking for can say them.
 */
export interface CopyWords {
  /** Outside any transaction: a copy is made as the database stands there, and opened before it is answered. */
  make: string;
  /** In a transaction that has written nothing yet: until it ends, others read from the copy. */
  read: string;
}

export function copyWords(password: string): CopyWords {
  const digest = createHash("sha256").update(`copy ${password}`).digest("hex");
  return { make: `make a copy to read from ${digest}`, read: `read from the copy ${digest}` };
}

/** Where copies are opened; by the program that opens the embedded database. */
export interface CopyPlace {
  /** The folder of the database, and the one in which its copy stands while there is one. */
  of: string;
  folder: string;
  /** Opens the database in `folder`, in another process. */
  open: () => Promise<{ url: string; stop: () => Promise<void> }>;
}

const READY_FOR_QUERY = 0x5a;
const ERROR = 0x45;
const AUTHENTICATION = 0x52;

/** A copy of the embedded database that is read from: one question after the other. */
export class ReadingCopy {
  private constructor(
    private readonly socket: Socket,
    private readonly stopProcess: () => Promise<void>,
    private readonly place: CopyPlace,
  ) {}

  /**
   * Copies the files, at once: nobody is answered meanwhile.
   * @param log the first and the last file of the log of changes that are needed; all that is older is in the tables
   */
  static copyFiles({ of, folder }: CopyPlace, log: { first: string; last: string }): void {
    ReadingCopy.removeFiles({ folder });
    copyFolder(of, path.join(folder, path.basename(of)), (name) => {
      return !/^[0-9A-F]{24}$/.test(name) || (name >= log.first && name <= log.last);
    });
  }

  static removeFiles({ folder }: Pick<CopyPlace, "folder">): void {
    rmSync(folder, { recursive: true, force: true });
  }

  /** Opens what was copied. */
  static async open(place: CopyPlace): Promise<ReadingCopy> {
    const { url, stop } = await place.open();
    const { port, password } = new URL(url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.setNoDelay(true);
    const copy = new ReadingCopy(socket, stop, place);
    try {
      await copy.send(startup(), (type) => type === AUTHENTICATION);
      await copy.send(message("p", `${decodeURIComponent(password)}\0`));
      // Whatever is no reading after all is refused, and asked of the database itself.
      await copy.ask(message("Q", "SET default_transaction_read_only = on; SET jit = off\0"));
    } catch (error) {
      await copy.close();
      throw error;
    }
    return copy;
  }

  /** What it answers to a batch that only reads; null where that was refused, so that the database itself has to be asked. */
  async ask(batch: Uint8Array): Promise<Buffer | null> {
    const { bytes, failed } = await this.send(batch);
    return failed ? null : bytes;
  }

  async close(): Promise<void> {
    this.socket.destroy();
    await this.stopProcess();
    await rm(this.place.folder, { recursive: true, force: true });
  }

  /** Sends bytes and reads messages until one that ends the answer. */
  private send(
    bytes: Uint8Array,
    ends: (type: number) => boolean = (type) => type === READY_FOR_QUERY,
  ): Promise<{ bytes: Buffer; failed: boolean }> {
    return new Promise((resolve, reject) => {
      const pieces: Buffer[] = [];
      let failed = false;
      let rest: Buffer = Buffer.alloc(0);
      const settle = (error: Error | null) => {
        this.socket.off("data", take).off("error", settle).off("close", closed);
        if (error === null) resolve({ bytes: Buffer.concat(pieces), failed });
        else reject(error);
      };
      const closed = () => settle(new Error("The copy that is read from has ended."));
      const take = (piece: Buffer) => {
        pieces.push(piece);
        rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
        while (rest.length >= 5 && rest.length >= rest.readInt32BE(1) + 1) {
          const type = rest[0] ?? 0;
          if (type === ERROR) failed = true;
          rest = rest.subarray(rest.readInt32BE(1) + 1);
          if (ends(type)) return settle(null);
        }
      };
      this.socket.on("data", take).on("error", settle).on("close", closed);
      this.socket.write(bytes);
    });
  }
}

/** @param wanted whether a file is, by its name */
function copyFolder(from: string, to: string, wanted: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target, wanted);
    else if (wanted(entry.name)) copyFileSync(source, target, constants.COPYFILE_FICLONE);
  }
}

/** Whether a batch is one statement that only reads, as far as can be told from its first word. */
export function onlyReads(batch: Uint8Array): boolean {
  const start = Buffer.from(batch.buffer, batch.byteOffset, Math.min(batch.length, 200));
  const type = String.fromCharCode(start[0] ?? 0);
  if (type !== "P" && type !== "Q") return false;
  // Of a prepared statement its name is first: one with a name is there for later, in the session that prepared it.
  if (type === "P" && start[5] !== 0) return false;
  return /^\s*(?:select|with|show|set jit = off)\b/i.test(
    start.toString("latin1", type === "P" ? 6 : 5),
  );
}

function message(type: string, text: string): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.alloc(5 + length);
  bytes.write(type, 0, "latin1");
  bytes.writeInt32BE(4 + length, 1);
  bytes.write(text, 5);
  return bytes;
}

function startup(): Buffer {
  const text = "user\0postgres\0database\0postgres\0\0";
  const bytes = Buffer.alloc(8 + text.length);
  bytes.writeInt32BE(bytes.length, 0);
  bytes.writeInt32BE(196_608, 4);
  bytes.write(text, 8, "latin1");
  return bytes;
}
