import { randomBytes } from "node:crypto";
import path from "node:path";
import { openDatabase } from "@/lib/db/client";
import { makeSetUpLink } from "@/lib/desk/people/link-command";
import { attempt, root } from "../progress.mjs";
import { ensureBrowser, playwrightArguments } from "./browser.mjs";
import { build } from "./build.mjs";
import { ensureDrawingPrograms } from "./drawing-programs.mjs";
import { type PreparedDatabase, preparedDatabase } from "./temporary-database.mjs";
import { playwrightCounts } from "./test-counts.mjs";
import type { Options } from "./test-options.mjs";
import { type Outcome, reportFile } from "./test-parts.mjs";
import { freePort, startWeb } from "./web.mjs";

/** `record` reads the record; `desk` publishes. */
type BrowserProject = "record" | "desk";

/**
 * The record's tests share one server. The desk's publish, so that each of its workers has a server and a
 * database of its own; three of them, because they wait for the browser more than they compute.
 */
const SERVERS: Record<BrowserProject, number> = { record: 1, desk: 3 };

type Server = {
  /** What playwright.config.ts sets for the worker that has this server. */
  env: {
    BASE_URL: string;
    DATABASE_URL: string;
    DESK_SETUP_LINK: string;
    LOSSLINE_SECRET: string;
  };
  stop(): Promise<void>;
};

/** Drives a browser through the built program, on copies of one database with the starting dataset. */
export class BrowserTests {
  private database: Promise<PreparedDatabase> | null = null;

  constructor(private readonly options: Pick<Options, "files" | "smoke">) {}

  /** Whether any of the files that were asked for is one of a project's. */
  hasFiles(project: BrowserProject): boolean {
    return this.options.files.length === 0 || this.filesOf(project).length > 0;
  }

  async run(project: BrowserProject): Promise<Outcome> {
    this.database ??= prepared();
    if (project === "record" && this.needsDrawingPrograms()) await ensureDrawingPrograms();
    const database = await this.database;
    const files = this.filesOf(project);
    const count = this.options.smoke || files.length === 1 ? 1 : SERVERS[project];
    const servers: Server[] = [];
    try {
      for (let number = 1; number <= count; number++)
        servers.push(await serverOn(database, `${project}_${number}`));
      const report = reportFile(project);
      const { code, output } = await attempt(
        project,
        process.execPath,
        playwrightArguments({ project, smoke: this.options.smoke, files }),
        {
          inSight: files.length > 0,
          env: {
            TEST_SERVERS: JSON.stringify(servers.map(({ env }) => env)),
            PLAYWRIGHT_JSON_OUTPUT_FILE: report,
            NO_COLOR: "1",
          },
        },
      );
      return { ...playwrightCounts(report, code), output };
    } finally {
      for (const server of servers) await server.stop();
    }
  }

  async end(): Promise<void> {
    await (await this.database?.catch(() => null))?.drop();
  }

  private needsDrawingPrograms(): boolean {
    const { files, smoke } = this.options;
    return !smoke && (files.length === 0 || files.some((file) => file.includes("svg-programs")));
  }

  private filesOf(project: BrowserProject): string[] {
    return this.options.files.filter(
      (file) => (project === "desk") === file.replace(`${root}/`, "").startsWith("e2e/desk"),
    );
  }
}

async function prepared(): Promise<PreparedDatabase> {
  await ensureBrowser();
  await build(() => {});
  return preparedDatabase();
}

const stub = path.join(root, "scripts", "running", "outside-stub.cjs");

async function serverOn(prepared: PreparedDatabase, use: string): Promise<Server> {
  const database = await prepared.copy(use);
  try {
    const link = await setUpSecret(database.url);
    const secret = randomBytes(32).toString("hex");
    const web = await startWeb({
      port: await freePort(),
      databaseUrl: database.url,
      secret,
      quiet: true,
      // What the desk asks other servers is answered by a few pages of ours.
      ...(use.startsWith("desk") && { env: { NODE_OPTIONS: `--require ${JSON.stringify(stub)}` } }),
    });
    return {
      env: {
        BASE_URL: web.address,
        DATABASE_URL: database.url,
        DESK_SETUP_LINK: `${web.address}/desk/join/${link}`,
        // What else only a message holds can be made of it: the link that ends them.
        LOSSLINE_SECRET: secret,
      },
      stop: async () => {
        await web.stop();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The secret of the link by which the first admin comes in. */
async function setUpSecret(url: string): Promise<string> {
  const db = openDatabase(url, 1);
  try {
    return (await makeSetUpLink(db)) ?? "";
  } finally {
    await db.$disconnect();
  }
}
