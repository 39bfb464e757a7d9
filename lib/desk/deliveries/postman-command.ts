import type { Database } from "@/lib/db/client";
import { confirmRequests, tellSubscribers } from "@/lib/desk/hub/hub-commands";
import { sendDigests } from "@/lib/desk/mail/mail-sending-command";
import type { Outside } from "@/lib/desk/outside/public-fetch";
import { queueWebhooks, sendDue } from "@/lib/desk/webhooks/webhook-sending-command";
import { log } from "@/lib/log/log";
import { finishBeforeStop, underWay } from "@/lib/site/running/under-way";

/** How long is waited between two rounds, in milliseconds. */
const PAUSE = 5_000;

/**
 * One round of all that is sent to others. Several processes may be at it at once: each takes what no other has, and what
 * one leaves unfinished is gone on with by another some minutes later.
 */
export async function deliverOnce(
  db: Database,
  { now = new Date(), outside }: { now?: Date; outside?: Outside } = {},
): Promise<void> {
  const rounds = [
    () => confirmRequests(db, now, outside),
    () => tellSubscribers(db, now, outside),
    () => queueWebhooks(db, now),
    () => sendDue(db, now, outside),
    () => sendDigests(db, now),
  ];
  // One that fails keeps no other from its work.
  for (const round of rounds) {
    try {
      await round();
    } catch (error) {
      log().error(error, "What is sent to others could not be gone on with");
    }
  }
}

/** Goes round for as long as the process runs. @param isAway whether the database could not be asked a moment ago */
export function startPostman(db: () => Database, isAway: () => boolean): void {
  const again = () => setTimeout(round, PAUSE).unref();
  const round = async () => {
    if (underWay().isStopping) return;
    if (!isAway()) await finishBeforeStop(deliverOnce(db()));
    again();
  };
  again();
}
