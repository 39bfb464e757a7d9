import sanitizeHtml from "sanitize-html";

// What content systems keep of code that is pasted into them, by their documentation; nothing of theirs runs here.

/** Attributes that WordPress allows on every element (`_wp_add_global_attributes` in wp-includes/kses.php). */
const WORDPRESS_GLOBAL = [
  "aria-controls",
  "aria-current",
  "aria-describedby",
  "aria-details",
  "aria-expanded",
  "aria-hidden",
  "aria-label",
  "aria-labelledby",
  "aria-live",
  "class",
  "data-*",
  "dir",
  "hidden",
  "id",
  "lang",
  "style",
  "title",
  "role",
  "xml:lang",
];

/** Of `$allowedposttags` in the same file, the elements that our code is made of; neither iframe nor script is in it. */
const WORDPRESS_POST: Record<string, string[]> = {
  a: ["href", "rel", "rev", "name", "target", "download"],
  em: [],
  figcaption: ["align"],
  figure: ["align"],
  img: [
    "alt",
    "align",
    "border",
    "height",
    "hspace",
    "loading",
    "longdesc",
    "vspace",
    "src",
    "usemap",
    "width",
  ],
  p: ["align"],
  strong: [],
};

/** What WordPress keeps of a post by an author who may not write any HTML (`wp_kses_post`). */
export function keptByWordPress(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: Object.keys(WORDPRESS_POST),
    allowedAttributes: { ...WORDPRESS_POST, "*": WORDPRESS_GLOBAL },
    allowedSchemes: ["http", "https", "mailto", "tel"],
  });
}

/**
 * What WordPress keeps of what an oEmbed provider answers that it does not know (`wp_filter_oembed_result`): one iframe of
 * few attributes, which it shuts in a sandbox.
 */
export function embeddedByWordPress(html: string): string {
  const kept = sanitizeHtml(html, {
    allowedTags: ["a", "blockquote", "iframe"],
    allowedAttributes: {
      a: ["href"],
      iframe: [
        "src",
        "width",
        "height",
        "frameborder",
        "marginwidth",
        "marginheight",
        "scrolling",
        "title",
      ],
    },
  });
  const frame = /<iframe.*?><\/iframe>/s.exec(kept)?.[0] ?? "";
  return frame.replace("<iframe", '<iframe sandbox="allow-scripts" security="restricted"');
}

/**
 * What is wrong with HTML for those who make AMP of it: its elements become `amp-img` and `amp-iframe`, which must say
 * their sizes and load over HTTPS; scripts of one's own are not allowed. Empty where nothing is.
 */
export function problemsForAmp(html: string): string[] {
  const problems: string[] = [];
  const tags = [...html.matchAll(/<([a-z][\w-]*)([^>]*)>/gi)];
  for (const [, name = "", rest = ""] of tags) {
    const attributes = new Map(
      [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = "", value = ""]) => [
        key.toLowerCase(),
        value,
      ]),
    );
    if (name === "script") problems.push("a script of one's own");
    if (["object", "embed", "form", "base"].includes(name)) problems.push(`<${name}>`);
    for (const [key, value] of attributes) {
      if (/^on[a-z]/.test(key)) problems.push(`a handler: ${key}`);
      if (key === "style" && value.includes("!important")) problems.push("!important");
    }
    if (name !== "img" && name !== "iframe") continue;
    for (const side of ["width", "height"])
      if (!/^\d+$/.test(attributes.get(side) ?? "")) problems.push(`<${name}> without its ${side}`);
    if (!(attributes.get("src") ?? "").startsWith("https://"))
      problems.push(`<${name}> not over HTTPS`);
    if (name === "img" && !attributes.has("alt")) problems.push("<img> without alt");
  }
  return problems;
}
