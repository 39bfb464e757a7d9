// The few elements of SpreadsheetML (ECMA-376) that say what stands in cells. Workbooks are written by programs: their
// XML is regular, and nothing in it is resolved from outside.

/** An element: its attributes and what is in it. */
export interface XmlElement {
  attributes: Readonly<Record<string, string>>;
  inner: string;
}

/** The elements of a name, in their order, whatever their prefix; none of them holds another of its name. */
export function* elementsOf(xml: string, name: string): Generator<XmlElement> {
  const opening = new RegExp(`<(?:[A-Za-z][\\w.-]*:)?${name}(?=[\\s/>])([^>]*)>`, "g");
  const closing = new RegExp(`</(?:[A-Za-z][\\w.-]*:)?${name}\\s*>`, "g");
  for (let found = opening.exec(xml); found !== null; found = opening.exec(xml)) {
    const written = found[1] ?? "";
    if (written.endsWith("/")) {
      yield { attributes: attributesOf(written), inner: "" };
      continue;
    }
    const start = opening.lastIndex;
    closing.lastIndex = start;
    const end = closing.exec(xml);
    if (end === null) return;
    yield { attributes: attributesOf(written), inner: xml.slice(start, end.index) };
    opening.lastIndex = closing.lastIndex;
  }
}

/** The first element of a name; null where there is none. */
export function elementOf(xml: string, name: string): XmlElement | null {
  return elementsOf(xml, name).next().value ?? null;
}

/** The text of an entry: all its runs of letters, less what only says how they are spoken. */
export function runsText(xml: string): string {
  const spoken = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  return [...elementsOf(spoken, "t")].map(({ inner }) => plainText(inner)).join("");
}

/** XML's text without its escapes, and without Excel's own of control signs. */
export function plainText(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => text.replaceAll("&", "&amp;"))
    .replace(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
      (whole, hex, number, name) => {
        if (name !== undefined) return ESCAPED[String(name).toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
        return code > 0x10ffff ? whole : String.fromCodePoint(code);
      },
    )
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => {
      const letter = String.fromCharCode(Number.parseInt(code, 16));
      return letter === "\r" ? "" : letter;
    });
}

const ESCAPED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single] of written.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    attributes[name.replace(/^.*:/, "")] = plainText(double ?? single ?? "");
  return attributes;
}
