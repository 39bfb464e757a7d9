import { createHash } from "node:crypto";
import { z } from "zod";
import type { Server } from "@/command-line/server";
import { canonicalJson } from "@/lib/values/text/canonical-json";

/** The bytes at a path; null where the server has nothing there, or refuses to make it. */
export async function bytesAt(server: Server, path: string): Promise<Buffer | null> {
  const response = await server.fetch(server.url(path));
  if (!response.ok) {
    await response.body?.cancel();
    return null;
  }
  return Buffer.from(await response.arrayBuffer());
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Whether two JSON texts say the same, however each is written. */
export function saySame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** The path of the file behind a page: that of the page, with an ending. */
export function withEnding(path: string, ending: string): string {
  const [pathname = "", query] = path.split("?");
  const bare = pathname.replace(/\.[a-z0-9]+$/, "");
  return `${bare}.${ending}${query === undefined ? "" : `?${query}`}`;
}

/** The path of a page of a version in a text, which never changes; null where there is none. */
export function permanentPathIn(text: string): string | null {
  const found = /\/v\/\d+(?:\/[^\s"'<>()]*)?/.exec(text)?.[0];
  return found === undefined ? null : found.replaceAll("&amp;", "&").replace(/[.,;:!?)\]]+$/, "");
}

const dumpsShape = z.object({
  next: z.string().nullable(),
  data: z.array(
    z.object({
      version: z.int(),
      dumps: z.array(z.object({ url: z.string(), sha256: z.string() })),
    }),
  ),
});

/** Which file of a dump has a digest, as `csv/incidents.csv of version 7`; null where none that is offered has. */
export async function dumpFileOf(server: Server, sha256: string): Promise<string | null> {
  let next: string | null = "/api/v1/versions?fields=version,dumps&limit=1000";
  while (next !== null) {
    const { answer }: { answer: z.infer<typeof dumpsShape> } = await server.json(next, dumpsShape);
    for (const { version, dumps } of answer.data) {
      const found = dumps.find((file) => file.sha256 === sha256);
      if (found !== undefined)
        return `${found.url.replace(/^.*\/dumps\/\d+\//, "")} of the dump of version ${version}`;
    }
    next = answer.next === null ? null : server.pathOf(answer.next);
  }
  return null;
}

/** A text read as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
