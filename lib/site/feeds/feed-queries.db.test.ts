import { expect, test } from "vitest";
import { checkpointAt } from "@/lib/record/proof/log-queries";
import { logText } from "@/lib/record/versions/version";
import { topicFeed } from "@/lib/site/feeds/feed-queries";
import type { Topic } from "@/lib/site/feeds/topic";
import { incident, publishRecords } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";

const RULE = { filters: {}, measure: "gross", estimate: "best" } as const;
const TOPICS: Topic[] = [
  { of: "selection", view: { filters: {}, sort: "newest" } },
  { of: "record", view: { kind: "incident", slug: "theft" } },
  { of: "address", view: { chain: "ethereum", text: `0x${"ab".repeat(20)}` } },
  { of: "citation", view: { version: 1, rule: RULE } },
  { of: "versions" },
];

test("every feed names the log at its version, and at a version stays the same bytes", async () => {
  const { db } = await testDatabase();
  await publishRecords(db, [incident("theft", { lossUsd: 5_000_000 })]);
  await reviseIncident(db, "theft", { lossUsd: 6_000_000 });
  const feeds = async (version: number) => {
    const made: string[] = [];
    for (const topic of TOPICS) {
      const feed = await topicFeed(db, topic, { version, base: "https://lossline.example" });
      made.push(feed?.document ?? "none");
    }
    return made;
  };
  const logAt = async (version: number) => {
    const checkpoint = await checkpointAt(db, version);
    if (checkpoint === null) throw new Error(`no checkpoint of version ${version}`);
    return logText(checkpoint);
  };
  const second = await feeds(2);
  for (const document of second) expect(document).toContain(await logAt(2));
  await reviseIncident(db, "theft", { lossUsd: 7_000_000 });
  expect(await feeds(2)).toEqual(second);
  for (const document of await feeds(3)) expect(document).toContain(await logAt(3));

  // What was published before feeds named a log keeps its bytes.
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`UPDATE log_checkpoint SET is_in_feeds = false WHERE version = 3`,
  ]);
  const [selection = ""] = await feeds(3);
  expect(selection).toMatch(/withdrawn last\.<\/subtitle>/);
});
