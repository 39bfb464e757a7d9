import type { z } from "zod";
import { visitor } from "@/app/desk/visitor";
import { LONGEST_SENT } from "@/app/gate/keyed-gate";
import { database } from "@/lib/db/client";
import { Forbidden, may, type Person } from "@/lib/desk/access/access";
import { bearerOf } from "@/lib/desk/keys/api-key";
import { acceptKey } from "@/lib/desk/keys/key-commands";
import { log } from "@/lib/log/log";
import type { Problem } from "@/lib/record/publishing/problem";
import { warningKey } from "@/lib/record/publishing/problem";
import {
  KEYED_HEADERS,
  type SentProblem,
  sendKeyedProblem,
} from "@/lib/site/requests/keyed-problem";
import { parseWithQuantities } from "@/lib/values/quantities/exact-json";

/** A program that writes, and for whom. */
export interface Keyed {
  by: Person;
  keyId: number;
  /** The site as the program knows it. */
  origin: string;
}

/** What is told of what was sent; the rest of the way is not gone. */
class Refused extends Error {
  constructor(readonly response: Response) {
    super("refused");
  }
}

/** Answers a program that shows a key; whoever shows none that works, or may not do it, is told so. */
export async function answerKeyed(
  request: Request,
  answer: (keyed: Keyed) => Promise<Response>,
): Promise<Response> {
  try {
    const { address, origin } = await visitor();
    const secret = bearerOf(request.headers.get("authorization"));
    const use = await acceptKey(database(), null, { secret, address });
    if ("unknown" in use)
      return sendKeyedProblem(401, use.unknown, [], {
        headers: {
          "WWW-Authenticate": `Bearer realm="desk"${secret === null ? "" : ', error="invalid_token"'}`,
        },
      });
    if ("waitSeconds" in use)
      return sendKeyedProblem(
        429,
        `That was too much at once: try again in ${use.waitSeconds} seconds.`,
        [],
        { headers: { "Retry-After": String(use.waitSeconds) } },
      );
    const { person: by, keyId } = use;
    return await answer({ by, keyId, origin });
  } catch (error) {
    if (error instanceof Refused) return error.response;
    if (error instanceof Forbidden) return sendKeyedProblem(403, error.message);
    log().error(error, "A program that writes by a key could not be answered");
    return sendKeyedProblem(500, "This could not be done. It is in the log of the server.");
  }
}

/** What was done, as a program reads it. */
export function sendDone(status: 200 | 201, content: object, headers: Record<string, string> = {}) {
  return Response.json(content, { status, headers: { ...KEYED_HEADERS, ...headers } });
}

/**
 * What a program sent, by its schema.
 * @throws {Refused} where it is no JSON, too long, or something else than the schema takes
 */
export async function readSent<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json(?:\s*;|$)/i.test(type.trim()))
    throw new Refused(
      sendKeyedProblem(415, "Send JSON, with the header “Content-Type: application/json”."),
    );
  const text = await readText(request);
  let sent: unknown;
  try {
    sent = parseWithQuantities(text);
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 200) : "";
    throw new Refused(sendKeyedProblem(400, `What was sent is no JSON: ${said}.`));
  }
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 20).map((issue): SentProblem => {
    const extra = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
    const path = extra === undefined ? issue.path : [...issue.path, extra.slice(0, 60)];
    const message = extra === undefined ? issue.message : "There is no such field here.";
    return { field: path.join("."), message };
  });
  throw new Refused(
    sendKeyedProblem(400, "Something that was sent is not as it has to be.", problems),
  );
}

/** The body as text, read no further than it may be long. */
async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) break;
    length += next.value.length;
    if (length > LONGEST_SENT) {
      await reader?.cancel();
      throw new Refused(
        sendKeyedProblem(413, `At most ${LONGEST_SENT / 1_000_000} MB may be sent at once.`),
      );
    }
    chunks.push(next.value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refused(sendKeyedProblem(400, "What was sent is no text in UTF-8."));
  }
}

/** The id of a URL. @throws {Refused} where it is none */
export function draftId(given: string): number {
  if (/^[1-9]\d{0,9}$/.test(given) && Number(given) <= 2_147_483_647) return Number(given);
  throw new Refused(noDraft());
}

export function noDraft(): Response {
  return sendKeyedProblem(404, "There is no such draft of this key’s owner.");
}

/** @throws {Forbidden} where neither key nor owner may */
export function demand(by: Person, action: "proposal.read"): void {
  if (!may(by, action)) throw new Forbidden(action, true);
}

/** Problems of a record as a program reads them. @param under the field that holds the record */
export function sentProblems(problems: readonly Problem[], under = "content"): SentProblem[] {
  return problems
    .filter(({ informs }) => informs !== true)
    .map((problem) => {
      const [first, ...rest] = problem.path;
      const isNote = first === "_note" || (first === "note" && rest.length === 0);
      const field = isNote ? "note" : [under, ...problem.path].join(".");
      const { message } = problem;
      return problem.question === true
        ? { field, message, warning: true, key: warningKey(problem) }
        : { field, message };
    });
}
