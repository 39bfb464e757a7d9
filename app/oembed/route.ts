import { answerFailed } from "@/app/gate/answer-failed";
import {
  findRequired,
  isOnItsWay,
  newestOfRecord,
  versionOfRecord,
} from "@/app/gate/record-lookups";
import { embeddedChart, embeddedRecord } from "@/app/versioned/embedded";
import { openVersion } from "@/app/versioned/open-version";
import { log } from "@/lib/log/log";
import type { Version } from "@/lib/record/versions/version";
import { writeVersionReference } from "@/lib/record/versions/version-reference";
import { oembedAnswer } from "@/lib/site/citations/oembed";
import { oembedUrl } from "@/lib/site/citations/oembed-url";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import {
  badParameters,
  notHeld,
  notHereYet,
  RETRY_AFTER,
  type RequestProblem,
} from "@/lib/site/requests/request-problem";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import { linksFor } from "@/lib/site/urls/links";
import { slugFor, withSlug } from "@/lib/site/urls/moved-url";
import { publicBase } from "@/lib/site/urls/public-url";
import { readingContext } from "@/lib/site/urls/reading-context";
import { withQuery } from "@/lib/site/urls/route";
import { routes, splitVersion } from "@/lib/site/urls/routes";
import { embedPathOf } from "@/lib/site/urls/routes/embed-routes";

/** What a content system asks for when a page's address is pasted into it. Parameters that it adds are left alone. */
export async function GET(request: Request): Promise<Response> {
  try {
    return await answer(request);
  } catch (error) {
    log().error(error, "oEmbed could not be answered");
    return answerFailed();
  }
}

const PAGES =
  "the address here of a chart, a period, an incident, a target or an actor, such as /charts/monthly, or of a short id";

async function answer(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const format = query.get("format") ?? "json";
  if (format !== "json") return refuse(501, "format", format, "json");
  const given = query.get("url") ?? "";
  const url = oembedUrl(given, askedOrigin(request.headers));
  if (url === null) return refuse(400, "url", given, PAGES);
  const base = publicBase() ?? url.origin;
  const sizes = ["maxwidth", "maxheight"].map((name) => ({ name, text: query.get(name) }));
  for (const { name, text } of sizes)
    if (text !== null && !/^[1-9]\d{0,4}$/.test(text))
      return refuse(400, name, text, "a whole number of pixels");
  const [maxWidth = null, maxHeight = null] = sizes.map(({ text }) =>
    text === null ? null : Number(text),
  );

  const split = splitVersion(url.pathname);
  const version = split === null ? null : await versionAt(split.version);
  if (version === null && split?.version && (await isOnItsWay(split.version)))
    return sendProblem(notHereYet(split.version), { "Retry-After": RETRY_AFTER });
  if (split === null || version === null)
    return refuse(404, "url", given, "a version that has been published");
  const found = await find(version, split, url.searchParams);
  if (found === null) return refuse(404, "url", given, PAGES);
  if ("problem" in found) return sendProblem(found.problem);
  const { embedded, embed } = found;
  const pinned = linksFor({ version: version.number, pinned: true });
  return Response.json(
    oembedAnswer({
      title: embedded.title,
      base,
      embed,
      picture: (size) => embedded.picture(pinned, size),
      room: { maxWidth, maxHeight },
    }),
    { headers: { ...READABLE_ANYWHERE, "Cache-Control": "public, max-age=60" } },
  );
}

function versionAt(number: number | null): Promise<Version | null> {
  return number === null ? newestOfRecord() : versionOfRecord(number);
}

/** What is embedded of a page, or of an embed itself, and the path of its embed; null where the page is none to embed. */
async function find(
  version: Version,
  asked: { version: number | null; path: string },
  query: URLSearchParams,
): Promise<
  | { embedded: Awaited<ReturnType<typeof embeddedChart>>; embed: string }
  | { problem: RequestProblem }
  | null
> {
  const path = embedPathOf(asked.path);
  if (path === null) return null;
  // Only embeds know a theme.
  if (path !== asked.path && query.has("theme"))
    return {
      problem: badParameters(
        [{ parameter: "theme", given: query.get("theme"), allowed: "only in the URL of an embed" }],
        asked.version,
      ),
    };
  const context = readingContext(version, asked.version !== null);
  const chart = routes.embed.parse(path, query, context);
  const record = chart === null ? routes.recordEmbed.parse(path, query, context) : null;
  const read = chart ?? record;
  if (read === null) return null;
  if (!read.ok) return { problem: badParameters(read.problems, asked.version) };
  const destination =
    "of" in read.value
      ? routes.recordEmbed.destination(read.value)
      : routes.embed.destination(read.value);
  for (const required of destination.required) {
    const place = await findRequired(version.number, required);
    if (place === "none") return { problem: notHeld(required, version.number, asked.version) };
    if (place === "here" || "path" in place || !("slug" in required)) continue;
    const slug = slugFor(required, place);
    if (slug === null || slug === required.slug) continue;
    // Renamed or merged: what has it now is embedded, as its page would be shown.
    const moved = new URL(withSlug(path, query, required, slug), "http://lossline.invalid");
    return find(version, { ...asked, path: moved.pathname }, moved.searchParams);
  }
  const reference = { version: version.number, pinned: asked.version !== null };
  const opened = await openVersion(writeVersionReference(reference));
  const { links } = opened;
  // What was asked for without a day goes on with the days.
  const plain = withQuery(path, query.toString());
  return "of" in read.value
    ? {
        embedded: await embeddedRecord(opened, read.value.of),
        embed: reference.pinned ? links.recordEmbed(read.value.of, read.value.theme) : plain,
      }
    : {
        embedded: await embeddedChart(opened, read.value.view, read.value.text),
        embed: reference.pinned
          ? links.embed(read.value.view, read.value.theme, read.value.text)
          : plain,
      };
}

function refuse(
  status: 400 | 404 | 501,
  parameter: string,
  given: string,
  allowed: string,
): Response {
  const title = "Something in what oEmbed is asked for cannot be read";
  return sendProblem({ status, title, problems: [{ parameter, given, allowed }] });
}
