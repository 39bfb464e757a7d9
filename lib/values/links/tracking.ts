/** Parameters by which pages are counted, shared or shown, whatever the site; they say nothing of which page it is. */
const ANYWHERE =
  /^(?:utm_.*|_x_tr_.*|hsa_.*|guce_.*|mtm_.*|pk_(?:campaign|kwd|source|medium|content|cid)|piwik_.*|at_(?:medium|campaign|custom\d*|link_.*|bbc_team|ptr_name|format|campaign_type)|ns_(?:mchannel|source|campaign|linkname|fee)|fb_(?:action_ids|action_types|source|ref)|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|gad_source|gad_campaignid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|rdt_cid|epik|irclickid|wickedid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|__hs[a-z]{1,3}|vero_(?:id|conv)|oly_(?:enc|anon)_id|__s|ck_subscriber_id|igshid|igsh|mibextid|srsltid|guccounter|_ga|_gl|ref|ref_src|ref_url|cmp|cmpid|ncid|smid|sc_(?:channel|campaign|content|medium|outcome|geo|country|cid)|s_cid|xtor|trk|trkCampaign|taid|wprov|outputType|amp|amp_js_v|usqp)$/i;

/** Buttons that share a page say so in it. */
const SHARED = /^(?:1|true|twitter|x|facebook|telegram|reddit|linkedin|whatsapp|email|copy)$/i;

/** Parameters that only count, share or show on certain sites, and mean something on others. */
const ON_SITES: readonly (readonly [site: RegExp, names: RegExp])[] = [
  [/^(?:twitter|x)\.com$/, /^(?:s|t|cxt|cn)$/],
  [/^(?:youtube\.com|youtu\.be|spotify\.com)$/, /^(?:si|feature|pp|ab_channel)$/],
  [/^(?:medium\.com|.+\.medium\.com)$/, /^(?:source|gi|sk)$/],
  [/^(?:t\.me|telegram\.me)$/, /^(?:single|embed|before|after)$/],
  [/^(?:.+\.)?substack\.com$/, /^(?:r|s|triedRedirect|showWelcome|isFreemail|publication_id)$/],
  [/^linkedin\.com$/, /^(?:trackingId|lipi|rcm)$/],
  [/^reddit\.com$/, /^(?:share_id|rdt|context)$/],
  [/^(?:wsj|barrons|marketwatch)\.com$/, /^(?:mod|st|reflink|siteid)$/],
  [/^bloomberg\.com$/, /^(?:srnd|leadSource|sref|embedded-checkout)$/],
  [/^(?:ft|economist)\.com$/, /^(?:sharetype|shareType|segmentId)$/],
  [/^forbes\.com$/, /^(?:sh)$/],
];

/**
 * Whether a parameter of a page's URL only says how it was come by: dropped from links, and no part of their keys.
 * @param host of the page, as `URL` gives it
 */
export function isTracking(host: string, name: string, value: string): boolean {
  if (ANYWHERE.test(name)) return true;
  if (name === "share" && SHARED.test(value)) return true;
  const site = host.replace(/^(?:www|m|mobile|open|music|old|new)\./, "");
  return ON_SITES.some(([of, names]) => of.test(site) && names.test(name));
}

/** Places within a page that a link to it picks up by being copied: the comments, and words that were marked. */
const PASSING_FRAGMENT = /^#(?:comments|respond|disqus_thread|:~:.*)?$/i;

/**
 * A link without what only says how it was come by; the rest of it stays as it is written, letter by letter. A text that is
 * no link comes back as it is.
 */
export function withoutTracking(link: string): string {
  const parts = /^(https?:\/\/([^/?#]+)[^?#]*)(?:\?([^#]*))?(#.*)?$/i.exec(link);
  if (parts === null) return link;
  const [, page = "", authority = "", search, fragment = ""] = parts;
  const host = (authority.split("@").at(-1) ?? "").replace(/:\d+$/, "").toLowerCase();
  const counts = (search ?? "").split("&").filter((pair) => {
    const [name = "", value = ""] = pair.split("=", 2).map(decoded);
    return pair !== "" && !isTracking(host, name, value);
  });
  const words = fragment.replace(/:~:.*$/, "");
  return `${page}${counts.length === 0 ? "" : `?${counts.join("&")}`}${PASSING_FRAGMENT.test(words) ? "" : words}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
