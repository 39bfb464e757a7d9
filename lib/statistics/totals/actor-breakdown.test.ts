import { describe, expect, test } from "vitest";
import type { ActorNode } from "@/lib/record/actors/actor";
import { actorBreakdown } from "@/lib/statistics/totals/actor-breakdown";

const node = (actorId: number, slug: string, parent: string | null): ActorNode => ({
  actorId,
  slug,
  name: slug.toUpperCase(),
  kind: "group",
  status: null,
  statusOn: null,
  country: null,
  parent,
});
const row = (actorId: number, lossUsd: number, incidents = 1, unknownSize = 0) => ({
  actorId,
  incidents,
  unknownSize,
  lossUsd,
});
const total = { incidents: 9, unknownSize: 1, lossUsd: 100 };
const unattributed = { incidents: 2, unknownSize: 0, lossUsd: 10 };

const actors = [
  node(1, "part-small", "whole"),
  node(2, "idle", null),
  node(3, "whole", null),
  node(4, "part-large", "whole"),
  node(5, "inner", "part-large"),
  node(6, "alone", null),
];

describe("a breakdown by actor", () => {
  const breakdown = actorBreakdown(total, actors, {
    rows: [row(1, 5), row(3, 60, 4, 1), row(4, 55, 3), row(5, 55, 3), row(6, 70)],
    unattributed,
    sharedIncidents: 2,
    chargedTogether: 0,
  });

  test("holds every part under its whole, the largest loss first", () => {
    expect(breakdown.actors).toEqual([
      { slug: "alone", name: "ALONE", incidents: 1, unknownSize: 0, lossUsd: 70, parts: [] },
      {
        slug: "whole",
        name: "WHOLE",
        incidents: 4,
        unknownSize: 1,
        lossUsd: 60,
        parts: [
          {
            slug: "part-large",
            name: "PART-LARGE",
            incidents: 3,
            unknownSize: 0,
            lossUsd: 55,
            parts: [
              {
                slug: "inner",
                name: "INNER",
                incidents: 3,
                unknownSize: 0,
                lossUsd: 55,
                parts: [],
              },
            ],
          },
          {
            slug: "part-small",
            name: "PART-SMALL",
            incidents: 1,
            unknownSize: 0,
            lossUsd: 5,
            parts: [],
          },
        ],
      },
    ]);
  });

  test("leaves out an actor without an incident and keeps what is attributed to nobody", () => {
    expect(JSON.stringify(breakdown)).not.toContain("idle");
    expect(breakdown).toMatchObject({ total, unattributed, sharedIncidents: 2 });
  });

  test("puts equal losses in the order of incidents, then of names", () => {
    const equal = actorBreakdown(
      total,
      [node(1, "b", null), node(2, "a", null), node(3, "c", null)],
      {
        rows: [row(1, 1), row(2, 1), row(3, 1, 2)],
        unattributed,
        sharedIncidents: 0,
        chargedTogether: 0,
      },
    );
    expect(equal.actors.map(({ slug }) => slug)).toEqual(["c", "a", "b"]);
  });

  test("of nothing is empty", () => {
    const empty = actorBreakdown(total, actors, {
      rows: [],
      unattributed,
      sharedIncidents: 0,
      chargedTogether: 0,
    });
    expect(empty.actors).toEqual([]);
  });
});
