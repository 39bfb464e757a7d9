import { findRequired } from "@/app/gate/record-lookups";
import { modelAt } from "@/app/versioned/open-chart";
import { database } from "@/lib/db/client";
import { findVersion, newestVersion } from "@/lib/record/versions/version-queries";
import { oembedAnswer } from "@/lib/site/citations/oembed";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { badParameters, notHeld, notMade } from "@/lib/site/requests/request-problem";
import { linksFor } from "@/lib/site/urls/links";
import { publicBase } from "@/lib/site/urls/public-url";
import { readingContext } from "@/lib/site/urls/reading-context";
import { routes, splitVersion } from "@/lib/site/urls/routes";
import { withoutClosing, withoutForeign } from "@/lib/site/urls/shared-url";

/** What a content system asks for when a chart's address is pasted into it. */
export async function GET(request: Request): Promise<Response> {
  try {
    return await answer(request);
  } catch (error) {
    console.error(error);
    return sendProblem(notMade());
  }
}

async function answer(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const format = query.get("format") ?? "json";
  if (format !== "json") return refuse(501, "format", format, "json");
  const given = query.get("url") ?? "";
  const url = URL.canParse(given) ? cleanUrl(new URL(given)) : null;
  const base = publicBase() ?? url?.origin ?? "";
  if (url === null || url.host !== hostOf(request))
    return refuse(400, "url", given, "the address of a chart's page here, such as /charts/monthly");
  const sizes = ["maxwidth", "maxheight"].map((name) => ({ name, text: query.get(name) }));
  for (const { name, text } of sizes)
    if (text !== null && !/^[1-9]\d{0,4}$/.test(text))
      return refuse(400, name, text, "a whole number of pixels");
  const [maxWidth = null, maxHeight = null] = sizes.map(({ text }) =>
    text === null ? null : Number(text),
  );

  const split = splitVersion(url.pathname);
  const version =
    split === null
      ? null
      : split.version === null
        ? await newestVersion(database())
        : await findVersion(database(), split.version);
  if (split === null || version === null)
    return refuse(404, "url", given, "a version that has been published");
  const read = routes.chart.parse(split.path, url.searchParams, readingContext(version));
  if (read === null)
    return refuse(404, "url", given, "the address of a chart's page, such as /charts/monthly");
  if (!read.ok) return sendProblem(badParameters(read.problems, split.version));
  const { view, text } = read.value;
  for (const required of routes.chart.destination(read.value).required)
    if ((await findRequired(version.number, required)) === "none")
      return sendProblem(notHeld(required, version.number, split.version));

  const links = linksFor({ version: version.number, pinned: split.version !== null });
  const pinned = linksFor({ version: version.number, pinned: true });
  const { title } = await modelAt(database(), version, view);
  return Response.json(
    oembedAnswer({
      title,
      base,
      // What was asked for without a day goes on with the days.
      embed:
        split.version === null
          ? `/embed/${view.chart}${url.search}`
          : links.embed(view, "auto", text),
      picture: pinned.chartFile(view, "png", { scale: 1, ...text }),
      maxWidth,
      maxHeight,
    }),
    { headers: { ...READABLE_ANYWHERE, "Cache-Control": "public, max-age=60" } },
  );
}

/** A URL without what sharing added to it; no chart's has a mark at its end. */
function cleanUrl(url: URL): URL {
  const search = withoutForeign(url.search) ?? url.search;
  return new URL(withoutClosing(`${url.pathname}${search}`) ?? `${url.pathname}${search}`, url);
}

/** The host at which the record is found: as its operator says, else as it was asked for. */
function hostOf(request: Request): string | null {
  const base = publicBase();
  return base === null ? request.headers.get("Host") : new URL(base).host;
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
