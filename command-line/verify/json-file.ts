import { z } from "zod";
import type { Server } from "@/command-line/server";
import {
  bytesAt,
  jsonIn,
  permanentPathIn,
  saySame,
  withEnding,
} from "@/command-line/verify/served-file";
import { failed, proved, unknown, type Verdict, verdictOf } from "@/command-line/verify/verdict";

const chartShape = z.looseObject({
  address: z.string(),
  numbersDigest: z.string(),
  version: z.int(),
});
const answerShape = z.looseObject({
  permanent_url: z.string(),
  version: z.int(),
  data: z.unknown(),
});

/** Holds a chart's or an answer's JSON against the same at the server; null where the value is neither. */
export async function verifyJson(value: unknown, server: Server): Promise<Verdict | null> {
  const chart = chartShape.safeParse(value);
  if (chart.success) return verifyChart(chart.data, server);
  const answer = answerShape.safeParse(value);
  return answer.success ? verifyAnswer(answer.data, server) : null;
}

async function verifyChart(chart: z.infer<typeof chartShape>, server: Server): Promise<Verdict> {
  const path = permanentPathIn(chart.address);
  if (path === null)
    return verdictOf([unknown(`The file names no permanent address: ${chart.address}`)]);
  const own = await jsonAt(server, withEnding(path, "json"));
  const now = chartShape.safeParse(own);
  if (!now.success) return verdictOf([failed(`The server has no chart at ${path}.`)]);
  if (now.data.numbersDigest !== chart.numbersDigest)
    return verdictOf([
      failed(
        `The numbers at ${path} have the SHA-256 ${now.data.numbersDigest} at this server, and the file says ${chart.numbersDigest}.`,
      ),
    ]);
  return verdictOf([compared(chart, now.data, path, ["address"])]);
}

async function verifyAnswer(answer: z.infer<typeof answerShape>, server: Server): Promise<Verdict> {
  const path = URL.canParse(answer.permanent_url, "http://lossline.invalid")
    ? server.pathOf(new URL(answer.permanent_url, "http://lossline.invalid").href)
    : null;
  if (path === null || !path.startsWith("/api/v1/"))
    return verdictOf([unknown(`The file names no permanent address: ${answer.permanent_url}`)]);
  const own = await jsonAt(server, path);
  if (own === null) return verdictOf([failed(`The server has nothing at ${path}.`)]);
  // Where the next page is depends on how this one was asked for.
  return verdictOf([compared(answer, own, path, ["permanent_url", "citation", "next"])]);
}

/** @param besides what names the server, which may have had another name when the file was made */
function compared(
  given: Record<string, unknown>,
  own: Record<string, unknown>,
  path: string,
  besides: readonly string[],
) {
  const names = [...new Set([...Object.keys(given), ...Object.keys(own)])].filter(
    (name) => !besides.includes(name),
  );
  const other = names.filter(
    (name) => !(name in given && name in own && saySame(given[name], own[name])),
  );
  return other.length === 0
    ? proved(`The server says the same at ${path}, member by member.`)
    : failed(`The server says something else at ${path}, in ${other.join(", ")}.`);
}

async function jsonAt(server: Server, path: string): Promise<Record<string, unknown> | null> {
  const bytes = await bytesAt(server, path);
  const value = bytes === null ? null : jsonIn(bytes.toString());
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
