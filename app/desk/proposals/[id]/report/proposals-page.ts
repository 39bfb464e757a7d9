import type { ReportReading } from "@/lib/desk/forms/report/report";
import { aroundOf } from "@/lib/desk/forms/report/report-around";
import { escapeMarkup } from "@/lib/values/text/escape-markup";

/** What a report proposes, as a page for browsers without scripts: what is ticked there is taken. */
export function proposalsPage(
  text: string,
  { proposals, left }: ReportReading,
  fields: URLSearchParams,
): Response {
  const hidden = [...fields]
    .filter(([name]) => name !== "intent" && name !== "_take")
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${inAttribute(name)}" value="${inAttribute(value)}">`,
    )
    .join("\n");
  const items = proposals
    .map(({ id, label, said, at, note }) => {
      const { before, words, after } = aroundOf(text, at);
      return `<li style="margin: .75rem 0; overflow-wrap: anywhere"><label><input type="checkbox" name="_take" value="${inAttribute(id)}"> <b>${escapeMarkup(label)}</b>: ${escapeMarkup(said)}</label><br><small>${escapeMarkup(before)}<mark>${escapeMarkup(words)}</mark>${escapeMarkup(after)}${note === null ? "" : `<br>${escapeMarkup(note)}`}</small></li>`;
    })
    .join("\n");
  const notProposed =
    left.length === 0
      ? ""
      : `<h2>Not proposed</h2>
<p>To be answered where addresses are pasted: it has to be asked what each is.</p>
<ul style="padding: 0; list-style: none">
${left
  .map(
    ({ text: line, why }) =>
      `<li style="margin: .75rem 0; overflow-wrap: anywhere"><code>${escapeMarkup(line)}</code><br><small>${escapeMarkup(why)}</small></li>`,
  )
  .join("\n")}
</ul>
`;
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>What the report proposes — Lossline desk</title></head>
<body style="font: 1.0625rem/1.5 Georgia, serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark">
<h1>What the report proposes</h1>
<p>${proposals.length === 0 ? "Nothing that an incident has was found in this text." : "Nothing is taken yet. Tick what is right; a field’s text is replaced, rows come behind those that are there."}</p>
<form method="post">
${hidden}
<ul style="padding: 0; list-style: none">
${items}
</ul>
<button type="submit" name="intent" value="take">Take what is ticked</button>
</form>
${notProposed}</body>
</html>`;
  return new Response(html, {
    status: 200,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}

/** A line's end is written so that no reader of HTML takes it for another. */
function inAttribute(text: string): string {
  return escapeMarkup(text).replaceAll("\n", "&#10;");
}
