"use client";

import { createElement, useEffect, useMemo } from "react";
import { storedMarkup } from "./markup-store";

interface PlainMarkupProps {
  tag: string;
  attributes: Readonly<Record<string, unknown>>;
  /** Under which its content is stored while the page is rendered. */
  markup: string;
}

/** What stands in the page already; null where React draws it in a page that came without it. */
function markupInPage(id: string): string | null {
  return document.querySelector(`[data-plain="${id}"]`)?.innerHTML ?? null;
}

/**
 * An element whose content needs no script. The server writes the content into the page; the browser is
 * not sent it again as data, and React leaves it as it stands.
 */
export function PlainMarkup({ tag, attributes, markup }: PlainMarkupProps) {
  const content = useMemo(
    () => (typeof window === "undefined" ? storedMarkup(markup) : markupInPage(markup)),
    [markup],
  );
  useEffect(() => {
    // Another rendering of the page as data alone, such as after a change in development.
    if (content === null) location.reload();
  }, [content]);
  const inner = useMemo(() => ({ __html: content ?? "" }), [content]);
  return createElement(tag, {
    ...attributes,
    "data-plain": markup,
    dangerouslySetInnerHTML: inner,
    suppressHydrationWarning: true,
  });
}
