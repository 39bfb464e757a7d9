import { z } from "zod";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { editableIds } from "@/lib/desk/exports/editable-records-queries";
import { MOST_RECORDS } from "@/lib/desk/imports/import-file";
import { kindSchema } from "@/lib/desk/proposals/correction";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";
import { streamOf } from "@/lib/site/exports/send-file";

const parametersSchema = z.object({
  kind: z.union([kindSchema, z.literal("all")]),
  q: z.string().trim().max(500).catch(""),
});

/**
 * Answers with records as a file that an import reads back; only to those who may run imports.
 * @param kinds those that the file can hold
 * @param pieces of the file: of each kind asked for, the lasting ids of its records
 */
export async function editableFile(
  request: Request,
  { kinds, ending, type }: { kinds: readonly RecordKind[]; ending: string; type: string },
  pieces: (ids: ReadonlyMap<RecordKind, number[]>) => AsyncGenerator<string>,
): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "import.run"))
    return new Response("Sign in as an editor first.\n", { status: person === null ? 401 : 403 });
  const asked = parametersSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const wanted = asked.success
    ? kinds.filter((kind) => asked.data.kind === "all" || asked.data.kind === kind)
    : [];
  if (!asked.success || wanted.length === 0)
    return new Response(
      `Say with kind= of which kind the records are: ${[...kinds, ...(kinds.length === RECORD_KINDS.length ? ["all"] : [])].join(", ")}.\n`,
      { status: 400 },
    );
  const ids = new Map<RecordKind, number[]>();
  for (const kind of wanted) {
    const found = await editableIds(database(), kind, asked.data.q);
    if (found === null)
      return new Response(
        `More than ${MOST_RECORDS.toLocaleString("en-GB")} records are found, and an import takes no more back. Search for fewer, or take a dump of everything (npm run dump).\n`,
        { status: 422 },
      );
    ids.set(kind, found);
  }
  const bytes = streamOf(pieces(ids));
  return new Response(bytes, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="lossline-${asked.data.kind}${asked.data.q === "" ? "" : "-found"}.${ending}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
