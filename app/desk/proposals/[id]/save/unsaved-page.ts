import { escapeMarkup } from "@/lib/values/text/escape-markup";

/**
 * The answer to a form that was sent without scripts and could not be saved: it holds all that was
 * typed, and sends it again.
 */
export function unsavedPage(status: number, why: string, fields: URLSearchParams): Response {
  const hidden = [...fields]
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${inAttribute(name)}" value="${inAttribute(value)}">`,
    )
    .join("\n");
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not saved — Lossline desk</title></head>
<body style="font: 1.0625rem/1.5 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark">
<h1>Not saved</h1>
<p>${escapeMarkup(why)}</p>
<p>What you typed is held by this page. Leave it open until it is saved.</p>
<form method="post">
${hidden}
<button type="submit">Send it again</button>
</form>
<p><a href="/desk/sign-in" target="_blank" rel="noopener">Sign in, in another tab</a></p>
</body>
</html>`;
  return new Response(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}

/** A line's end is written so that no reader of HTML takes it for another. */
function inAttribute(text: string): string {
  return escapeMarkup(text).replaceAll("\n", "&#10;");
}
