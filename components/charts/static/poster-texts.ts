import { textWidth } from "@/lib/statistics/charts/layout/text-width";

/** A text of a picture with the room it takes, for tests that nothing is cut or covered. */
interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Inherited {
  fontSize: number;
  anchor: string;
  direction: string;
  strong: boolean;
  x: number;
  y: number;
}

const attribute = (attributes: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];

const UNESCAPED: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** Every text of an SVG made by posterSvg, in its nominal pixels. */
export function textsOf(svg: string): TextBox[] {
  const texts: TextBox[] = [];
  const stack: Inherited[] = [
    { fontSize: 16, anchor: "start", direction: "ltr", strong: false, x: 0, y: 0 },
  ];
  for (const [, closing, name, attributes = "", content = ""] of svg.matchAll(
    /<(\/?)([a-z]+)([^>]*)>([^<]*)/gi,
  )) {
    const above = stack.at(-1);
    if (above === undefined) break;
    if (closing === "/") {
      stack.pop();
      continue;
    }
    const move = /translate\(([\d.-]+) ([\d.-]+)\)/.exec(attributes);
    const own: Inherited = {
      fontSize: Number(attribute(attributes, "font-size") ?? above.fontSize),
      anchor: attribute(attributes, "text-anchor") ?? above.anchor,
      direction: attribute(attributes, "direction") ?? above.direction,
      strong: (attribute(attributes, "font-weight") ?? (above.strong ? "600" : "")) === "600",
      x: above.x + Number(move?.[1] ?? 0),
      y: above.y + Number(move?.[2] ?? 0),
    };
    if (name === "text") {
      const text = content.replace(/&(amp|lt|gt|quot);/g, (entity) => UNESCAPED[entity] ?? entity);
      const width = textWidth(text, own.fontSize, own.strong ? 600 : 400);
      const x = own.x + Number(attribute(attributes, "x"));
      const y = own.y + Number(attribute(attributes, "y"));
      const atLeft = own.direction === "rtl" ? "end" : "start";
      const share = own.anchor === "middle" ? 0.5 : own.anchor === atLeft ? 0 : 1;
      const left = x - width * share;
      texts.push({ text, left, right: left + width, top: y - own.fontSize * 0.7, bottom: y });
    }
    if (!attributes.endsWith("/")) stack.push(own);
  }
  return texts;
}
