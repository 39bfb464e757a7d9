import { expect, test } from "vitest";
import {
  areReadableArguments,
  isReadable,
  isReadableForm,
} from "@/lib/site/requests/readable-form";

const BOUNDARY = "----WebKitFormBoundary0123456789";
const type = `multipart/form-data; boundary=${BOUNDARY}`;
const part = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const is = (text: string, as = type) => isReadableForm(new TextEncoder().encode(text), as);
const end = `--${BOUNDARY}--\r\n`;
const whole = `${part("one", "1")}${part("", "")}${part("text", "--x\r\n\r\n----y \u00e4")}${end}`;

test("what browsers send can be read, files and bound actions too", async () => {
  expect(await is(whole)).toBe(true);
  const form = new FormData();
  form.set("$ACTION_REF_1", "");
  form.set("$ACTION_1:0", JSON.stringify({ id: "60ab", bound: "$@1" }));
  form.set("$ACTION_1:1", JSON.stringify([{ problems: [], given: { a: "$$1 and $2.50" } }]));
  form.set("file", new File(["a\r\n--b"], "a.csv", { type: "text/csv" }));
  const sent = new Response(form);
  const bytes = new Uint8Array(await sent.arrayBuffer());
  expect(await isReadableForm(bytes, sent.headers.get("content-type") ?? "")).toBe(true);
});

test("a form that is cut off anywhere cannot", async () => {
  for (let length = 0; length < whole.length - 4; length += 3)
    expect([length, await is(whole.slice(0, length))]).toEqual([length, false]);
});

test.each([
  ["a line that is no header", `--${BOUNDARY}\r\nfoo\r\n\r\nb\r\n${end}`],
  ["a part without headers", `--${BOUNDARY}\r\n\r\nb\r\n${end}`],
  ["an argument that is no JSON", `${part("0", "htx")}${end}`],
  ["an argument that stands for nothing", `${part("0", '["$@1"]')}${end}`],
  ["a bound action that is not there", `${part("$ACTION_REF_1", "")}${end}`],
])("one with %s cannot", async (_, text) => {
  expect(await is(text)).toBe(false);
});

test("arguments are found by their numbers, which are hexadecimal", () => {
  const fields = new Map([
    ["0", '["$K1","$@a","$Q10:x"]'],
    ["10", "1"],
    ["16", "1"],
    ["1_name", "Ada"],
  ]);
  expect(areReadableArguments(fields)).toBe(true);
  fields.delete("16");
  expect(areReadableArguments(fields)).toBe(false);
  for (const text of ["$undefined", "$D2023-09-12T00:00:00.000Z", "$n10", "$NaN", "$$1", "$50.5"])
    expect([text, isReadable(JSON.stringify([text]), () => false)]).toEqual([text, true]);
});

test("what calls an action by a header holds its arguments", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(await isReadableForm(bytes(whole), type, true)).toBe(false);
  expect(await isReadableForm(bytes(`${part("0", "[]")}${end}`), type, true)).toBe(true);
});
