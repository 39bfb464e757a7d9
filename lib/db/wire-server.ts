import { createServer, type Server } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { embeddedUrl } from "@/lib/db/embedded-url";
import { WireClient } from "@/lib/db/wire-client";

// Serves the one session of a PGlite to many clients of the PostgreSQL protocol.
//
// A client has the session from the first message of a batch until the backend says that it is
// ready and outside any transaction; the others wait in the order they came. PGlite's own socket
// server hands over between single messages, so one client's BEGIN falls between another's Parse
// and Bind, and a few concurrent transactions bring it to a halt.

const READY_FOR_QUERY = 0x5a;
const IDLE = 0x49;
const SYNC = [0x53, 0, 0, 0, 4];
const ROLLBACK = new Uint8Array([...SYNC, 0x51, 0, 0, 0, 13, ...Buffer.from("ROLLBACK\0")]);

export class WireServer {
  private readonly server: Server;
  private readonly clients = new Set<WireClient>();
  private readonly waiting = new Set<WireClient>();
  private owner: WireClient | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  /** @param onFailure told when the database itself fails; nothing is answered after that */
  constructor(
    private readonly database: PGlite,
    private readonly password: string,
    private readonly onFailure: (failure: unknown) => void,
  ) {
    this.server = createServer({ noDelay: true }, (socket) => {
      const client = new WireClient(socket, password);
      this.clients.add(client);
      const leave = () => {
        client.gone = true;
        this.clients.delete(client);
        this.waiting.delete(client);
        socket.destroySoon();
        this.pump();
      };
      socket.on("data", (bytes) => {
        if (client.gone) return;
        if (!client.take(bytes)) leave();
        else if (client.ready.length > 0) {
          if (client !== this.owner) this.waiting.add(client);
          this.pump();
        }
      });
      socket.on("error", leave);
      socket.on("close", leave);
    });
  }

  /**
   * Listens on a loopback port.
   * @param port 0 for any free one
   * @returns the address that clients connect to
   */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(port, "127.0.0.1", resolve);
    });
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("No port was given.");
    return embeddedUrl(this.password, address.port);
  }

  /** Lets what is running end, rolls back what is open, and turns everybody out. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const client of this.clients) client.socket.destroy();
    await closed;
    for (const client of this.clients) client.gone = true;
    this.waiting.clear();
    this.pump();
    await this.running;
    this.stopped = true;
  }

  private pump(): void {
    if (this.running !== null || this.stopped) return;
    this.running = this.serve()
      .catch(this.onFailure)
      .finally(() => {
        this.running = null;
      });
  }

  private async serve(): Promise<void> {
    for (let client = this.next(); client !== null; client = this.next()) {
      const batch = client.gone ? ROLLBACK : client.ready.shift();
      if (batch === undefined) continue;
      const idle = await this.answer(client, batch);
      this.owner = idle || (client.gone && batch === ROLLBACK) ? null : client;
      if (idle && client.ready.length > 0 && !client.gone) this.waiting.add(client);
    }
  }

  /** Whose turn it is; null while the owner of the session has nothing to say, or nobody has. */
  private next(): WireClient | null {
    if (this.owner !== null) {
      return this.owner.gone || this.owner.ready.length > 0 ? this.owner : null;
    }
    for (const client of this.waiting) {
      this.waiting.delete(client);
      return client;
    }
    return null;
  }

  /** @returns whether the session is outside any transaction after the batch */
  private async answer(client: WireClient, batch: Uint8Array): Promise<boolean> {
    const watch = new ReadyWatch();
    await this.database.runExclusive(() =>
      this.database.execProtocolRawStream(batch, {
        onRawData: (data) => {
          const bytes = Buffer.from(data);
          watch.see(bytes);
          if (!client.gone && client.socket.writable) client.socket.write(bytes);
          // Told from here, as what it was asked may never come to an end.
          if (bytes.includes(DISK_FULL)) this.onFailure(new Error(FULL));
        },
      }),
    );
    return watch.idle;
  }
}

/**
 * The field of an error or a panic by SQLSTATE: disk_full. Between two zero bytes no row has it. Where its log of changes
 * has no room the embedded database spins without end after that, so it ends in words instead.
 */
const DISK_FULL = "\0C53100\0";
const FULL =
  "Its disk is full. What was acknowledged is stored: make room and start the program again.";

/** Follows the backend's messages: is the last of them a ReadyForQuery outside a transaction? */
class ReadyWatch {
  idle = false;
  private rest: Buffer = Buffer.alloc(0);
  private skip = 0;

  see(bytes: Buffer): void {
    let rest = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    while (true) {
      const skipped = Math.min(this.skip, rest.length);
      this.skip -= skipped;
      rest = rest.subarray(skipped);
      if (rest.length < 5 || (rest[0] === READY_FOR_QUERY && rest.length < 6)) break;
      this.idle = rest[0] === READY_FOR_QUERY && rest[5] === IDLE;
      this.skip = rest.readInt32BE(1) + 1;
    }
    this.rest = rest;
  }
}
