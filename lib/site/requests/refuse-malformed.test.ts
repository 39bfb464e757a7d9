import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hideInnerHeaders } from "@/lib/site/requests/inner-headers";
import { answerPagesPlainly } from "@/lib/site/requests/plain-pages";
import { refuseMalformed } from "@/lib/site/requests/refuse-malformed";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

/** Answers with what it was handed. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.setHeader("X-Middleware-Rewrite", "/inner");
  response.end(
    JSON.stringify({ body: Buffer.concat(chunks).toString(), rsc: request.headers.rsc }),
  );
});

beforeAll(async () => {
  refuseMalformed();
  answerPagesPlainly();
  hideInnerHeaders();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: readonly string[];
}

function send({ method = "GET", path = "/", headers = {}, body = [] }: Sent) {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const sent = ask({ host: "127.0.0.1", port, method, path, headers }, async (response) => {
        let text = "";
        for await (const chunk of response) text += String(chunk);
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
      });
      sent.on("error", reject);
      for (const part of body) sent.write(part);
      sent.end();
    },
  );
}

const form = {
  method: "POST",
  headers: { "content-type": "multipart/form-data; boundary=----WebKitFormBoundary0xYz9876" },
};

test.each<[number, Sent]>([
  [405, { method: "TRACE" }],
  [204, { method: "OPTIONS", path: "*" }],
  [400, { path: "*" }],
  [400, { path: "/desk/%" }],
  [400, { path: "/desk/%ff/a?b=c" }],
  [400, { path: "/suggest/%zz" }],
  [400, { path: "/font/%e0%a4" }],
  [400, { ...form, headers: { "content-type": "multipart/form-data" }, body: ["--x"] }],
  [400, { ...form, body: ["garbage"] }],
  [400, { ...form, body: [] }],
  [400, { ...form, body: ["--xY"] }],
])("%i: %j is not handed on", async (status, sent) => {
  const answer = await send(sent);
  expect(answer.status).toBe(status);
  expect(answer.text === "").toBe(status === 204);
  if (status === 405) expect(answer.headers.allow).toBe("GET, HEAD, OPTIONS, POST");
});

test.each<Sent>([
  {},
  { method: "DELETE" },
  { path: "/incidents?q=%" },
  { path: "/%ff" },
  { path: "/desk/%E2%82%AC?q=%" },
  { path: "/desk", method: "POST", body: ["a=b"] },
])("%j is", async (sent) => {
  expect((await send(sent)).status).toBe(200);
});

test.each([
  [
    "whole",
    [
      '------WebKitFormBoundary0xYz9876\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------WebKitFormBoundary0xYz9876--\r\n',
    ],
  ],
  [
    "in pieces",
    [
      "--",
      "----WebKit",
      "FormBoundary0xYz9876\r\n",
      "more",
      "------WebKitFormBoundary0xYz9876--\r\n",
    ],
  ],
])("a form is handed on as it was sent, %s", async (_, body) => {
  const answer = await send({ ...form, body });
  expect([answer.status, JSON.parse(answer.text).body]).toEqual([200, body.join("")]);
});

/** A form whose length is said before, as browsers say it. */
const lengthy = (body: readonly string[]): Sent => ({
  ...form,
  headers: { ...form.headers, "content-length": String(Buffer.byteLength(body.join(""))) },
  body,
});
const head = 'Content-Disposition: form-data; name="a"';

test.each([
  [
    "in pieces",
    [
      "------WebKitFormBoundary0xYz9876\r\n",
      `${head}\r\n`,
      "\r\n",
      "1\r",
      "\n------WebKitFormBoundary0xYz9876-",
      "-\r\n",
    ],
  ],
  [
    "a long one",
    [
      `------WebKitFormBoundary0xYz9876\r\n${head}\r\n\r\n`,
      "a".repeat(600_000),
      "\r\n------WebKitFormBoundary0xYz9876--\r\n",
    ],
  ],
])("a form of known length is handed on as it was sent, %s", async (_, body) => {
  const answer = await send(lengthy(body));
  expect([answer.status, JSON.parse(answer.text).body]).toEqual([200, body.join("")]);
});

test.each([
  ["is cut off", [`------WebKitFormBoundary0xYz9876\r\n${head}\r\n\r\n1`]],
  ["is cut off in its headers", ["------WebKitFormBoundary0xYz9876\r\nContent-Dis"]],
  [
    "has a part that begins with no header",
    ["------WebKitFormBoundary0xYz9876\r\nfoo\r\n\r\n1\r\n------WebKitFormBoundary0xYz9876--\r\n"],
  ],
  ["is empty", [""]],
])("a form that %s is not handed on", async (_, body) => {
  expect((await send(lengthy(body))).status).toBe(400);
});

test("the arguments of a server action must be JSON", async () => {
  const call = (text: string) =>
    send({
      method: "POST",
      headers: {
        "next-action": "x",
        "content-type": "text/plain;charset=UTF-8",
        "content-length": String(text.length),
      },
      body: [text],
    });
  for (const text of ["[]", '["$undefined",1]'])
    expect(JSON.parse((await call(text)).text).body).toBe(text);
  for (const text of ["", "htx", "[", '["$@1"]']) expect((await call(text)).status).toBe(400);
});

test("a quoted boundary is read as well", async () => {
  const headers = {
    "content-type": 'multipart/form-data; boundary="----WebKitFormBoundary0123456789"',
  };
  expect(
    (await send({ ...form, headers, body: ["------WebKitFormBoundary0123456789\r\n"] })).status,
  ).toBe(200);
});

test("pages are asked for as pages, and inner addresses stay inside", async () => {
  const headers = { rsc: "1" };
  const page = await send({ path: "/v/1/incidents", headers });
  expect(JSON.parse(page.text).rsc).toBeUndefined();
  expect(page.headers["x-middleware-rewrite"]).toBeUndefined();
  expect(JSON.parse((await send({ path: "/desk", headers })).text).rsc).toBe("1");
});
