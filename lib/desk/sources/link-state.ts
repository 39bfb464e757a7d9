import type { Answered, NoAnswer } from "@/lib/desk/outside/public-fetch";
import type { LinkState } from "@/lib/desk/sources/listed-link";
import { linkKey } from "@/lib/values/links/link-key";
import { pageOf } from "@/lib/values/links/page-of";

/** What was found when a link was followed. */
export interface FoundLink {
  state: LinkState;
  httpStatus: number | null;
  movedUrl: string | null;
  /** In words that can follow the link. */
  detail: string;
}

/** Where to ask whether a page is there, and what of the answer says that it is not. */
export interface LinkQuestion {
  url: string;
  /** Words of a page that stand there in place of what is gone; null where its status says it. */
  goneWords: string | null;
}

/**
 * What to ask to know whether a link’s page is there: the link itself, but of sites that show a page for whatever is asked,
 * what they tell those who embed a post or film of theirs. Null for what they tell nobody.
 */
export function linkQuestion(link: string): LinkQuestion | null {
  const page = pageOf(new URL(link));
  const host = page.hostname.replace(/^www\./, "");
  if (host === "x.com") {
    const post = /^\/status\/(\d+)$/.exec(page.pathname)?.[1];
    return post === undefined
      ? null
      : {
          url: `https://publish.x.com/oembed?omit_script=1&url=${encodeURIComponent(`https://x.com/i/status/${post}`)}`,
          goneWords: null,
        };
  }
  const film = page.searchParams.get("v");
  if (host === "youtube.com" && film !== null)
    return {
      url: `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(`https://www.youtube.com/watch?v=${film}`)}`,
      goneWords: null,
    };
  if (host === "t.me")
    return /^\/\w+\/\d+$/.test(page.pathname)
      ? { url: `https://t.me${page.pathname}?embed=1`, goneWords: "tgme_widget_message_error" }
      : null;
  if (/^(?:facebook|instagram|discord)\.com$/.test(host)) return null;
  return { url: link, goneWords: null };
}

/** What is said of a link that nobody can ask for. */
export const UNASKED: FoundLink = {
  state: "refused",
  httpStatus: null,
  movedUrl: null,
  detail: "is on a site that does not tell programs whether a page is there",
};

/** What an answer says of a link; null where it says nothing, because this server is offline or is asked for patience. */
export function foundLink(
  link: string,
  { url: asked, goneWords }: LinkQuestion,
  answer: Answered | NoAnswer,
): FoundLink | null {
  if ("why" in answer) {
    if (answer.why === "offline") return null;
    const state = answer.why === "notPublic" ? "refused" : "unreachable";
    return { state, httpStatus: null, movedUrl: null, detail: answer.text };
  }
  const { status } = answer;
  const found = { httpStatus: status, movedUrl: null };
  if (status === 429) return null;
  if (status === 404 || status === 410)
    return { ...found, state: "gone", detail: `is gone: its site answered ${status}` };
  if (status >= 500 && status < 600)
    return {
      ...found,
      state: "unreachable",
      detail: `is on a site that fails: it answered ${status}`,
    };
  if (status >= 400)
    return {
      ...found,
      state: "refused",
      detail: `is not shown to programs: its site answered ${status}`,
    };
  if (goneWords !== null && answer.body.includes(goneWords))
    return { ...found, state: "gone", detail: "is gone: its site says so" };
  return asked === link && answer.url !== link
    ? movedLink(link, answer)
    : { ...found, state: "found", detail: "was found" };
}

/** A link that led on: within what counts as one page, for now, for good, or to where nothing is. */
function movedLink(link: string, { url, status, movedForGood }: Answered): FoundLink {
  const found: FoundLink = {
    state: "found",
    httpStatus: status,
    movedUrl: null,
    detail: "was found",
  };
  if (linkKey(url) === linkKey(link)) return found;
  const isFront = new URL(url).pathname === "/" && new URL(link).pathname !== "/";
  if (isFront)
    return {
      ...found,
      state: "moved",
      movedUrl: url,
      detail: "leads to a front page: what it led to is probably gone",
    };
  return movedForGood
    ? { ...found, state: "moved", movedUrl: url, detail: "has moved for good" }
    : { ...found, detail: "was found, and leads on for now" };
}
