import { createReadStream } from "node:fs";
import path from "node:path";
import type { NextRequest } from "next/server";
import { newestOfRecord, versionOfRecord } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import { dumpsFolder } from "@/lib/site/dumps/dumps-folder";
import { mediaTypeOf } from "@/lib/site/dumps/manifest";
import { offeredDump } from "@/lib/site/dumps/offered-dumps";
import { sendParts, streamOf } from "@/lib/site/exports/send-file";
import { badParameters, noFileOfDump, noVersion } from "@/lib/site/requests/request-problem";

/** Whether a URL asks for a file of a dump; `/dumps` itself is a page. */
export function isOfDump(pathname: string): boolean {
  return pathname.startsWith("/dumps/");
}

/** Sends a file of a dump from its folder. Nothing is there but what the dump says it holds, whatever else lies there. */
export async function answerDump(request: NextRequest): Promise<Response> {
  const { pathname, searchParams } = request.nextUrl;
  const [, , given = "", ...rest] = pathname.split("/");
  const name = rest.join("/");
  const [parameter] = searchParams.keys();
  if (parameter !== undefined)
    return refuse(
      request,
      badParameters(
        [{ parameter, given: searchParams.get(parameter), allowed: "no parameters" }],
        null,
      ),
    );
  const version = /^[1-9]\d{0,8}$/.test(given) ? await versionOfRecord(Number(given)) : null;
  if (version === null)
    return refuse(request, noVersion(given, (await newestOfRecord())?.number ?? null));
  const dump = await offeredDump(version, dumpsFolder());
  const file = dump?.files.find((each) => each.path === name);
  if (dump === null || file === undefined)
    return refuse(request, noFileOfDump(name, version.number, dump !== null));
  const place = path.join(dump.folder, file.path);
  const part = (start: number, end: number) =>
    streamOf(pieces(place, start, end)[Symbol.asyncIterator]());
  return sendParts(
    request,
    {
      type: mediaTypeOf(file.path),
      etag: `"${file.sha256}"`,
      headers: {
        "Content-Disposition": `attachment; filename="${savedAs(version.number, file.path)}"`,
      },
      length: file.bytes,
      whole: () => part(0, file.bytes - 1),
      part,
    },
    true,
  );
}

/** Opened when the first piece is asked for: not at all for those who only want to know how large it is. */
async function* pieces(file: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end >= start) yield* createReadStream(file, { start, end });
}

/** What it is called among a reader's other files. */
function savedAs(version: number, file: string): string {
  return `lossline-v${version}-${file.replaceAll("/", "-")}`;
}
