import { expect, test } from "vitest";
import { publish } from "@/lib/record/publishing/publish-command";
import { chargedTogether } from "@/lib/statistics/totals/charged-together-queries";
import { totalsByActor } from "@/lib/statistics/totals/total-queries";
import { testDatabase } from "@/testing/database";
import { anActor, anAttribution, anIncident, publicationOf } from "@/testing/records";

test("counts what one charge attributes to several actors, none part of another", async () => {
  const { db } = await testDatabase();
  const actors = ["one", "other", "whole"].map((slug) => anActor({ slug, parent: null }));
  const part = anActor({ slug: "part", parent: "whole" });
  const charge = (actor: string, given: Parameters<typeof anAttribution>[0] = {}) =>
    anAttribution({ actor, basis: "charge", on: "2023-06-09", confidence: "likely", ...given });
  const theft = (slug: string, ...attributions: ReturnType<typeof charge>[]) =>
    anIncident({ slug, attributions });
  const incidents = [
    theft("together", charge("one"), charge("other")),
    theft("undated", charge("one", { on: null }), charge("other", { on: null })),
    theft("by-several", charge("one"), charge("other", { source: "https://example.org/b" })),
    theft("on-days", charge("one"), charge("other", { on: "2023-06" })),
    theft("analysed", charge("one", { basis: null }), charge("other", { basis: null })),
    theft("part-and-whole", charge("whole"), charge("part")),
    theft("alone", charge("one")),
  ];
  await publish(db, publicationOf({ actors: [...actors, part], incidents }), "Start");
  expect(await chargedTogether(db, 1, {}, "suspected")).toBe(2);
  expect(await totalsByActor(db, 1, {}, "suspected")).toMatchObject({ chargedTogether: 2 });
  expect(await totalsByActor(db, 1, {}, "confirmed")).toMatchObject({ chargedTogether: 0 });
  expect(await chargedTogether(db, 1, {}, "confirmed")).toBe(0);
  expect(await chargedTogether(db, 1, { to: "2009-12-31" }, "suspected")).toBe(0);
});
