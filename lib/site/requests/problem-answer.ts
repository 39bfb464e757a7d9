import type { RequestProblem } from "@/lib/site/requests/request-problem";

/** What is answered to those who asked for a file instead of a page. */
interface ProblemAnswer {
  type: string;
  body: string;
}

/** A problem in the format that a URL asks for by its ending; null where that is a page. */
export function problemAnswer(problem: RequestProblem, pathname: string): ProblemAnswer | null {
  const ending = /\.(json|csv|svg|png|zip|atom)$/.exec(pathname)?.[1];
  if (ending === undefined) return null;
  const { status, title, problems, missing } = problem;
  if (ending === "json") {
    const body = { status, title, ...(missing === undefined ? {} : { missing }), problems };
    return { type: "application/json; charset=utf-8", body: `${JSON.stringify(body, null, 2)}\n` };
  }
  const lines = [
    `${title}.`,
    ...(missing === undefined ? [] : [missing]),
    ...problems.map(
      ({ parameter, given, allowed }) =>
        `${parameter}${given === null ? "" : `=${given}`}: allowed is ${allowed}.`,
    ),
  ];
  return { type: "text/plain; charset=utf-8", body: `${lines.join("\n")}\n` };
}
