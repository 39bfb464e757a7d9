import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { answerText } from "@/lib/site/assistants/answer-text";
import { countedAt } from "@/lib/site/assistants/counted-queries";
import { pathOf, RECORD_NAME } from "@/lib/site/assistants/get-incident-queries";
import { readOperation } from "@/lib/site/assistants/rule-queries";
import { refuse } from "@/lib/site/assistants/tool";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { oneAt } from "@/lib/site/open-data/answer-queries";
import type { ActorAnswer } from "@/lib/site/open-data/shapes/answers";
import { numberText } from "@/lib/statistics/changes/amount-text";
import { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";

export const getActor: Tool = {
  title: "Get an actor",
  description:
    "Whom thefts are attributed to, by slug or id: names, legal status, what others attribute to it.",
  parameters: {
    id: { type: "string", description: "Slug or id" },
    confidence: { type: "string", enum: CONFIDENCES.map(({ value }) => value) },
  },
  required: ["id"],
  async answer(at, given) {
    const { db, version, origin } = at;
    const id = given.get("id") ?? "";
    const found = RECORD_NAME.test(id) ? await oneAt(db, version.number, "actor", id) : null;
    if (found === null)
      return refuse(
        `id=${id.slice(0, 200)}: version ${version.number} of the record holds no such actor. Allowed is a slug or id, such as those that losses with by=actor says.`,
      );
    const actor = found as unknown as ActorAnswer;
    const url = `${origin}${pathOf(actor.url)}`;
    const name = nameWithStatus({
      name: actor.name,
      kind: actor.actor_kind,
      status: actor.legal_status,
      statusOn: actor.legal_status_on,
    });
    const data = `As data: ${origin}/api/v1/actors/${actor.id}?version=${version.number}`;
    if (actor.status === "retracted" || actor.status === "merged")
      return {
        ok: true,
        text: answerText({
          finding: `${actor.name} ${actor.status === "merged" ? `is now held to be ${actor.merged_into_slug ?? "another actor"}` : `was withdrawn from the record: ${actor.retraction ?? "no reason is given"}`}`,
          version,
          url,
          shortId: null,
          notes: [data],
        }),
        data: { ...actor, url },
      };
    const confidence = given.get("confidence");
    const read = await readOperation(
      at,
      "stats",
      new URLSearchParams({ actor: actor.slug, ...(confidence === null ? {} : { confidence }) }),
    );
    if (!read.ok) return read;
    const counted = await countedAt(at, read.asked);
    const { finding, sum, known } = counted;
    return {
      ok: true,
      text: answerText({
        finding,
        version,
        url: counted.url,
        shortId: counted.shortId,
        table: {
          columns: ["Field", "Value"],
          rows: [
            ["Name", name],
            ["Other names", actor.aliases.join("; ") || "none on record"],
            ["Kind", actor.actor_kind],
            ["Country", actor.country],
            ["Part of", actor.parent_slug ?? "nobody on record"],
            [
              "Known losses of incidents attributed to it",
              known === null ? null : numberText("gross", known),
            ],
            ["Incidents", sum.incidents],
            ["Of unknown size", sum.unknown],
          ],
        },
        notes: [
          actor.description,
          "Attributions are others’ statements, which the record cites; it makes none of its own.",
          `Its page: ${url}`,
          data,
        ],
      }),
      data: { ...actor, url, amount: known, incidents: sum.incidents, unknown: sum.unknown },
    };
  },
};
