import { expect, test } from "vitest";
import { incidentsToPick } from "@/lib/desk/proposals/pick-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { anIncident } from "@/testing/records";

test("dates the incidents to pick as precisely as they are known", async () => {
  const { db } = await testDatabase();
  const incidents = ["2023-09-12", "2023-08", "2022"].map((occurredOn) =>
    anIncident({ slug: `theft-${occurredOn}`, name: "A theft", occurredOn }),
  );
  await publish(
    db,
    { incidents, actors: [], figures: [], knownAddresses: [], targets: [], coverage: [] },
    "Start",
  );
  expect((await incidentsToPick(db, "a theft")).map(({ detail }) => detail)).toEqual([
    "12\u00a0Sep 2023 · theft-2023-09-12",
    "Aug 2023 · theft-2023-08",
    "2022 · theft-2022",
  ]);
});
