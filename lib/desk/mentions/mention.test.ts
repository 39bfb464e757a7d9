import { describe, expect, test } from "vitest";
import { mentionedIn } from "@/lib/desk/mentions/mention";

const PEOPLE = [
  { id: "ada", name: "Ada Byron" },
  { id: "adam", name: "Adam" },
  { id: "grace", name: "Grace Hopper" },
  { id: "grace2", name: "Grace Kelly" },
  { id: "renee", name: "Rene\u0301e O’Neil" },
  { id: "jp", name: "Jean-Paul" },
  { id: "kim", name: "김 민지" },
];
const meant = (text: string) => mentionedIn(text, PEOPLE).people;

describe("whom a text speaks to", () => {
  test.each([
    ["@Ada Byron, is this a source?", ["ada"]],
    ["Is this one, @ada?", ["ada"]],
    ["@ADA  BYRON", ["ada"]],
    ["(@Adam) and @Ada: both", ["adam", "ada"]],
    ["@Ada @Ada Byron", ["ada"]],
    ["@Renée O’Neil", ["renee"]],
    ["line\n@jean-paul", ["jp"]],
    ["@김 민지", ["kim"]],
    ["@Grace Kelly", ["grace2"]],
    ["@Ada's draft", ["ada"]],
    ["@Ada\nByron", ["ada"]],
  ])("%s", (text, people) => {
    expect(meant(text)).toEqual(people);
  });

  test.each([
    "Ada",
    "ada@byron.example",
    "x.@Ada",
    "@Adalbert",
    "@ Ada",
    "@",
    "@nobody",
    "@Byron",
    "",
  ])("not in %j", (text) => {
    expect(mentionedIn(text, PEOPLE)).toEqual({ people: [], unclear: [] });
  });

  test("of a name that several have, none is guessed", () => {
    expect(mentionedIn("@Grace, and @Grace Hopper", PEOPLE)).toEqual({
      people: ["grace"],
      unclear: ["grace"],
    });
  });

  test("a whole name is nobody else's first name", () => {
    const people = [
      { id: "whole", name: "Ada" },
      { id: "other", name: "Ada Byron" },
    ];
    expect(mentionedIn("@Ada", people)).toEqual({ people: ["whole"], unclear: [] });
  });

  test("a long text is read at once", () => {
    const began = performance.now();
    meant("@Ada Byro ".repeat(20_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
