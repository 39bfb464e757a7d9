import { z } from "zod";
import { proposalsPage } from "@/app/desk/proposals/[id]/report/proposals-page";
import { readBody } from "@/app/desk/proposals/[id]/save/read-body";
import { unsavedPage } from "@/app/desk/proposals/[id]/save/unsaved-page";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { MOST_REPORT_BYTES, readReport, reportProblem } from "@/lib/desk/forms/report/read-report";
import type { ReportReading } from "@/lib/desk/forms/report/report";
import { reportNames } from "@/lib/desk/forms/report/report-names-queries";
import { withProposals } from "@/lib/desk/forms/report/take-proposals";
import { addressesToLookUp } from "@/lib/desk/forms/split-paste";
import { typedFromForm } from "@/lib/desk/forms/typed-from-form";
import { knowledgeOf } from "@/lib/desk/paste/knowledge-queries";
import { idSchema } from "@/lib/desk/proposals/correction";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { saveProposal } from "@/lib/desk/proposals/save-commands";

const sentSchema = z.object({ text: z.string(), link: z.string().max(2000).default("") });

const TOO_LONG =
  "This is longer than a report may be. Paste only the part that tells of the theft, at most 100,000 characters.";

/**
 * Reads a pasted report and answers what it proposes for the incident being drafted. It stores nothing of the report. A
 * plain form, without scripts, gets its proposals as a page, and sends what was ticked there back here.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/desk/proposals/[id]/report">,
): Promise<Response> {
  const person = await signedIn();
  const asJson = request.headers.get("content-type")?.includes("json") === true;
  if (person === null) return answered(401, { refused: "You are signed out." });
  if (!may(person, "proposal.write"))
    return answered(403, { refused: "You may not write drafts." });
  const long = Number(request.headers.get("content-length") ?? 0) > MOST_REPORT_BYTES;
  if (asJson && long) return answered(413, { refused: TOO_LONG });
  const body = await readBody(request);
  if (body === null) return answered(413, { refused: TOO_LONG });
  const id = idSchema.safeParse((await params).id);
  const proposal = id.success ? await findProposal(database(), person, id.data) : null;
  if (proposal === null || proposal.kind !== "incident" || proposal.authorId !== person.id)
    return answered(404, { refused: "There is no such draft of an incident of yours." });
  if (!asJson) return await plainForm(new URLSearchParams(body));
  const sent = sentSchema.safeParse(parsedJson(body));
  if (!sent.success) return answered(400, { refused: "What was sent is no report." });
  const { text, link } = sent.data;
  const problem = reportProblem(text);
  if (problem !== null) return answered(text.trim() === "" ? 422 : 413, { refused: problem });
  return answered(200, await reading(text, link));

  async function reading(text: string, link: string): Promise<ReportReading> {
    const db = database();
    const names = await reportNames(db, text);
    const known = await knowledgeOf(
      db,
      addressesToLookUp("addresses", text),
      proposal?.recordId ?? null,
    );
    return readReport(text, names, known, link);
  }

  async function plainForm(fields: URLSearchParams): Promise<Response> {
    const text = (fields.get("_report") ?? "").replaceAll("\r\n", "\n");
    const problem = reportProblem(text);
    if (problem !== null) return unsavedPage(422, problem, fields);
    const read = await reading(text, fields.get("_reportLink") ?? "");
    if (fields.get("intent") !== "take") return proposalsPage(text, read, fields);
    const wanted = new Set(fields.getAll("_take"));
    const content = withProposals(
      typedFromForm("incident", fields),
      read.proposals.filter((each) => wanted.has(each.id)),
    );
    const saved = await saveProposal(database(), person, {
      id: id.data ?? 0,
      follows: Number(fields.get("_follows")),
      tab: fields.get("_tab") ?? "",
      content,
      note: fields.get("_note") ?? "",
    });
    if ("refused" in saved) return unsavedPage(422, saved.refused, fields);
    const here = `/desk/proposals/${id.data}`;
    const to = "clash" in saved ? `${here}/merge?copy=${saved.clash.copy}` : here;
    return new Response(null, { status: 303, headers: { Location: to } });
  }
}

function answered(status: number, answer: ReportReading | { refused: string }): Response {
  return Response.json(answer, { status, headers: { "Cache-Control": "private, no-store" } });
}

/** What a text says in JSON; null where it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
