import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { ftmEntities } from "@/lib/site/exchange/ftm/ftm-entities";
import { incidentUrls } from "@/lib/site/exchange/incident-urls";
import type { Snapshot, UrlOf } from "@/lib/site/exchange/snapshot";
import { snapshotAt } from "@/lib/site/exchange/snapshot-queries";
import { actorBundle, incidentBundle, recordBundle } from "@/lib/site/exchange/stix/bundle";
import { madeFile } from "@/lib/site/exports/file-cache";
import { routes } from "@/lib/site/urls/routes";
import type { ExchangeView, Exported } from "@/lib/site/urls/routes/exchange-routes";

type Context = {
  params: Promise<{ reference: string; format: string; collection: string; slug: string }>;
};

const TYPES = {
  stix: "application/stix+json;version=2.1; charset=utf-8",
  ftm: "application/jsonl; charset=utf-8",
} as const;

/** The record, an incident or an actor as STIX 2.1 or FollowTheMoney. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.exchange.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.exchange.destination(view), async (origin) => {
    const { db, version } = await openVersion(segment);
    const selected = view.of.kind === "record" ? undefined : view.of;
    const snapshot = await snapshotAt(db, version.number, selected);
    return madeFile(written(view, snapshot, incidentUrls(origin)), TYPES[view.format]);
  });
}

function written({ format, of }: ExchangeView, snapshot: Snapshot, url: UrlOf): string {
  if (format === "stix") return `${JSON.stringify(bundleOf(of, snapshot, url))}\n`;
  let lines = "";
  for (const entity of ftmEntities(snapshot, url)) lines += `${JSON.stringify(entity)}\n`;
  return lines;
}

function bundleOf(of: Exported, snapshot: Snapshot, url: UrlOf) {
  if (of.kind === "record") return recordBundle(snapshot, url);
  if (of.kind === "actor") {
    const actor = [...snapshot.actors.values()].find(({ slug }) => slug === of.slug);
    if (actor !== undefined) return actorBundle(snapshot, actor.id, url);
  }
  const [incident] = snapshot.incidents;
  if (incident === undefined)
    throw new Error(`no ${of.kind} ${of.slug}, though the proxy found it`);
  return incidentBundle(snapshot, incident, url);
}
