import {
  type Answered,
  type Asked,
  INTERNET,
  type NoAnswer,
  type Outside,
  publicFetch,
} from "@/lib/desk/outside/public-fetch";
import { archivedOriginal } from "@/lib/values/links/archives";
import { isUrl } from "@/lib/values/links/is-url";
import { linkKey } from "@/lib/values/links/link-key";

/** What came of asking the Wayback Machine for a copy of a page. */
export type ArchivedCopy =
  /** `made`: whether it was made for this. */
  | { url: string; made: boolean }
  /** In whole sentences for whoever asked. */
  | { none: string };

const AVAILABLE = "https://archive.org/wayback/available?url=";
const SAVE = "https://web.archive.org/save/";

const ASKED: Asked = {
  method: "GET",
  reads: (type) => type.includes("json"),
  patience: 15_000,
  most: 100_000,
  redirects: 3,
};
/** It fetches the page itself meanwhile. */
const SAVING: Asked = { ...ASKED, reads: () => false, patience: 45_000, redirects: 5 };

/** The newest copy that the Wayback Machine has of a page; where it has none, it is asked to make one. */
export async function archivedCopyOf(
  link: string,
  outside: Outside = INTERNET,
): Promise<ArchivedCopy> {
  const asked = await publicFetch(`${AVAILABLE}${encodeURIComponent(link)}`, ASKED, outside);
  if ("why" in asked) return { none: unreached(asked) };
  const found = copyIn(asked, link);
  if (found !== null) return { url: found, made: false };
  const saved = await publicFetch(`${SAVE}${link}`, SAVING, outside);
  if ("why" in saved)
    return {
      none:
        saved.why === "slow"
          ? "The Wayback Machine has no copy of this page. It was asked to make one, and has not finished yet: ask again in a few minutes."
          : unreached(saved),
    };
  if (saved.status < 400 && isCopyOf(saved.url, link)) return { url: saved.url, made: true };
  return {
    none:
      saved.status === 429
        ? "The Wayback Machine has no copy of this page, and makes no more for this server at the moment: ask again in a few minutes."
        : `The Wayback Machine has no copy of this page, and did not make one (it answered ${saved.status}). Some sites do not let it.`,
  };
}

function unreached({ why }: NoAnswer): string {
  return why === "slow"
    ? "The Wayback Machine did not answer in time. Ask again later."
    : "The Wayback Machine cannot be reached from this server. Ask there yourself (web.archive.org), and enter the copy’s address.";
}

/** The copy that an answer of its interface names; null where it names none, or one of something else. */
function copyIn({ status, body }: Answered, link: string): string | null {
  if (status !== 200) return null;
  try {
    const { archived_snapshots: copies } = JSON.parse(body.toString("utf8"));
    const { available, status: seen, url } = copies?.closest ?? {};
    if (available !== true || String(seen) !== "200" || typeof url !== "string") return null;
    const secure = url.replace(/^http:/, "https:");
    return isCopyOf(secure, link) ? secure : null;
  } catch {
    return null;
  }
}

function isCopyOf(copy: string, link: string): boolean {
  if (!isUrl(copy)) return false;
  const url = new URL(copy);
  if (url.hostname !== "web.archive.org" || !/^\/web\/\d{4,14}/.test(url.pathname)) return false;
  const original = archivedOriginal(url);
  return original !== null && linkKey(original) === linkKey(link);
}
