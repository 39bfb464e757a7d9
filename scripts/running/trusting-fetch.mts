import { Agent, request } from "node:https";

/** As `fetch`, of servers whose certificate one of ours has signed, and without following redirects. */
export function trustingFetch(ca: Buffer, connections = 50): typeof fetch {
  const agent = new Agent({ ca, keepAlive: true, maxSockets: connections });
  return async (input, init) => {
    const asked = new Request(input, init);
    const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer());
    return new Promise((resolve, reject) => {
      const { method, headers, signal, url } = asked;
      const length = body === null ? {} : { "content-length": String(body.length) };
      const sent = request(
        url,
        { agent, method, signal, headers: { ...Object.fromEntries(headers), ...length } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () =>
            resolve(responseOf(answer.statusCode ?? 0, answer.rawHeaders, chunks)),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body ?? undefined);
    });
  };
}

function responseOf(status: number, raw: readonly string[], chunks: Buffer[]): Response {
  const headers = new Headers();
  for (let place = 0; place + 1 < raw.length; place += 2)
    headers.append(raw[place] ?? "", raw[place + 1] ?? "");
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers });
}
