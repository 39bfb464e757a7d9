import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { logFile, root, StepFailure } from "../progress.mjs";
import { programPath } from "./deployment-programs.mjs";
import { unprivilegedUser } from "./native-postgres.mjs";
import { trustingFetch } from "./trusting-fetch.mjs";
import { freePort } from "./web.mjs";

// What deploy/compose.yaml starts in containers, started as processes: by the same scripts, with the same files.

const deploy = (...names: string[]) => path.join(root, "deploy", ...names);

/** A program that can be killed outright and started again. */
interface Part {
  kill(): Promise<void>;
  start(): Promise<void>;
}

export class DeploymentStack {
  private readonly folder = mkdtempSync(path.join(tmpdir(), "lossline-deploy-"));
  private readonly user = unprivilegedUser();
  private readonly running = new Map<string, ChildProcess>();
  private readonly secrets = {
    DATABASE_PASSWORD: randomBytes(18).toString("hex"),
    REPLICATION_PASSWORD: randomBytes(18).toString("hex"),
    LOSSLINE_SECRET: randomBytes(32).toString("hex"),
  };
  private ports = { primary: 0, standby: 0, pooler: 0, one: 0, other: 0, http: 0, https: 0 };
  /** Which server the pooler takes for the primary. */
  private primary: "primary" | "standby" = "primary";
  /** As `fetch`, through nginx or directly. */
  fetch: typeof fetch = fetch;

  get base(): string {
    return `https://localhost:${this.ports.https}`;
  }
  get plainBase(): string {
    return `http://localhost:${this.ports.http}`;
  }
  /** The web processes themselves. */
  get webs(): string[] {
    return [this.ports.one, this.ports.other].map((port) => `http://localhost:${port}`);
  }
  get cacheFolder(): string {
    return path.join(this.folder, "cache");
  }

  /** Through the pooler. @param name `lossline`, or `lossline_read` for the standby */
  url(name: "lossline" | "lossline_read" = "lossline"): string {
    const { DATABASE_PASSWORD: password } = this.secrets;
    return `postgresql://lossline:${password}@127.0.0.1:${this.ports.pooler}/${name}`;
  }

  /** A server itself. */
  directUrl(name: "primary" | "standby"): string {
    const { DATABASE_PASSWORD: password } = this.secrets;
    return `postgresql://lossline:${password}@127.0.0.1:${this.ports[name]}/lossline`;
  }

  /**
   * Starts the servers, and the pooler before them.
   * @param synchronous whether a publication is acknowledged only when the standby has it
   */
  async startDatabase(synchronous = true): Promise<void> {
    process.once("exit", this.end);
    for (const name of Object.keys(this.ports) as (keyof typeof this.ports)[])
      this.ports[name] = await freePort();
    for (const name of ["primary", "standby", "pooler", "nginx", "cache"]) {
      mkdirSync(path.join(this.folder, name), { mode: 0o700 });
      if (this.user !== null) chownSync(path.join(this.folder, name), this.user.uid, this.user.gid);
    }
    if (this.user !== null) chownSync(this.folder, this.user.uid, this.user.gid);
    this.run("initdb", [
      `--pgdata=${this.data("primary")}`,
      "--username=postgres",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-sync",
    ]);
    this.spawn("primary", "postgres", [
      ...["-D", this.data("primary")],
      ...this.settings("primary"),
      ...(synchronous ? ["-c", "synchronous_standby_names=standby"] : []),
    ]);
    await this.until("the primary", () =>
      this.superuser("primary", "SELECT 1", { PGOPTIONS: "-c synchronous_commit=local" }),
    );
    this.run(deploy("postgres", "set-up.sh"), [], {
      PGHOST: this.folder,
      PGPORT: String(this.ports.primary),
      ...this.secrets,
    });
    this.startStandby();
    await this.until("the standby", () => this.superuser("standby", "SELECT 1"));
    await this.pooler.start();
  }

  private startStandby(): void {
    this.spawn("standby", deploy("postgres", "standby.sh"), this.settings("standby"), {
      PGDATA: this.data("standby"),
      PRIMARY_HOST: "127.0.0.1",
      PRIMARY_PORT: String(this.ports.primary),
      REPLICATION_PASSWORD: this.secrets.REPLICATION_PASSWORD,
    });
  }

  /** Starts both web processes, and nginx in front of them. */
  async startWebs(): Promise<void> {
    const key = path.join(this.folder, "key.pem");
    const certificate = path.join(this.folder, "certificate.pem");
    this.run("openssl", [
      ...["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt"],
      ...["ec_paramgen_curve:prime256v1", "-keyout", key, "-out", certificate],
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
    ]);
    this.fetch = trustingFetch(readFileSync(certificate));
    await Promise.all([this.web("one").start(), this.web("other").start()]);
    this.spawn("nginx", deploy("nginx", "start.sh"), [], {
      RUN_FOLDER: path.join(this.folder, "nginx"),
      CACHE_FOLDER: this.cacheFolder,
      NGINX_WORKERS: "1",
      WEB_ONE: `127.0.0.1:${this.ports.one}`,
      WEB_OTHER: `127.0.0.1:${this.ports.other}`,
      SITE_HOST: "localhost",
      HTTP_LISTEN: `127.0.0.1:${this.ports.http}`,
      HTTPS_LISTEN: `127.0.0.1:${this.ports.https}`,
      TLS_CERTIFICATE: certificate,
      TLS_KEY: key,
    });
    await this.until("nginx", async () => {
      const { status } = await this.fetch(`${this.base}/`);
      if (status >= 500) throw new Error(`it answers ${status}`);
    });
  }

