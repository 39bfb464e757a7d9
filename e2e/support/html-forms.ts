// Enough of a browser without scripts to fill in and send the forms of a page: for tests that must go
// on while the server is killed, or that send what no browser would.

/** A form as it is in a page. */
export interface HtmlForm {
  action: string | null;
  /** What it would send as it is, without a button. */
  values: [name: string, value: string][];
  /** Names of what a person types into. */
  texts: string[];
  buttons: { label: string; name: string | null; value: string; formAction: string | null }[];
}

/** The forms of a page, in their order. */
export function formsIn(html: string): HtmlForm[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? []).map(readForm);
}

function readForm(html: string): HtmlForm {
  const values: [string, string][] = [];
  const texts: string[] = [];
  for (const input of html.match(/<input[^>]*>/g) ?? []) {
    const name = attribute(input, "name");
    const type = attribute(input, "type") ?? "text";
    const boxed = type === "checkbox" || type === "radio";
    if (name === null || (boxed && !/\schecked/.test(input))) continue;
    values.push([name, attribute(input, "value") ?? (boxed ? "on" : "")]);
    if (!boxed && type !== "hidden" && type !== "file") texts.push(name);
  }
  for (const [, open = "", text = ""] of html.matchAll(
    /<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g,
  )) {
    const name = attribute(open, "name");
    if (name === null) continue;
    values.push([name, unescaped(text)]);
    texts.push(name);
  }
  for (const [, open = "", options = ""] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(open, "name");
    const all = options.match(/<option[^>]*>/g) ?? [];
    const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0];
    if (name === null || chosen === undefined) continue;
    values.push([name, attribute(chosen, "value") ?? ""]);
    texts.push(name);
  }
  const buttons = (html.match(/<button[\s\S]*?<\/button>/g) ?? []).map((button) => {
    const [open = ""] = /<button[^>]*>/.exec(button) ?? [];
    return {
      label: unescaped(button.replace(/<[^>]*>/g, "")).trim(),
      name: attribute(open, "name"),
      value: attribute(open, "value") ?? "",
      formAction: attribute(open, "formaction"),
    };
  });
  const [open = ""] = /<form[^>]*>/.exec(html) ?? [];
  return { action: attribute(open, "action") || null, values, texts, buttons };
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag)?.[1];
  return found === undefined ? null : unescaped(found);
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
