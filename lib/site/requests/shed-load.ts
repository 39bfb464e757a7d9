import type { IncomingMessage, ServerResponse } from "node:http";
import { isForPrograms } from "@/lib/site/requests/for-programs";
import { busy, RETRY_AFTER } from "@/lib/site/requests/request-problem";
import { onRequest } from "@/lib/site/requests/server-hooks";

// More requests at once than can be answered within about ten seconds are turned away at once, before anything is made of
// them: otherwise everybody waits for minutes, and memory grows with those who wait.

/** So many answers are made at once, or wait for it. A page takes 50 to 100 ms. */
const MOST_AT_ONCE = 64;

/** Editors are never turned away for readers; scripts cost nothing; pages that are being made are asked for from inside. */
const ALWAYS = /^\/(?:desk|versioned|_next|font)(?:\/|$)/;

let underWay = 0;

/** Requests for what is kept, of which it could not be confirmed in time that it holds. */
const kept = new WeakSet<IncomingMessage>();

/** Has a request led on however many are under way: it is for what is kept, and costs little. */
export function letThrough(request: IncomingMessage): void {
  kept.add(request);
}

/** Whether nobody waits for an answer that is not kept. */
export function isQuiet(): boolean {
  return underWay === 0;
}

/** Turns readers away who come while so many others are being answered that they would wait too long. */
export function shedLoad(): void {
  onRequest((request, response, next) => {
    const path = (request.url ?? "").replace(/\?.*/s, "");
    if (ALWAYS.test(path) || kept.has(request)) return next();
    if (underWay >= MOST_AT_ONCE) {
      turnAway(path, request, response);
      return true;
    }
    underWay += 1;
    response.once("close", () => {
      underWay -= 1;
    });
    return next();
  });
}

function turnAway(path: string, { method }: IncomingMessage, response: ServerResponse): void {
  const problem = busy();
  const { status, title, missing = "" } = problem;
  const { type, body } = isForPrograms(path)
    ? {
        type: "application/problem+json",
        body: JSON.stringify({ status, title, detail: missing }),
      }
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
