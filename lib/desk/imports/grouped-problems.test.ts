import { expect, test } from "vitest";
import { groupedProblems } from "@/lib/desk/imports/grouped-problems";

test("what is told alike is one group, wherever it stands in the file, and the commonest is first", () => {
  const problem = (record: number, field: string, message: string) => ({
    record,
    line: record + 1,
    name: `Theft ${record}`,
    field,
    message,
  });
  const groups = groupedProblems([
    problem(1, "occurredOn", "It is no day."),
    ...Array.from({ length: 250 }, (_, index) => problem(index + 1, "category", "It is none.")),
    problem(400, "category", "It is none."),
    problem(401, "technique", "It is none."),
  ]);
  expect(groups.map(({ record, field, others }) => [record, field, others])).toEqual([
    [1, "category", 250],
    [1, "occurredOn", 0],
    [401, "technique", 0],
  ]);
});
