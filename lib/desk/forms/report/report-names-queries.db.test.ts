import { beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { reportNames } from "@/lib/desk/forms/report/report-names-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { anActor, anIncident, aSource, aTarget, publicationOf } from "@/testing/records";

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      targets: [
        aTarget({ slug: "heron-finance", name: "Heron Finance", aliases: ["HeronFi"] }),
        aTarget({ slug: "old-mint", name: "Old Mint" }),
      ],
      actors: [
        anActor({ slug: "grey-crew", name: "Grey Crew", aliases: ["GC-77"] }),
        anActor({ slug: "grey-crew-east", name: "Grey Crew East", parent: "grey-crew" }),
      ],
      incidents: [
        anIncident({
          sources: [
            aSource({
              url: "https://www.kestrel.example.org/heron?utm_source=x",
              publisher: "Kestrel",
              title: "How Heron was robbed",
              publishedOn: "2023-05-02",
            }),
          ],
        }),
      ],
    }),
    "A test",
  );
});

test("targets and actors are found by any of their names, and nobody else", async () => {
  const { targets, actors } = await reportNames(
    db,
    "Yesterday HERONFI was robbed. Some say that Grey Crew's eastern part, Grey Crew East, did it; others name GC-77.",
  );
  expect(targets.map(({ slug, name, otherNames }) => [slug, name, otherNames])).toEqual([
    ["heron-finance", "Heron Finance", ["HeronFi"]],
  ]);
  expect(actors.map(({ slug, parent }) => [slug, parent])).toEqual([
    ["grey-crew", null],
    ["grey-crew-east", "grey-crew"],
  ]);
});

test("a page that is a source already brings what the record knows of it, however it is linked to", async () => {
  const { pages } = await reportNames(db, "See http://kestrel.example.org/heron/#part-two.");
  expect(pages).toEqual([
    {
      key: "kestrel.example.org/heron",
      publisher: "Kestrel",
      title: "How Heron was robbed",
      publishedOn: "2023-05-02",
    },
  ]);
});

test("a text that names nothing finds nothing", async () => {
  expect(await reportNames(db, "it was a quiet day' | 'heron")).toEqual({
    targets: [],
    actors: [],
    pages: [],
  });
});
