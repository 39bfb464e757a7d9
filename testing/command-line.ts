import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { run } from "@/command-line/run";

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

/** What every answer of a server about a list of incidents begins with. */
export const ABOUT_INCIDENTS = {
  title: "Incidents",
  version: 3,
  published_on: "2025-05-05",
  rule: "",
  rule_in_words: "Incidents",
  coverage: null,
  licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  citation: "Lossline",
  permanent_url: "/api/v1/incidents?version=3",
};

/** Runs the command line in this process, as it would be started without a terminal. */
export async function asked(
  args: readonly string[],
  { server, input = [] }: { server?: string; input?: readonly string[] } = {},
): Promise<Said> {
  const [stdout, stderr] = [kept(), kept()];
  const code = await run(args, {
    stdin: (async function* () {
      yield* input;
    })(),
    stdout: stdout.stream,
    stderr: stderr.stream,
    server,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function kept() {
  const pieces: Buffer[] = [];
  return {
    stream: new Writable({
      write(piece, _, done) {
        pieces.push(Buffer.from(piece));
        done();
      },
    }),
    text: () => Buffer.concat(pieces).toString(),
  };
}

/** A server that is a test's own, and ends with it. @returns its URL */
export async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
