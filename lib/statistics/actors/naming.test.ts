import { expect, test } from "vitest";
import type { AttributionStatement } from "@/lib/record/attributions/attribution-statement";
import { contestedIncidents, firstStatements } from "@/lib/statistics/actors/naming";

const said = (
  slug: string,
  by: string,
  on: string | null,
  actor = "lazarus-group",
): AttributionStatement => ({
  by,
  on,
  confidence: "suspected",
  basis: null,
  source: `https://example.org/${by}`,
  actor: { slug: actor, name: actor, kind: "group", status: null, statusOn: null },
  incident: { slug, name: slug, occurredOn: "2023" },
});

test("who named an actor first is who is known to have: undated statements and whole months stand last", () => {
  const first = firstStatements([
    said("one", "Undated", null),
    said("one", "Month", "2023-09"),
    said("one", "Day", "2023-09-13"),
    said("one", "Year", "2023"),
    said("one", "Day", "2023-10-01"),
    said("other", "Undated", null),
    said("month", "Later", "2023-10-01"),
    said("month", "Month", "2023-09"),
  ]);
  expect([...first]).toEqual([
    ["one", { by: "Day", on: "2023-09-13", others: 3 }],
    ["other", { by: "Undated", on: null, others: 0 }],
    ["month", { by: "Month", on: "2023-09", others: 1 }],
  ]);
});

test("an incident is contested where somebody else is named as well, and shows both sides whole", () => {
  const own = [said("shared", "FBI", "2020"), said("own", "FBI", null), said("shared", "X", null)];
  const other = [said("shared", "Police", "2024-11-21", "andariel")];
  expect(contestedIncidents(own, other)).toEqual([
    { incident: other[0]?.incident, own: [own[0], own[2]], other },
  ]);
  expect(contestedIncidents(own, [])).toEqual([]);
});
