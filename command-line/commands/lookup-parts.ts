import { z } from "zod";
import { asQuery } from "@/command-line/commands/year";
import type { Server } from "@/command-line/server";

/** As many entries and as many bytes as the server takes at once. */
const MOST_ENTRIES = 1_000;
const MOST_BYTES = 500_000;

const matchShape = z.object({
  kind: z.string(),
  name: z.string(),
  url: z.string(),
  role: z.string().nullable(),
  source: z.string().nullable(),
});

/** What is known of an entry; whatever else the server says of it is handed on as it is. */
const entryShape = z.looseObject({
  given: z.string(),
  read_as: z.string().nullable(),
  result: z.string(),
  text: z.string().nullable(),
  chains: z.array(z.string()),
  known_as: z.string().nullable(),
  matches: z.array(matchShape.loose()),
});

const answerShape = z.object({
  version: z.int(),
  caveat: z.string(),
  data: z.array(entryShape),
});
export type LookupAnswer = z.infer<typeof answerShape>;

export const rangeShape = z.object({
  version: z.int(),
  caveat: z.string().optional(),
  data: z.array(
    z.looseObject({
      rest: z.string(),
      text: z.string(),
      chains: z.array(z.string()),
      known_as: z.string().nullable(),
      matches: z.array(matchShape.loose()),
    }),
  ),
});

/** Entries in parts that the server takes at once. */
export async function* parts(entries: AsyncIterable<string>): AsyncGenerator<string[]> {
  let [part, bytes] = [[] as string[], 0];
  for await (const entry of entries) {
    const own = Buffer.byteLength(JSON.stringify(entry)) + 1;
    if (part.length === MOST_ENTRIES || (part.length > 0 && bytes + own > MOST_BYTES)) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(entry);
    bytes += own;
  }
  if (part.length > 0) yield part;
}

/** What the server answers of a part. @param version null for the newest */
export async function lookedUpPart(
  server: Server,
  entries: readonly string[],
  version: string | null,
): Promise<LookupAnswer> {
  const query = asQuery(new URLSearchParams(version === null ? {} : { version }));
  const { answer } = await server.json(`/api/v1/lookup${query}`, answerShape, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ entries }),
  });
  return answer;
}
