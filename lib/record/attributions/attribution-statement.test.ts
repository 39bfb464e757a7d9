import { expect, it } from "vitest";
import {
  type AttributionStatement,
  byParty,
} from "@/lib/record/attributions/attribution-statement";

it("gathers statements by party and counts each of its incidents once", () => {
  const said = (by: string, incident: string, actor: string): AttributionStatement => ({
    by,
    on: null,
    confidence: "likely",
    source: "https://example.org/",
    basis: null,
    actor: { slug: actor, name: actor, kind: "group", status: null, statusOn: null },
    incident: { slug: incident, name: incident, occurredOn: "2023" },
  });
  const parties = byParty([
    said("ZachXBT", "stake", "lazarus-group"),
    said("FBI", "stake", "lazarus-group"),
    said("FBI", "stake", "tradertraitor"),
    said("FBI", "alphapo", "lazarus-group"),
    said("Elliptic", "stake", "lazarus-group"),
  ]);
  expect(
    parties.map(({ name, incidents, statements }) => [name, incidents, statements.length]),
  ).toEqual([
    ["FBI", 2, 3],
    ["Elliptic", 1, 1],
    ["ZachXBT", 1, 1],
  ]);
});
