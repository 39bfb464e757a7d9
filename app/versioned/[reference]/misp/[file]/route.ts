import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { incidentUrls } from "@/lib/site/exchange/incident-urls";
import { eventUuid, mispEvent } from "@/lib/site/exchange/misp/misp-event";
import { mispHashes, mispManifest } from "@/lib/site/exchange/misp/misp-feed";
import { incidentNumbers, namesOfRecord, snapshotAt } from "@/lib/site/exchange/snapshot-queries";
import { madeFile } from "@/lib/site/exports/file-cache";
import { FORMATS } from "@/lib/site/exports/formats";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { noPage } from "@/lib/site/requests/request-problem";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; file: string }> };

/** The feed that a MISP subscribes to: its two lists, and an incident as an event. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const { file } = routes.misp.viewIn(segments, reference.version);
  const { db, version } = await openVersion(segment);
  const isList = file === "manifest.json" || file === "hashes.csv";
  const number = isList ? null : await incidentOf(file.replace(/\.json$/, ""));
  if (!isList && number === null)
    return sendProblem(noPage(`/misp/${file}`, reference.pinned ? version.number : null));
  return answerFile(request, reference, routes.misp.destination({ file }), async (origin) => {
    const url = incidentUrls(origin);
    const snapshot = await snapshotAt(
      db,
      version.number,
      number === null ? undefined : { incident: number },
    );
    if (file === "hashes.csv")
      return madeFile([...mispHashes(snapshot, url)].join(""), FORMATS.csv.type);
    if (file === "manifest.json")
      return madeFile(JSON.stringify(mispManifest(snapshot, url)), FORMATS.json.type);
    const [incident] = snapshot.incidents;
    if (incident === undefined) throw new Error(`incident ${number} has no revision`);
    return madeFile(
      JSON.stringify({ Event: mispEvent(snapshot, incident, url) }),
      FORMATS.json.type,
    );
  });

  /** Whose event has a UUID: they are made of the incidents' numbers. */
  async function incidentOf(uuid: string): Promise<number | null> {
    const names = await namesOfRecord(db);
    const numbers = await incidentNumbers(db, version.number);
    return numbers.find((id) => eventUuid(names, { id }) === uuid) ?? null;
  }
}
