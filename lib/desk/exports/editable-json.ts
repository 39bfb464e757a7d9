import { listOf } from "@/lib/desk/imports/records-to-publish";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

/**
 * Records as the dataset's file that an import reads back, some at a time; each says in which version it was last published.
 * @param kinds of each kind its records, in the order in which an import takes them
 */
export async function* editableJson(
  kinds: readonly [kind: RecordKind, records: AsyncIterable<readonly PublishedEntry[]>][],
): AsyncGenerator<string> {
  let opens = "{";
  for (const [kind, records] of kinds) {
    yield `${opens}\n"${listOf(kind)}": [`;
    opens = ",";
    let between = "\n";
    for await (const some of records) {
      yield some
        .map((entry) => {
          const line = `${between}${JSON.stringify(editable(entry))}`;
          between = ",\n";
          return line;
        })
        .join("");
    }
    yield "\n]";
  }
  yield `${opens === "{" ? "{" : ""}\n}\n`;
}

/** Whether a record is active is not for a file to say. */
function editable({ entry, version }: PublishedEntry): object {
  const record: Record<string, unknown> = { ...entry.record };
  delete record.retraction;
  delete record.mergedInto;
  return { version, ...record };
}
