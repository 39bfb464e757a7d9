import { z } from "zod";
import { wrongServer } from "@/command-line/failure";
import type { Server } from "@/command-line/server";
import type { PublisherKey } from "@/command-line/verify/publisher-key";
import { asServerFailure } from "@/command-line/verify/server-failure";
import { failed, proved, unknown, type Verdict, verdictOf } from "@/command-line/verify/verdict";
import { askServer } from "@/lib/site/proof/ask-server";
import { checkGiven, type Finding } from "@/lib/site/proof/check-given";
import { readGiven } from "@/lib/site/proof/given-revision";

const toolShape = z.object({
  result: z.object({
    isError: z.boolean().optional(),
    content: z.array(z.looseObject({ text: z.string().optional() })),
    structuredContent: z
      .looseObject({
        agrees: z.boolean().nullable(),
        version: z.int(),
        record_says: z.string(),
        amounts: z.array(z.object({ said: z.string(), agrees: z.boolean() })),
        // Earlier servers hold amounts alone.
        counts: z.array(z.object({ said: z.string(), agrees: z.boolean() })).default([]),
        url: z.string(),
      })
      .optional(),
  }),
});

/** Checks what a text says, or what somebody has of a revision, against the record and its log. */
export async function verifyText(
  text: string,
  server: Server,
  key: PublisherKey | null,
): Promise<Verdict> {
  const given = readGiven(text);
  if (given.form === "revision" || given.form === "checkpoint")
    return verdictOf(await inLog(text, server, key));
  const cited = await verifyCitation(text, server);
  if (given.form === "unknown") return cited;
  const { findings } = verdictOf(await inLog(given.path, server, key));
  return {
    ...cited,
    findings: [...cited.findings, ...findings],
    holds: cited.holds && findings.every(({ outcome }) => outcome !== "failed"),
  };
}

/** Holds revisions against the log, each with the salt that came with it. */
export async function verifyRevisions(
  revisions: readonly unknown[],
  server: Server,
  key: PublisherKey | null,
): Promise<Verdict> {
  const logKey = key === null ? null : await key.forLog(server);
  // One reader of the log for all of them: what it has read it keeps.
  const asking = askServer(server.base, null, logKey, server.fetch);
  const findings: Finding[] = [];
  for (const [at, revision] of revisions.entries()) {
    const found = await asServerFailure(checkGiven(JSON.stringify(revision), asking));
    // The first finding is of the newest checkpoint, and the same for all.
    findings.push(...found.findings.slice(at === 0 ? 0 : 1));
  }
  return verdictOf(findings);
}

async function inLog(text: string, server: Server, key: PublisherKey | null) {
  const logKey = key === null ? null : await key.forLog(server);
  const asking = askServer(server.base, null, logKey, server.fetch);
  const { findings } = await asServerFailure(checkGiven(text, asking));
  return findings;
}

/** What the record's own tool says of a citation: whether the record at the version that is cited says the amounts in it. */
async function verifyCitation(citation: string, server: Server): Promise<Verdict> {
  const { result } = await call(server, citation);
  const said = result.content.map(({ text = "" }) => text).join("\n");
  const data = result.structuredContent;
  if (result.isError === true || data === undefined) return verdictOf([unknown(said.trim())]);
  const { agrees, version, record_says, amounts, counts, url } = data;
  const about = `Version ${version} says: ${record_says.replace(/\.$/, "")} (${server.url(url)}).`;
  if (agrees === null)
    return {
      findings: [
        unknown(
          "It names no amount in US dollars and no number of incidents that could be held against the record.",
        ),
      ],
      holds: false,
      said: about,
    };
  const findings = [...amounts, ...counts].map(({ said, agrees }) =>
    agrees
      ? proved(`${said} agrees with the record.`)
      : failed(`${said} does not agree with the record.`),
  );
  return { findings, holds: agrees, said: about };
}

/** Calls the tool by the Model Context Protocol, each call by itself. */
async function call(server: Server, citation: string): Promise<z.infer<typeof toolShape>> {
  const url = server.url("/mcp");
  const response = await server.fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
      "MCP-Protocol-Version": "2025-06-18",
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "verify_citation", arguments: { citation } },
    }),
  });
  if (!response.ok) throw wrongServer(`${url} answered ${response.status}.`);
  const read = toolShape.safeParse(messageIn(await response.text()));
  if (!read.success)
    throw wrongServer(`${url} answered in a form that this program does not know.`);
  return read.data;
}

/** The message of an answer, as JSON or as the one event of a stream. */
function messageIn(text: string): unknown {
  const events = text
    .split(/\r?\n/)
    .flatMap((line) => (line.startsWith("data:") ? [line.slice(5)] : []));
  for (const each of [text, ...events])
    try {
      return JSON.parse(each);
    } catch {
      // The next may be it.
    }
  return null;
}
