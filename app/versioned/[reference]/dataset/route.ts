import { openVersion } from "@/app/versioned/open-version";
import {
  type Distribution,
  datasetJsonLd,
  distributionsOf,
} from "@/lib/site/dumps/dataset-description";
import { dumpsFolder } from "@/lib/site/dumps/dumps-folder";
import { offeredDump } from "@/lib/site/dumps/offered-dumps";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";

/** The record as a dataset, in the words of schema.org and DCAT. */
export async function GET(_: Request, { params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { version } = await openVersion(reference);
  const { number } = version;
  const dump = await offeredDump(version, dumpsFolder());
  const always: Distribution[] = [
    {
      path: `/api/v1/incidents.csv?version=${number}`,
      name: "Incidents that count, as CSV",
      type: "text/csv",
    },
    {
      path: `/api/v1/changes.jsonl?from=0&to=${number}`,
      name: "Every record, as JSON Lines",
      type: "application/jsonl",
    },
  ];
  const files = dump === null ? [] : distributionsOf(`/dumps/${number}`, dump.files);
  return new Response(`${JSON.stringify(datasetJsonLd(version, [...always, ...files]))}\n`, {
    headers: { ...READABLE_ANYWHERE, "Content-Type": "application/ld+json; charset=utf-8" },
  });
}
