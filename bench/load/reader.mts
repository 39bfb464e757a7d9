import http from "node:http";

/** What came of one question. */
export interface Answer {
  /** The answer's status; 0 where the connection failed. */
  status: number;
  /** Milliseconds until it was there whole. */
  took: number;
  /** Whether it was answered from what is kept. */
  isKept: boolean;
  text: string;
}

/** Asks as a browser does: over connections that stay open, and for packed answers. @param readers at most at once */
export function readerOf(address: string, readers: number): (path: string) => Promise<Answer> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: readers });
  return (path) =>
    new Promise((resolve) => {
      const start = performance.now();
      const end = (status: number, isKept = false, text = "") =>
        resolve({ status, took: performance.now() - start, isKept, text });
      http
        .get(address + path, { agent, headers: { "accept-encoding": "identity" } }, (response) => {
          const chunks: Buffer[] = [];
          const { statusCode = 0, headers } = response;
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", () => end(0));
          response.on("end", () => {
            const isKept = String(headers["cache-status"] ?? "").startsWith("lossline; hit");
            end(statusCode, isKept, Buffer.concat(chunks).toString());
          });
        })
        .on("error", () => end(0));
    });
}

/** The time within which so many of some answers were there; null where there were none. */
export function within(share: number, answers: readonly Answer[]): number | null {
  const times = answers.map(({ took }) => took).sort((one, other) => one - other);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
}
