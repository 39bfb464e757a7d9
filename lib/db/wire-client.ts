import { timingSafeEqual } from "node:crypto";
import type { Socket } from "node:net";

const PASSWORD_REQUEST = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
const REQUEST = { cancel: 80877102, ssl: 80877103, gss: 80877104 };
const LARGEST_STARTUP = 10_000;
const TYPE = { query: 0x51, sync: 0x53, flush: 0x48, call: 0x46, password: 0x70, terminate: 0x58 };
const ENDS_BATCH = new Set([TYPE.query, TYPE.sync, TYPE.flush, TYPE.call]);

/** One client's connection: cuts what comes in into batches that the database can answer whole. */
export class WireClient {
  /** Batches that wait for the database, oldest first. */
  readonly ready: Uint8Array[] = [];
  gone = false;
  /** Whether a copy of the database is answering it just now. */
  atCopy = false;
  /** Whether its next batch was refused by the copy, and waits for the database itself. */
  mainOnly = false;
  private state: "startup" | "password" | "open" = "startup";
  private startup = new Uint8Array(0);
  private pieces: Buffer[] = [];
  private bytes = 0;
  private batch: Buffer[] = [];

  constructor(
    readonly socket: Socket,
    private readonly password: string,
  ) {}

  /** Takes bytes from the network; false where the client said goodbye or may not come in. */
  take(piece: Buffer): boolean {
    this.pieces.push(piece);
    this.bytes += piece.length;
    if (this.bytes < (this.lengthOf(this.pieces[0] ?? piece) ?? 0)) return true;
    let rest = this.pieces.length === 1 ? piece : Buffer.concat(this.pieces);
    for (let length = this.lengthOf(rest); length !== null; length = this.lengthOf(rest)) {
      if (length < 4 || (this.state !== "open" && length > LARGEST_STARTUP)) return false;
      if (rest.length < length) break;
      if (!this.accept(rest.subarray(0, length))) return false;
      rest = rest.subarray(length);
    }
    this.pieces = rest.length > 0 ? [rest] : [];
    this.bytes = rest.length;
    return true;
  }

  private lengthOf(message: Buffer): number | null {
    if (this.state === "startup") return message.length < 8 ? null : message.readInt32BE(0);
    return message.length < 5 ? null : message.readInt32BE(1) + 1;
  }

  private accept(message: Buffer): boolean {
    if (this.state === "startup") return this.greet(message);
    const type = message[0] ?? TYPE.terminate;
    if (this.state === "password") return type === TYPE.password && this.admit(message);
    if (type === TYPE.terminate) return false;
    this.batch.push(message);
    if (ENDS_BATCH.has(type)) {
      this.ready.push(new Uint8Array(Buffer.concat(this.batch)));
      this.batch = [];
    }
    return true;
  }

  private greet(message: Buffer): boolean {
    const request = message.readInt32BE(4);
    if (request === REQUEST.cancel) return false;
    if (request === REQUEST.ssl || request === REQUEST.gss) {
      this.socket.write("N");
      return true;
    }
    this.startup = new Uint8Array(message);
    this.state = "password";
    this.socket.write(PASSWORD_REQUEST);
    return true;
  }

  private admit(message: Buffer): boolean {
    const given = message.subarray(5, message.length - 1);
    const wanted = Buffer.from(this.password);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      this.socket.write(errorFor());
      return false;
    }
    this.state = "open";
    this.ready.push(this.startup);
    return true;
  }
}

function errorFor(): Buffer {
  const text = "SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed\0\0";
  const message = Buffer.alloc(5 + text.length);
  message.write("E", 0);
  message.writeInt32BE(4 + text.length, 1);
  message.write(text, 5, "latin1");
  return message;
}
