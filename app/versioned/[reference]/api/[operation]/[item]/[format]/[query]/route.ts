import { answerFailed } from "@/app/gate/answer-failed";
import { answerFile } from "@/app/versioned/answer-file";
import {
  answerLines,
  answerRows,
  isLong,
  jsonAnswer,
  lookupAnswer,
  oneAnswer,
} from "@/app/versioned/api-answers";
import { openVersion } from "@/app/versioned/open-version";
import { log } from "@/lib/log/log";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { madeFile } from "@/lib/site/exports/file-cache";
import { sendFile, streamFile } from "@/lib/site/exports/send-file";
import { permanentPath } from "@/lib/site/open-data/about";
import { namedNowhere } from "@/lib/site/open-data/answer-queries";
import { readLookupRequest } from "@/lib/site/open-data/lookup-request";
import { API_FORMATS, OPERATIONS } from "@/lib/site/open-data/operations";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { badParameters, notThere, tooMuchFound } from "@/lib/site/requests/request-problem";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  reference: string;
  operation: string;
  item: string;
  format: string;
  query: string;
}

/** What programs ask the record at a version. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const asked = routes.openData.viewIn(segments, reference.version);
  const opened = await openVersion(segment);
  const type = API_FORMATS[asked.format];
  const headers = { "Content-Location": permanentPath(asked), ...saved(asked) };
  const destination = routes.openData.destination(asked);
  const answer = (make: () => Promise<string>) =>
    answerFile(request, reference, destination, async () => madeFile(await make(), type, headers), {
      isQueued: false,
    });
  const { answers } = OPERATIONS[asked.operation];
  if (asked.item !== null) {
    const one = await oneAnswer(opened, asked);
    return one === null
      ? sendProblem(notThere(asked.operation, asked.item, reference.version))
      : answer(async () => one);
  }
  const missing = await namedNowhere(opened.db, reference.version, asked);
  if (missing !== null) {
    const { parameter, given, kind } = missing;
    return sendProblem(notThere(kind, given, reference.version, parameter));
  }
  if (answers === "lines" || asked.format === "csv") {
    const pieces = () =>
      answers === "lines" ? answerLines(opened, asked) : answerRows(opened, asked);
    if (await isLong(opened, asked))
      return streamFile(pieces(), { type, headers }, reference.pinned);
    return asked.operation === "versions"
      ? sendNow(request, await wholeOf(pieces()), type, headers)
      : answer(async () => wholeOf(pieces()));
  }
  if (asked.operation === "versions")
    return sendNow(request, await jsonAnswer(opened, asked), type, headers);
  return answer(() => jsonAnswer(opened, asked));
}

/** What the record holds at a version of a list that is sent; made for whoever sends it, and kept nowhere. */
export async function POST(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const asked = routes.openData.viewIn(segments, readVersionReference(segment).version);
  const read = readLookupRequest(await request.text());
  if (!read.ok)
    return sendProblem({
      ...badParameters([...read.problems], null),
      title: "What was sent cannot be looked up",
    });
  try {
    const answer = await lookupAnswer(await openVersion(segment), asked, read.value);
    return answer === null ? sendProblem(tooMuchFound()) : sendLookup(answer, permanentPath(asked));
  } catch (error) {
    log().error(error, "A list could not be looked up");
    return answerFailed();
  }
}

function sendLookup(answer: string, path: string): Response {
  return new Response(answer, {
    headers: {
      ...READABLE_ANYWHERE,
      "Content-Type": API_FORMATS.json,
      "Content-Location": path,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Versions name their dumps, which are made and withdrawn without a publication: their list is kept nowhere. */
function sendNow(request: Request, text: string, type: string, headers: Record<string, string>) {
  return sendFile(request, madeFile(text, type, headers), false);
}

/** A CSV is saved, under a name that says what it is. */
function saved({ operation, version, format }: ReturnType<typeof routes.openData.viewIn>) {
  return format === "csv"
    ? { "Content-Disposition": `attachment; filename="lossline-${operation}-v${version}.csv"` }
    : {};
}

async function wholeOf(pieces: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const piece of pieces) whole += piece;
  return whole;
}
