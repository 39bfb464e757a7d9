/**
 * What a browser is told to refuse. Scripts come from here or carry a nonce or the hash of what Next
 * writes into a page; nothing inline beyond that. Style attributes are how charts place their marks.
 */

/** Where a page may be framed: embeds everywhere, all else nowhere. */
type Framing = "nowhere" | "anywhere";

/** A content security policy. @param scripts what else may run beside scripts from here: nonces or hashes, quoted */
export function contentPolicy(scripts: readonly string[], framing: Framing = "nowhere"): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framing === "anywhere" ? "*" : "'none'"}`,
  ].join("; ");
}

/** Headers that every answer carries, whatever it holds. */
export const EVERYWHERE: readonly (readonly [name: string, value: string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
];
