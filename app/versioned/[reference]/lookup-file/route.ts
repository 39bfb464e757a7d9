import { openVersion } from "@/app/versioned/open-version";
import { withMark } from "@/lib/site/exports/byte-order-mark";
import { writeCsv } from "@/lib/site/exports/csv";
import { FORMATS } from "@/lib/site/exports/formats";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { badParameters, notAllowed } from "@/lib/site/requests/request-problem";
import { publicUrl } from "@/lib/site/urls/public-url";
import { readLookup } from "@/lib/statistics/search/lookup";
import { lookUp } from "@/lib/statistics/search/lookup-queries";
import { lookupTable } from "@/lib/statistics/search/lookup-table";

/** What the record holds of a list that a form sends, as CSV. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
) {
  const { reference } = await params;
  const { db, version, permanent } = await openVersion(reference);
  const list = await listIn(request);
  if (list === null)
    return sendProblem(
      badParameters(
        [{ parameter: "list", given: null, allowed: "a form with a list, as the page sends it" }],
        null,
      ),
    );
  const read = readLookup(list);
  if ("problem" in read)
    return sendProblem({
      ...badParameters([], null),
      title: "This cannot be looked up",
      missing: read.problem,
    });
  const looked = await lookUp(db, version.number, read.entries);
  const csv = writeCsv(
    lookupTable(looked, version.number, (slug) => publicUrl(permanent.incident(slug))),
  );
  return new Response(withMark(csv, true), {
    headers: {
      "Content-Type": FORMATS.csv.type,
      "Content-Disposition": `attachment; filename="lossline-lookup-v${version.number}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** A URL has no list. */
export function GET() {
  return sendProblem(
    { ...notAllowed(), missing: "A list is sent here by POST, as the page /search/lookup does." },
    { Allow: "POST" },
  );
}

async function listIn(request: Request): Promise<string | null> {
  try {
    const list = (await request.formData()).get("list");
    return typeof list === "string" ? list : null;
  } catch {
    return null;
  }
}
