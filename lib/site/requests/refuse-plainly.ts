import type { IncomingMessage, ServerResponse } from "node:http";
import { isForPrograms } from "@/lib/site/requests/for-programs";
import { RETRY_AFTER, type RequestProblem } from "@/lib/site/requests/request-problem";

/** Answers with a problem by itself, where Next is not to be asked: it is busy, or has failed. */
export function refusePlainly(
  { method, url = "", headers }: IncomingMessage,
  response: ServerResponse,
  { status, title, missing = "" }: RequestProblem,
): void {
  const path = url.replace(/\?.*/s, "");
  const { type, body } = isForPrograms(path)
    ? {
        type: "application/problem+json",
        body: JSON.stringify({ status, title, detail: missing }),
      }
    : headers["next-action"] !== undefined
      ? // Next's own client shows what it is told in words.
        { type: "text/plain", body: `${title}. ${missing}` }
      : { type: "text/html; charset=utf-8", body: page(title, missing) };
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Cache-Control": "no-store",
    "Retry-After": RETRY_AFTER,
  });
  response.end(method === "HEAD" ? undefined : body);
}

/** A page that needs nothing else to be read. */
function page(title: string, sentence: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – Lossline</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 Georgia,serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${sentence}</p>
</main>
</body>
</html>
`;
}
