import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import {
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import { markupStore } from "./markup-store";
import { PlainMarkup } from "./plain-markup";

/** A part of a page, the components that run on the server called. */
interface Part {
  node: ReactNode;
  /** Whether nothing in it needs a script. */
  isPlain: boolean;
  /** The part with as much of it as possible as plain markup. */
  reduce: () => ReactNode;
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };
type Writer = (node: ReactNode) => string;

/** Shorter content is no longer as data than the mention of it. */
const LEAST_LENGTH = 150;
/** Marks of drawings need no closing tag; what readers wrote cannot look like one, for its `>` is escaped. */
const EMPTY_MARK = /(<(rect|line|circle|path)\b[^>]*)><\/\2>/g;
/** Pages need it as little. */
const NAMESPACE = / xmlns="http:\/\/www\.w3\.org\/2000\/svg"/g;
/** Within an attribute, an `&` before a parameter's name and its `=` means itself (HTML, 13.2.5.73). */
const URLS = / href="[^"]*&amp;[^"]*"/g;
const PARAMETER = /&amp;(?=[a-z-]+=)/g;
/** Letters of markup on their way from what a page is made of to its drawing, which follows at once. */
const MOST_STORED = 16_000_000;
/** Milliseconds after which no page is still being drawn. */
const LONGEST_DRAWING = 60_000;
/** React moves these into the page's head, or must know of them otherwise. */
const SEEN_BY_REACT = new Set(["link", "meta", "title", "style", "script"]);
/** A chosen option is known from its list's own properties. */
const WHOLE = new Set(["select", "textarea"]);

/**
 * A page, of which React in the browser is told only what needs a script and what that stands in. All else
 * is written into the page once, as markup.
 */
export async function withPlainMarkup(page: ReactNode): Promise<ReactNode> {
  // Next refuses it as an import of a page, because it would draw what the page's own writer draws.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return resolve(page, false, renderToStaticMarkup).reduce();
}

function resolve(node: ReactNode, inSvg: boolean, write: Writer): Part {
  if (Array.isArray(node)) {
    const parts = node.map((child: ReactNode) => resolve(child, inSvg, write));
    return {
      node: parts.map((part) => part.node),
      isPlain: parts.every((part) => part.isPlain),
      reduce: () => parts.map((part) => part.reduce()),
    };
  }
  if (!isValidElement<Props>(node)) return opaque(node, typeof node !== "object" || node === null);
  const { type, key, props } = node;
  if (typeof type === "function" && !("$$typeof" in type)) {
    const call = type as (props: Props) => ReactNode;
    const part = resolve(call(props), inSvg, write);
    return key === null ? part : keyed(part, key);
  }
  const isHost = typeof type === "string";
  if (isHost && SEEN_BY_REACT.has(type) && !inSvg) return opaque(node, isData(props));
  const holdsMarks = inSvg || type === "svg";
  const content = resolve(props.children, holdsMarks, write);
  const writeContent = () => written(content.node, holdsMarks, write);
  const isPlain =
    content.isPlain && (type === Fragment || (isHost && !Object.values(props).some(isFunction)));
  const around = (children: ReactNode) => withChildren(node, children);
  const reduced = () => around(content.reduce());
  return {
    node: around(content.node),
    isPlain,
    reduce: () => (isPlain && isHost ? asPlainMarkup(node, content.node, writeContent) : reduced()),
  };
}

/** Whether a script is a block of data, which nothing runs. */
const isData = ({ type }: Props) => typeof type === "string" && type.endsWith("json");

const isFunction = (value: unknown) => typeof value === "function";

function opaque(node: ReactNode, isPlain: boolean): Part {
  return { node, isPlain, reduce: () => node };
}

function keyed({ node, isPlain, reduce }: Part, key: string): Part {
  const under = (child: ReactNode) => <Fragment key={key}>{child}</Fragment>;
  return { node: under(node), isPlain, reduce: () => under(reduce()) };
}

function withChildren(element: ReactElement<Props>, children: ReactNode): ReactNode {
  if (children === undefined) return element;
  return Array.isArray(children)
    ? cloneElement(element, undefined, ...children)
    : cloneElement(element, undefined, children);
}

/** An element of which React is told its own attributes and no more; itself where that saves nothing. */
function asPlainMarkup(
  element: ReactElement<Props>,
  content: ReactNode,
  writeContent: () => string,
): ReactNode {
  const { type, key, props } = element;
  const { children, ...attributes } = props;
  if (children === undefined || WHOLE.has(String(type))) return withChildren(element, content);
  const markup = writeContent();
  if (markup.length < LEAST_LENGTH) return withChildren(element, content);
  const kept = <PlainMarkup tag={String(type)} attributes={attributes} markup={stored(markup)} />;
  return key === null ? kept : <Fragment key={key}>{kept}</Fragment>;
}

/** As short as it can be said. A title within a drawing is not the page's, which React would move out of it. */
function written(content: ReactNode, isOfDrawing: boolean, write: Writer): string {
  const markup = isOfDrawing
    ? write(createElement("svg", null, content)).slice("<svg>".length, -"</svg>".length)
    : write(content);
  return markup
    .replace(EMPTY_MARK, "$1/>")
    .replace(NAMESPACE, "")
    .replace(URLS, (attribute) => attribute.replace(PARAMETER, "&"));
}

/** Stores markup until the page is drawn; equal markup has equal ids, so that equal pages have equal bytes. */
function stored(markup: string): string {
  const id = createHash("sha256").update(markup).digest("base64url").slice(0, 12);
  const store = markupStore(
    () =>
      new LRUCache<string, string>({
        maxSize: MOST_STORED,
        sizeCalculation: (text) => text.length,
        ttl: LONGEST_DRAWING,
        ttlAutopurge: true,
      }),
  );
  store.set(id, markup);
  return id;
}
