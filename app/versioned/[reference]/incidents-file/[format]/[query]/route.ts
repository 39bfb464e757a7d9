import { answerFile } from "@/app/versioned/answer-file";
import { listDocument } from "@/app/versioned/open-list";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { markSuffix } from "@/lib/site/exports/byte-order-mark";
import { madeFile } from "@/lib/site/exports/file-cache";
import { incidentsFileName } from "@/lib/site/exports/file-name";
import { FORMATS } from "@/lib/site/exports/formats";
import { incidentCsv } from "@/lib/site/exports/incident-list/incident-csv";
import type { IncidentDocument } from "@/lib/site/exports/incident-list/incident-document";
import { incidentJson } from "@/lib/site/exports/incident-list/incident-json";
import { incidentXlsx } from "@/lib/site/exports/incident-list/incident-xlsx";
import { streamFile } from "@/lib/site/exports/send-file";
import { routes } from "@/lib/site/urls/routes";
import type { IncidentsFileView } from "@/lib/site/urls/routes/incident-list-routes";
import { totalUnder } from "@/lib/statistics/totals/total-queries";

interface Segments {
  reference: string;
  format: string;
  query: string;
}

/** Incidents of a file that is made as a whole, and so can be kept; a longer one is sent as it is made. */
const MOST_KEPT = 2_000;

/** All of a list of incidents as a file. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const file = routes.incidentsFile.viewIn(segments, reference.version);
  const { type, saved } = FORMATS[file.format];
  const suffix = file.format === "csv" ? markSuffix("csv", file.isMarked) : "";
  const name = `${incidentsFileName(file, reference.version)}${suffix}.${file.format}`;
  const headers = {
    "Content-Disposition": `${saved ? "attachment" : "inline"}; filename="${name}"`,
  };
  const opened = await openVersion(segment);
  const { incidents } = await totalUnder(opened.db, reference.version, file.filters);
  if (incidents > MOST_KEPT) {
    const pieces = piecesOf(await listDocument(opened, file), file);
    return streamFile(pieces, { type, headers }, reference.pinned);
  }
  const make = async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of piecesOf(await listDocument(opened, file), file))
      pieces.push(Buffer.from(piece));
    return madeFile(Buffer.concat(pieces), type, headers);
  };
  const destination = routes.incidentsFile.destination(file);
  return answerFile(request, reference, destination, make, { isQueued: false });
}

function piecesOf(
  document: IncidentDocument,
  file: IncidentsFileView,
): AsyncGenerator<string | Uint8Array> {
  if (file.format === "csv") return incidentCsv(document, file.isMarked);
  return file.format === "json" ? incidentJson(document) : incidentXlsx(document);
}
