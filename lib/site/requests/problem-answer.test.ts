import { expect, test } from "vitest";
import { problemDocument, sendProblem } from "@/lib/site/requests/problem-answer";
import {
  badParameters,
  busy,
  emptyRecord,
  noPage,
  notAllowed,
  notMade,
  unreachable,
} from "@/lib/site/requests/request-problem";

const bad = badParameters(
  [
    { parameter: "period", given: "2023-13", allowed: "a year, quarter or month" },
    { parameter: "version", given: null, allowed: "a version" },
  ],
  null,
);

test.each([
  bad,
  noPage("/x.csv", 1),
  emptyRecord(),
  unreachable(),
  busy(),
  notMade(),
  notAllowed(),
])("a problem of status $status has the shape of all others", async (problem) => {
  const answer = sendProblem(problem, { "Retry-After": "5" });
  expect(answer.status).toBe(problem.status);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(answer.headers.get("Retry-After")).toBe("5");
  const told = await answer.json();
  expect(Object.keys(told)).toEqual(["type", "title", "status", "detail", "problems"]);
  expect(told.status).toBe(problem.status);
  expect(told.detail).toContain(problem.title);
});

test("a problem says what is wrong and what is allowed", () => {
  expect(problemDocument(bad)).toEqual({
    type: "about:blank",
    title: "Bad Request",
    status: 400,
    detail:
      "Something in this URL cannot be read. period=2023-13: allowed is a year, quarter or month. version: allowed is a version.",
    problems: bad.problems,
  });
});
