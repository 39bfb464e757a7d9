import { expect, test } from "vitest";
import { isWholeForm } from "@/lib/site/requests/whole-form";

const START = "----x";
const part = (value: string) =>
  `${START}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${value}\r\n`;
const whole = `${part("one")}${part("")}${part("--x\r\n\r\n----y \u00e4")}${START}--\r\n`;
const is = (text: string) => isWholeForm(Buffer.from(text), START);

test("what a browser sends is whole, without parts and with text after its end too", async () => {
  expect(is(whole)).toBe(true);
  expect(is(`${START}--`)).toBe(true);
  expect(is(`${whole}and more`)).toBe(true);
  const form = new FormData();
  form.set("name", "ä\r\nb");
  form.set("file", new File(["a\r\n--b"], "a.csv", { type: "text/csv" }));
  const sent = new Response(form);
  const [, boundary = ""] = /boundary=(.+)$/.exec(sent.headers.get("content-type") ?? "") ?? [];
  expect(isWholeForm(Buffer.from(await sent.arrayBuffer()), `--${boundary}`)).toBe(true);
});

test("a form that is cut off anywhere is not", () => {
  const end = whole.lastIndexOf("--");
  for (let length = 0; length < end + 1; length++) expect(is(whole.slice(0, length))).toBe(false);
});

test.each([
  ["a line that is no header", `${START}\r\nfoo\r\n\r\nb\r\n${START}--`],
  ["a part without headers", `${START}\r\n\r\n\r\nb\r\n${START}--`],
  ["a header with a space in its name", `${START}\r\nCon tent: a\r\n\r\nb\r\n${START}--`],
  ["headers without end", `${START}\r\nA: ${"b".repeat(20_000)}\r\n\r\nb\r\n${START}--`],
  ["something behind a delimiter", `${START} \r\nA: b\r\n\r\nb\r\n${START}--`],
])("%s makes it none", (_, text) => {
  expect(is(text)).toBe(false);
});
