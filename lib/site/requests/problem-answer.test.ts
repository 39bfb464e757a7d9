import { expect, test } from "vitest";
import { problemAnswer } from "@/lib/site/requests/problem-answer";

const problem = {
  status: 400 as const,
  title: "Something in this URL cannot be read",
  problems: [{ parameter: "period", given: "2023-13", allowed: "a year, quarter or month" }],
  version: null,
};

test("a page's problem is told by a page", () => {
  expect(problemAnswer(problem, "/periods/2023-13")).toBeNull();
});

test("JSON is answered with JSON", () => {
  const answer = problemAnswer(problem, "/moved.json");
  expect(answer?.type).toContain("application/json");
  expect(JSON.parse(answer?.body ?? "")).toEqual({
    status: 400,
    title: problem.title,
    problems: problem.problems,
  });
});

test.each(["svg", "png", "csv", "zip", "atom"])("%s is answered with text", (ending) => {
  const answer = problemAnswer({ ...problem, missing: "Nothing." }, `/periods/2023-13.${ending}`);
  expect(answer?.type).toContain("text/plain");
  expect(answer?.body).toBe(
    "Something in this URL cannot be read.\nNothing.\nperiod=2023-13: allowed is a year, quarter or month.\n",
  );
});
