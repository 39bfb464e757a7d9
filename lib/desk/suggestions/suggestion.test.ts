import { expect, test } from "vitest";
import { correctionSchema } from "@/lib/desk/suggestions/suggestion";

function problemsOf(sources: string): string[] {
  const sent = {
    name: "",
    what: "A day is wrong",
    when: "",
    loss: "",
    who: "",
    email: "",
    sources,
  };
  return (correctionSchema.safeParse(sent).error?.issues ?? []).map(({ message }) => message);
}

test.each([
  ["https://user:secret@foo.example/", "must not hold a user’s name or password"],
  ["http://localhost:3000/", "must be on a host that everybody can reach"],
  ["https://foo.example/\u202efdp", "must not hold signs that cannot be seen"],
  ["ftp://foo.example/", "Each begins with https:// or http://"],
])("a reader's source %j is refused with what is wrong and what is allowed", (source, said) => {
  expect(problemsOf(`https://bar.example/ ${source}`)).toEqual([expect.stringContaining(said)]);
  expect(problemsOf("https://bar.example/")).toEqual([]);
});
