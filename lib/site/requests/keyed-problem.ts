import { STATUS_CODES } from "node:http";

/** What is wrong with one field of what a program sent. */
export interface SentProblem {
  /** As a path, such as `content.lossEstimates.0.amountUsd`; empty for the whole. */
  field: string;
  /** What is wrong and what is allowed. */
  message: string;
  /** Whether it is a warning, which its author may confirm by sending `key` along. */
  warning?: boolean;
  key?: string;
}

/** Of an answer to a key: never kept, and nothing that scripts of other sites may read. */
export const KEYED_HEADERS = { "Cache-Control": "no-store", Vary: "Authorization" };

/** A problem as a program reads it that writes by a key (RFC 9457). @param more further members */
export function sendKeyedProblem(
  status: number,
  detail: string,
  problems: readonly SentProblem[] = [],
  { headers = {}, more = {} }: { headers?: Record<string, string>; more?: object } = {},
): Response {
  const title = STATUS_CODES[status] ?? "";
  const document = { type: "about:blank", title, status, detail, problems, ...more };
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    status,
    headers: {
      ...KEYED_HEADERS,
      "Content-Type": "application/problem+json; charset=utf-8",
      ...headers,
    },
  });
}
