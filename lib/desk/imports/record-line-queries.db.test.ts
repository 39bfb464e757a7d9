import { expect, test } from "vitest";
import { readRecords } from "@/lib/desk/imports/read-records-queries";
import { recordLines } from "@/lib/desk/imports/record-line-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { anIncident, publicationOf } from "@/testing/records";

test("a file of many revisions is compared in steps, so that others have their turn", async () => {
  const { db } = await testDatabase();
  const all = Array.from({ length: 50 }, (_, place) =>
    anIncident({ slug: `theft-${place}`, name: `Theft ${place}`, attributions: [] }),
  );
  await publish(db, publicationOf({ incidents: all }), "Start");
  const revised = all.map((incident) => ({ ...incident, summary: "Told anew." }));
  const { records } = await readRecords(
    db,
    { text: JSON.stringify(revised), prepared: false },
    async () => {},
  );
  let pauses = 0;
  const lines = await recordLines(db, records, async () => {
    pauses += 1;
  });
  expect(lines.map(({ becomes }) => becomes)).toEqual(all.map(() => "revised"));
  expect(lines[0]?.changes).toEqual([expect.stringContaining("→ Told anew.")]);
  expect(pauses).toBe(3);
});
