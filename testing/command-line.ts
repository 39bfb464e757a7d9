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
