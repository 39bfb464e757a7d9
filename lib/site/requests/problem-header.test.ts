import { expect, test } from "vitest";
import { readProblem, writeProblem } from "@/lib/site/requests/problem-header";
import type { RequestProblem } from "@/lib/site/requests/request-problem";

const problem: RequestProblem = {
  status: 400,
  title: "Something in this URL cannot be read",
  problems: [{ parameter: "q", given: "ü\r\nSet-Cookie: a=b\u0000%", allowed: "“text”" }],
  missing: "There is no page at /ü%.",
  version: null,
};

test("a problem is carried in a header whole", () => {
  expect(readProblem(writeProblem(problem))).toEqual(problem);
});

test("nothing in it can end the header or start another", () => {
  expect(writeProblem(problem)).toMatch(/^[\w!'()*.~%-]+$/);
});

test("there is none without the header", () => {
  expect(readProblem(null)).toBeNull();
});
