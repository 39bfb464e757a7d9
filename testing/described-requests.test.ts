import { expect, test } from "vitest";
import { apiDescription } from "@/lib/site/open-data/description";
import { contradictionsOf, type Description } from "@/testing/described-requests";

const contradictions = contradictionsOf(apiDescription() as unknown as Description);
const always = { "RateLimit-Policy": "x", "Cache-Control": "x" };
const problem = {
  type: "about:blank",
  title: "Bad Request",
  status: 400,
  detail: "x",
  problems: [],
};
const type = (media: string) => ({ ...always, "Content-Type": media });
const asProblem = type("application/problem+json; charset=utf-8");

test.each<[what: string, said: RegExp | null, path: string, answer: () => Response]>([
  [
    "a problem as it is described",
    null,
    "/actors",
    () => Response.json(problem, { status: 400, headers: asProblem }),
  ],
  [
    "a problem without what is wrong",
    /problems/,
    "/actors",
    () => Response.json({ ...problem, problems: undefined }, { status: 400, headers: asProblem }),
  ],
  ["a failure", /500/, "/actors", () => new Response("", { status: 500, headers: always })],
  [
    "another type",
    /text\/html/,
    "/actors",
    () => new Response("<p>", { headers: type("text/html") }),
  ],
  [
    "a list without its rows",
    /data/,
    "/actors",
    () => Response.json({}, { headers: type("application/json") }),
  ],
  [
    "a form of the same path by what is accepted",
    null,
    "/actors",
    () => new Response("id\r\n", { headers: type("text/csv") }),
  ],
  [
    "a form that has another path",
    /text\/csv/,
    "/actors/{id}",
    () => new Response("id\r\n", { headers: type("text/csv") }),
  ],
  [
    "a line that is no change",
    /must/,
    "/changes.jsonl",
    () => new Response("{}\n", { headers: type("application/jsonl") }),
  ],
  [
    "a header that is missing",
    /RateLimit-Policy/,
    "/actors",
    () => new Response(null, { status: 304, headers: { "Cache-Control": "x" } }),
  ],
  [
    "a redirect that leads nowhere",
    /Location/,
    "/actors/{id}",
    () => new Response(null, { status: 307, headers: always }),
  ],
])("%s is told apart", async (_, said, path, answer) => {
  const found = (await contradictions(path, answer())).join("\n");
  if (said === null) expect(found).toBe("");
  else expect(found).toMatch(said);
});
