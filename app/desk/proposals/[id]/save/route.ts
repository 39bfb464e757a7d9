import { z } from "zod";
import { readBody } from "@/app/desk/proposals/[id]/save/read-body";
import { unsavedPage } from "@/app/desk/proposals/[id]/save/unsaved-page";
import { settleComment } from "@/app/desk/proposals/[id]/settle-comment";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import { fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import { movedRow } from "@/lib/desk/forms/moved-row";
import {
  addressesToLookUp,
  pastedText,
  pasteText,
  withFilled,
  withPasteSplit,
} from "@/lib/desk/forms/split-paste";
import { controlId, typedFromForm } from "@/lib/desk/forms/typed-from-form";
import { knowledgeOf } from "@/lib/desk/paste/knowledge-queries";
import { idSchema } from "@/lib/desk/proposals/correction";
import { SETTLINGS } from "@/lib/desk/proposals/field-comment";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { type Saved, saveProposal } from "@/lib/desk/proposals/save-commands";
import { withSourceAsked } from "@/lib/desk/sources/source-row-commands";
import { log } from "@/lib/log/log";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

const SIGNED_OUT = "You are signed out.";

/** Saves a draft: as its form sends it while somebody types, or as a plain form does. What another site sends ends at the proxy. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/desk/proposals/[id]/save">,
): Promise<Response> {
  // No proposal has the number 0.
  const id = idSchema.catch(0).parse((await params).id);
  const body = await readBody(request);
  if (body === null) return answered(413, { refused: "This is longer than a draft may be." });
  const asJson = request.headers.get("content-type")?.includes("json") === true;
  const not = (status: number, refused: string) =>
    asJson
      ? answered(status, { refused })
      : unsavedPage(status, refused, new URLSearchParams(body));
  try {
    const person = await signedIn();
    return asJson ? await saveTyped(person, id, body) : await saveForm(person, id, body);
  } catch (error) {
    if (error instanceof Forbidden) return not(403, error.message);
    // Whatever fails, what was typed goes back to who typed it.
    log().error(error, "A draft could not be saved");
    return not(503, "The desk cannot save at the moment. Try again in a minute.");
  }
}

const sentSchema = z.object({
  follows: z.number(),
  tab: z.string(),
  unheard: z.array(z.string()).default([]),
  content: z.unknown(),
  note: z.string(),
});

/** What a text says in JSON; null where it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function saveTyped(person: Person | null, id: number, body: string): Promise<Response> {
  if (person === null) return answered(401, { refused: SIGNED_OUT });
  const sent = sentSchema.safeParse(parsedJson(body));
  if (!sent.success) return answered(400, { refused: "What was sent is no save of a form." });
  const saved = await saveProposal(database(), person, { id, ...sent.data });
  return answered("refused" in saved ? 422 : "saved" in saved ? 200 : 409, saved);
}

function answered(status: number, saved: Saved): Response {
  return Response.json(saved, { status, headers: { "Cache-Control": "private, no-store" } });
}

/** A plain form says by its button what else it wants: a row more or less or elsewhere, pasted text split, what all rows lack filled in, the draft checked. */
async function saveForm(person: Person | null, id: number, body: string): Promise<Response> {
  const fields = new URLSearchParams(body);
  if (person === null) return unsavedPage(401, SIGNED_OUT, fields);
  const proposal = await findProposal(database(), person, id);
  if (proposal === null) return unsavedPage(404, "There is no such proposal of yours.", fields);
  const [intent = "save", target = ""] = (fields.get("intent") ?? "save").split(":");
  if (intent === "remove") removeRow(fields, target);
  let content = typedFromForm(proposal.kind, fields);
  let pasteSaid: string | null = null;
  if (intent === "paste" && (target === "addresses" || target === "sources")) {
    const lookedUp = addressesToLookUp(target, pastedText(content, target));
    const known = await knowledgeOf(database(), lookedUp, proposal.recordId);
    const { typed, split } = withPasteSplit(content, target, known);
    content = typed;
    pasteSaid = pasteText(split, target === "addresses" ? "address" : "source");
  }
  const [filled = "", filledIn = ""] = intent === "fill" ? target.split(".") : [];
  if (isList(proposal.kind, filled))
    content = withFilled(content, filled, filledIn, fields.get(`_fill.${target}`) ?? "");
  if (intent === "source") {
    const button = { proposal, content, target };
    const asked = await withSourceAsked(database(), person, button);
    content = asked.content;
    pasteSaid = asked.said;
  }
  // In a plain form a row is called by its place, from 0.
  const [list = "", row = ""] = target.split(".");
  let to: number | null = null;
  if (intent === "up" || intent === "down") {
    const by = intent === "up" ? -1 : 1;
    const rows = content[list];
    if (Array.isArray(rows)) content = { ...content, [list]: movedRow(rows, Number(row), by) };
    to = Number(row) + by;
  }
  const saved = await saveProposal(database(), person, {
    id,
    follows: Number(fields.get("_follows")),
    tab: fields.get("_tab") ?? "",
    content,
    note: fields.get("_note") ?? "",
  });
  if ("refused" in saved) return unsavedPage(422, saved.refused, fields);
  const here = `/desk/proposals/${id}`;
  if ("clash" in saved) return seeOther(`${here}/merge?copy=${saved.clash.copy}`);
  if ("closed" in saved) return seeOther(here);
  if (intent === "check") return seeOther(`${here}/check`);
  const how = SETTLINGS.find((one) => one === intent);
  if (how !== undefined) {
    const commentId = idSchema.catch(0).parse(target);
    const given = { how, commentId, saveNumber: saved.saved };
    const settled = await settleComment(database(), person, given);
    const said = "refused" in settled ? settled.refused : settled.done;
    return seeOther(`${here}?settled=${encodeURIComponent(said)}`);
  }
  if (intent === "add" && isList(proposal.kind, target)) {
    const rows = content[target];
    const added = Array.isArray(rows) ? rows.length : 0;
    return seeOther(
      `${here}?add=${target}#${controlId([target, added, firstOf(proposal.kind, target)])}`,
    );
  }
  if (pasteSaid !== null)
    return seeOther(
      `${here}?pasted=${list}&said=${encodeURIComponent(pasteSaid.slice(0, 1000))}#paste-${list}`,
    );
  if (intent === "fill") return seeOther(`${here}#fill-${filled}-${filledIn}`);
  if (!isList(proposal.kind, list)) return seeOther(here);
  if (intent === "source") return seeOther(`${here}#${controlId([list, Number(row), "url"])}`);
  if (to !== null) return seeOther(`${here}#${intent}-${list}-${Math.max(to, 0)}`);
  return seeOther(intent === "remove" ? `${here}#add-${list}` : here);
}

function removeRow(fields: URLSearchParams, row: string): void {
  for (const name of [...fields.keys()]) if (name.startsWith(`${row}.`)) fields.delete(name);
}

function isList(kind: RecordKind, name: string): boolean {
  return fieldsOf(FORMS[kind]).some((field) => field.name === name && field.control.is === "rows");
}

function firstOf(kind: RecordKind, name: string): string {
  const field = fieldsOf(FORMS[kind]).find((each) => each.name === name);
  return field?.control.is === "rows" ? (field.control.fields[0]?.name ?? "") : "";
}

function seeOther(address: string): Response {
  return new Response(null, { status: 303, headers: { Location: address } });
}
