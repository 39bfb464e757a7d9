import path from "node:path";
import { z } from "zod";
import { type Command, type Given, lastValue } from "@/command-line/command";
import { downloadFile, type OfferedFile } from "@/command-line/commands/download-file";
import { EXIT, Failure, wrongServer, wrongUsage } from "@/command-line/failure";
import { option, SERVER_OPTIONS } from "@/command-line/options";
import type { Server } from "@/command-line/server";

const versionsShape = z.object({
  version: z.int(),
  next: z.string().nullable(),
  data: z.array(
    z.object({
      version: z.int(),
      dumps: z.array(
        z.object({
          url: z.string(),
          bytes: z.int().min(0),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      ),
    }),
  ),
});
type Offered = z.infer<typeof versionsShape>["data"][number];

/** Which files a form is, by their paths. What proves and describes the dump comes with each. */
const FORMS: Readonly<Record<string, RegExp>> = {
  csv: /\.csv$/,
  parquet: /\.parquet$/,
  jsonl: /\.jsonl$/,
  sqlite: /\.sqlite$/,
};
const IS_DATA = /\.(csv|parquet|jsonl|sqlite)$/;
/** What says that all is there, and so comes last. */
const LAST = ["dump.json", "SHA256SUMS"];

export const dump: Command = {
  name: "dump",
  about:
    "Downloads the dump of a version and checks every file. What was begun goes on where it was cut off; a file has its own name only once all of it is there.",
  words: null,
  takes: [0, 0],
  completes: [],
  options: [
    option(
      "version",
      "VERSION",
      "a version of the record; the newest that has a dump where it is left out",
    ),
    option("out", "DIR", "the folder to write to (lossline-v<version>)"),
    ...SERVER_OPTIONS,
  ],
  formats: ["all", "csv", "parquet", "jsonl", "sqlite"],
  examples: ["lossline dump --format parquet", "lossline dump --version 7 --out record-7"],
  async run(given, surroundings) {
    const server = surroundings.server();
    const { output, notes } = surroundings;
    const { version, files } = await offered(server, given);
    const folder = path.resolve(lastValue(given, "out") ?? `lossline-v${version}`);
    const wanted = files.filter(({ path: name }) => isWanted(name, given.format));
    const all = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
    let [done, kept] = [0, 0];
    for (const file of inOrder(wanted)) {
      const before = done;
      const { wasThere } = await downloadFile(server, file, path.join(folder, file.path), (here) =>
        notes.progress(`${megabytes(before + here)} of ${megabytes(all)}: ${file.path}`),
      );
      done += file.bytes;
      if (wasThere) kept += 1;
    }
    notes.endProgress();
    await output.line(
      `Version ${version}: ${wanted.length} files, ${megabytes(all)}, each with the SHA-256 that the server says${kept === 0 ? "" : `; ${kept} were there already`}.`,
    );
    if (given.format !== "all")
      await output.line("SHA256SUMS names all files of the dump, and so more than these.");
    await output.line(folder);
    return EXIT.ok;
  },
};

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

function isWanted(name: string, form: string): boolean {
  return form === "all" || !IS_DATA.test(name) || FORMS[form]?.test(name) === true;
}

function inOrder(files: readonly OfferedFile[]): OfferedFile[] {
  const place = ({ path: name }: OfferedFile) => LAST.indexOf(name);
  return files.toSorted((one, other) => place(one) - place(other));
}

/** What is offered of the version that is asked for. @throws {Failure} where nothing is */
async function offered(
  server: Server,
  given: Given,
): Promise<{ version: number; files: OfferedFile[] }> {
  const asked = lastValue(given, "version");
  if (asked !== null && !/^[1-9]\d{0,8}$/.test(asked))
    throw wrongUsage(`--version ${asked}: allowed is a version that there is, such as 1.`);
  if (asked !== null) {
    const { answer } = await server.json(
      `/api/v1/versions?fields=version,dumps&limit=1&version=${asked}`,
      versionsShape,
    );
    const [found] = answer.data;
    if (found === undefined || found.dumps.length === 0)
      throw new Failure(EXIT.notSo, `The server offers no dump of version ${asked}.`);
    return filesOf(found);
  }
  let next: string | null = "/api/v1/versions?fields=version,dumps&limit=100";
  while (next !== null) {
    const { answer }: { answer: z.infer<typeof versionsShape> } = await server.json(
      next,
      versionsShape,
    );
    const found = answer.data.find(({ dumps }) => dumps.length > 0);
    if (found !== undefined) return filesOf(found);
    next = answer.next === null ? null : server.pathOf(answer.next);
  }
  throw new Failure(EXIT.notSo, "The server offers no dump of any version.");
}

/** @throws {Failure} where a path would lead out of the folder */
function filesOf({ version, dumps }: Offered): { version: number; files: OfferedFile[] } {
  return {
    version,
    files: dumps.map(({ url, bytes, sha256 }) => {
      const [, name = ""] = /\/dumps\/\d+\/([\w.-]+(?:\/[\w.-]+)*)$/.exec(url) ?? [];
      if (name === "" || name.split("/").some((part) => /^\.+$/.test(part)))
        throw wrongServer(`The server names a file of the dump that is none: ${url}`);
      return { path: name, url, bytes, sha256 };
    }),
  };
}
