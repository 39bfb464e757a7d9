import { STATUS_CODES } from "node:http";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import type { RequestProblem } from "@/lib/site/requests/request-problem";

/** A problem as programs read it (RFC 9457); the same members in every answer of a file, a feed or oEmbed. */
export interface ProblemDocument {
  /** There is no page about each kind of problem, so that `title` is that of the status. */
  type: "about:blank";
  title: string;
  status: number;
  /** All of it in sentences, for people. */
  detail: string;
  /** What cannot be read of the URL, each with what is allowed; `given` is null where it is missing. */
  problems: RequestProblem["problems"];
}

/** What is told of a problem. */
export function problemDocument(
  problem: Pick<RequestProblem, "status" | "title" | "problems" | "missing">,
): ProblemDocument {
  const { status, title, problems, missing } = problem;
  const sentences = [
    `${title}.`,
    ...(missing === undefined ? [] : [missing]),
    ...problems.map(
      ({ parameter, given, allowed }) =>
        `${parameter}${given === null ? "" : `=${given}`}: allowed is ${allowed}.`,
    ),
  ];
  return {
    type: "about:blank",
    title: STATUS_CODES[status] ?? title,
    status,
    detail: sentences.join(" "),
    problems,
  };
}

/** The answer by which programs are told of a problem. */
export function sendProblem(
  problem: Parameters<typeof problemDocument>[0],
  headers: Record<string, string> = {},
): Response {
  return new Response(`${JSON.stringify(problemDocument(problem), null, 2)}\n`, {
    status: problem.status,
    headers: {
      ...READABLE_ANYWHERE,
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