  readonly pooler: Part = {
    kill: () => this.kill("pooler"),
    start: async () => {
      this.spawn("pooler", deploy("pgbouncer", "start.sh"), [], this.poolerSettings());
      await this.until("the pooler", () => this.ask(this.url("lossline_read"), "SELECT 1"));
    },
  };

  private poolerSettings(): Record<string, string> {
    return {
      RUN_FOLDER: path.join(this.folder, "pooler"),
      POOLER_PORT: String(this.ports.pooler),
      PRIMARY_HOST: "127.0.0.1",
      STANDBY_HOST: "127.0.0.1",
      PRIMARY_PORT: String(this.ports[this.primary]),
      STANDBY_PORT: String(this.ports.standby),
      DATABASE_PASSWORD: this.secrets.DATABASE_PASSWORD,
    };
  }

  /** A web process, as the unit of systemd starts it. */
  web(name: "one" | "other"): Part {
    return {
      kill: () => this.kill(`web-${name}`),
      start: async () => {
        const port = String(this.ports[name]);
        this.spawn(`web-${name}`, process.execPath, [path.join(root, "scripts", "serve.mjs")], {
          PORT: port,
          HOST: "127.0.0.1",
          DATABASE_URL: this.url(),
          DATABASE_READ_URL: this.url("lossline_read"),
          LOSSLINE_URL: this.base,
          LOSSLINE_SECRET: this.secrets.LOSSLINE_SECRET,
          LOSSLINE_TRUST_PROXY: "1",
        });
        await this.until(`web process ${name}`, async () => {
          const { status } = await fetch(`http://127.0.0.1:${port}/`);
          if (status >= 500) throw new Error(`it answers ${status}`);
        });
      },
    };
  }

  killPrimary(): Promise<void> {
    return this.kill("primary");
  }

  /** Makes the standby the primary, and tells the pooler so as an operator does. */
  async promote(): Promise<void> {
    this.run("pg_ctl", ["promote", "--wait", `--pgdata=${this.data("standby")}`]);
    this.primary = "standby";
    this.run(deploy("pgbouncer", "start.sh"), ["render"], this.poolerSettings());
    this.running.get("pooler")?.kill("SIGHUP");
  }

  /** Has nginx forget what it keeps, as an operator does. */
  purge(): void {
    this.run(deploy("nginx", "purge-cache.sh"), [], { CACHE_FOLDER: this.cacheFolder });
  }

  /** What a server says to its superuser. */
  async superuser(server: "primary" | "standby", sql: string, env = {}): Promise<string> {
    return this.run(
      "psql",
      ["--no-psqlrc", "--tuples-only", "--no-align", "--username=postgres", "--command", sql],
      { PGHOST: this.folder, PGPORT: String(this.ports[server]), ...env },
    ).trim();
  }

  /** Asks a question on a connection of its own. @returns the first value */
  async ask(url: string, sql: string): Promise<unknown> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return Object.values(rows[0] ?? {})[0];
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Ends all of it, and throws its data away. */
  readonly end = (): void => {
    process.off("exit", this.end);
    for (const { pid } of this.running.values()) {
      try {
        if (pid !== undefined) process.kill(-pid, "SIGKILL");
      } catch {
        // It has ended before.
      }
    }
    this.running.clear();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };

  private data(server: "primary" | "standby"): string {
    return path.join(this.folder, server, "server");
  }

  private settings(server: "primary" | "standby"): string[] {
    return [
      `config_file=${deploy("postgres", "postgresql.conf")}`,
      `hba_file=${deploy("postgres", "pg_hba.conf")}`,
      `port=${this.ports[server]}`,
      "listen_addresses=127.0.0.1",
      `unix_socket_directories=${this.folder}`,
    ].flatMap((setting) => ["-c", setting]);
  }

  private environment(env: Record<string, string>): NodeJS.ProcessEnv {
    // biome-ignore lint/style/noProcessEnv: handed on whole
    return { ...process.env, PATH: programPath(), ...env };
  }

  private run(program: string, args: string[], env: Record<string, string> = {}): string {
    try {
      return execFileSync(program, args, {
        cwd: this.folder,
        env: this.environment(env),
        encoding: "utf8",
        stdio: "pipe",
        ...this.user,
      });
    } catch (error) {
      const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
      throw new StepFailure(`${path.basename(program)}: ${said || String(error)}`);
    }
  }

  private spawn(name: string, program: string, args: string[], env: Record<string, string> = {}) {
    const log = openSync(logFile(`deploy-${name}`), "a");
    // A web process serves from the project's folder, which another user may not be let into.
    const user = name.startsWith("web-") ? {} : (this.user ?? {});
    const child = spawn(program, args, {
      cwd: name.startsWith("web-") ? root : this.folder,
      env: this.environment(env),
      stdio: ["ignore", log, log],
      detached: true,
      ...user,
    });
    this.running.set(name, child);
  }

  /** Kills a program outright, with all that it has started. */
  private async kill(name: string): Promise<void> {
    const child = this.running.get(name);
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await exit;
  }

  private async until(what: string, work: () => Promise<unknown>): Promise<void> {
    const end = performance.now() + 60_000;
    for (;;) {
      try {
        await work();
        return;
      } catch (error) {
        if (performance.now() > end) throw new StepFailure(`${what} does not start: ${error}`);
        await wait(150);
      }
    }
  }
}
