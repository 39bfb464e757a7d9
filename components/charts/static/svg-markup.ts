import { Fragment, isValidElement, type ReactNode } from "react";
import { escapeXml } from "@/lib/values/text/escape-markup";

/** What a colour's name stands for in a drawing that must carry its own colours. */
export type ColourOf = (name: string) => string;

const ATTRIBUTES: Record<string, string> = {
  className: "",
  textAnchor: "text-anchor",
  fontSize: "font-size",
  fontFamily: "font-family",
  fontWeight: "font-weight",
  fillOpacity: "fill-opacity",
  pointerEvents: "pointer-events",
  strokeWidth: "stroke-width",
  strokeLinejoin: "stroke-linejoin",
  strokeLinecap: "stroke-linecap",
  strokeDasharray: "stroke-dasharray",
  strokeOpacity: "stroke-opacity",
  paintOrder: "paint-order",
  textDecoration: "text-decoration",
  xmlSpace: "xml:space",
};

const COLOUR = /^var\((--[a-z0-9-]+)/;

/**
 * Writes what the drawing components make as SVG: the same components as on a page, with colours in place of
 * their names and without class names. Much faster than React's own writer, which a file does not need; it
 * knows only what drawings are made of: elements, functions without hooks, lists and text.
 */
export function svgMarkup(node: ReactNode, colourOf: ColourOf): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escapeXml(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) {
    let markup = "";
    for (const child of node) markup += svgMarkup(child, colourOf);
    return markup;
  }
  if (!isValidElement<Record<string, unknown>>(node))
    throw new Error("a drawing holds something that is no element");
  const { type, props } = node;
  if (typeof type === "function") {
    const draw = type as (props: unknown) => ReactNode;
    return svgMarkup(draw(props), colourOf);
  }
  if ((type as unknown) === Fragment) return svgMarkup(props.children as ReactNode, colourOf);
  // What is painted under a text is its halo, which not every background wants.
  const paint: ColourOf = props.paintOrder === "stroke" ? haloOf(colourOf) : colourOf;
  let markup = `<${String(type)}`;
  for (const name in props) {
    const value = props[name];
    if (name === "children" || value === undefined || value === null || value === false) continue;
    const attribute = ATTRIBUTES[name] ?? name;
    if (attribute === "" || attribute.startsWith("data-")) continue;
    markup += ` ${attribute}="${typeof value === "number" ? value : attributeText(String(value), paint)}"`;
  }
  const content = svgMarkup(props.children as ReactNode, colourOf);
  return content === "" ? `${markup}/>` : `${markup}>${content}</${String(type)}>`;
}

function haloOf(colourOf: ColourOf): ColourOf {
  return (name) => colourOf(name === "--paper" ? "--halo" : name);
}

function attributeText(value: string, colourOf: ColourOf): string {
  if (!value.startsWith("var(")) return escapeXml(value);
  const colour = COLOUR.exec(value);
  return colour === null ? escapeXml(value) : colourOf(colour[1] ?? "");
}
