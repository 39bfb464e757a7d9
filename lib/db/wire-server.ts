import { createServer, type Server } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { embeddedUrl } from "@/lib/db/embedded-url";
import {
  type CopyPlace,
  type CopyWords,
  copyWords,
  onlyReads,
  ReadingCopy,
} from "@/lib/db/reading-copy";
import { WireClient } from "@/lib/db/wire-client";
import { log } from "@/lib/log/log";

// Serves the one session of a PGlite to many clients of the PostgreSQL protocol.
//
// A client has the session from the first message of a batch until the backend says that it is
// ready and outside any transaction; the others wait in the order they came. PGlite's own socket
// server hands over between single messages, so one client's BEGIN falls between another's Parse
// and Bind, and a few concurrent transactions bring it to a halt. Whoever will have it for long says
// so before: then a copy of the database answers those who only read.

const READY_FOR_QUERY = 0x5a;
const IDLE = 0x49;
/** A statement that says what its client is about to do is short. */
const LONGEST_WORD = 1000;
/** Milliseconds in which a copy has to be used once it is there. */
const COPY_KEPT = 20_000;
const SYNC = [0x53, 0, 0, 0, 4];
const ROLLBACK = new Uint8Array([...SYNC, 0x51, 0, 0, 0, 13, ...Buffer.from("ROLLBACK\0")]);

export class WireServer {
  private readonly server: Server;
  private readonly clients = new Set<WireClient>();
  private readonly waiting = new Set<WireClient>();
  private owner: WireClient | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;
  /** What the database says to whoever comes in: the same to everybody. */
  private greeting: Buffer | null = null;
  private copy: ReadingCopy | null = null;
  private copying: Promise<void> | null = null;
  /** Whether others read from the copy, as the owner of the session writes. */
  private readsFromCopy = false;
  private readingFromCopy: Promise<void> | null = null;
  private dropping: Promise<void> = Promise.resolve();
  private readonly words: CopyWords;

  /**
   * @param onFailure told when the database itself fails; nothing is answered after that
   * @param copies null where none can be made, as of a database in memory
   */
  constructor(
    private readonly database: PGlite,
    private readonly password: string,
    private readonly onFailure: (failure: unknown) => void,
    private readonly copies: CopyPlace | null = null,
  ) {
    this.words = copyWords(password);
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
          if (client !== this.owner && !client.atCopy) this.waiting.add(client);
          this.pump();
          this.pumpCopy();
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
    await this.copying;
    this.dropCopy();
    await this.dropping;
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
      const said = batch.length < LONGEST_WORD ? Buffer.from(batch) : null;
      if (this.owner === null && said?.includes(this.words.make)) await this.makeCopy();
      const idle = await this.answer(client, batch);
      client.mainOnly = false;
      this.owner = idle || (client.gone && batch === ROLLBACK) ? null : client;
      if (this.owner === null && this.readsFromCopy) this.dropCopy();
      else if (this.owner !== null && this.copy !== null && said?.includes(this.words.read)) {
        this.readsFromCopy = true;
        this.pumpCopy();
      }
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
    // Whoever has a copy made goes on once it can be read from.
    const opened = this.copying;
    const waits =
      opened !== null &&
      batch.length < LONGEST_WORD &&
      Buffer.from(batch).includes(this.words.make);
    const held: Buffer[] = [];
    const isGreeting = batch[0] === 0;
    await this.database.runExclusive(() =>
      this.database.execProtocolRawStream(batch, {
        onRawData: (data) => {
          const bytes = Buffer.from(data);
          watch.see(bytes);
          if (waits || isGreeting) held.push(bytes);
          if (!waits && !client.gone && client.socket.writable) client.socket.write(bytes);
          // Told from here, as what it was asked may never come to an end.
          if (bytes.includes(DISK_FULL)) this.onFailure(new Error(FULL));
        },
      }),
    );
    if (isGreeting && watch.idle) this.greeting = Buffer.concat(held);
    if (waits)
      opened.finally(() => {
        if (!client.gone && client.socket.writable) client.socket.write(Buffer.concat(held));
      });
    return watch.idle;
  }

  /** Copies the database as it stands, while nothing is under way; the copy is opened beside what goes on. */
  private async makeCopy(): Promise<void> {
    const { copies } = this;
    if (copies === null || this.copy !== null || this.copying !== null) return;
    try {
      await this.dropping;
      // What is in memory alone is written first.
      await this.database.exec("CHECKPOINT");
      const { rows } = await this.database.query<{ first: string; last: string }>(
        "SELECT pg_walfile_name(redo_lsn) AS first, pg_walfile_name(pg_current_wal_insert_lsn()) AS last FROM pg_control_checkpoint()",
      );
      const [log] = rows;
      if (log !== undefined) ReadingCopy.copyFiles(copies, log);
    } catch (error) {
      // Without one, as on a full disk, others wait: that is no reason to write nothing.
      ReadingCopy.removeFiles(copies);
      log().warn(error, "No copy of the embedded database could be made.");
      return;
    }
    this.copying = ReadingCopy.open(copies)
      .then((copy) => {
        this.copy = copy;
        setTimeout(() => {
          if (this.copy === copy && !this.readsFromCopy) this.dropCopy();
        }, COPY_KEPT).unref();
      })
      .catch((error) => log().warn(error, "A copy of the embedded database could not be opened."))
      .finally(() => {
        this.copying = null;
      });
  }

  private dropCopy(): void {
    const { copy, readingFromCopy } = this;
    this.readsFromCopy = false;
    this.copy = null;
    if (copy === null) return;
    this.dropping = Promise.resolve(readingFromCopy)
      .then(() => copy.close())
      .catch((error) => log().warn(error, "A copy of the embedded database could not be closed."));
  }

  private pumpCopy(): void {
    const { copy } = this;
    if (copy === null || !this.readsFromCopy || this.readingFromCopy !== null) return;
    this.readingFromCopy = this.serveFromCopy(copy)
      .catch((error) => {
        log().warn(error, "The copy of the embedded database does not answer.");
        this.dropCopy();
      })
      .finally(() => {
        this.readingFromCopy = null;
        this.pump();
      });
  }

  private async serveFromCopy(copy: ReadingCopy): Promise<void> {
    for (let client = this.nextReader(); client !== null; client = this.nextReader()) {
      const batch = client.ready[0];
      if (batch === undefined) continue;
      this.waiting.delete(client);
      client.atCopy = true;
      let answer: Buffer | null = null;
      try {
        answer = batch[0] === 0 ? this.greeting : await copy.ask(batch);
      } finally {
        client.atCopy = false;
        if (answer === null) client.mainOnly = true;
        else client.ready.shift();
        if (!client.gone && client.ready.length > 0) this.waiting.add(client);
      }
      if (answer !== null && !client.gone && client.socket.writable) client.socket.write(answer);
    }
  }

  /** Who of those who wait can be answered from the copy; null where nobody can. */
  private nextReader(): WireClient | null {
    if (!this.readsFromCopy) return null;
    for (const client of this.waiting) {
      const batch = client.ready[0];
      if (client.mainOnly || batch === undefined) continue;
      if (onlyReads(batch) || (batch[0] === 0 && this.greeting !== null)) return client;
    }
    return null;
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
