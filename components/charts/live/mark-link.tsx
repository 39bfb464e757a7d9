import type { ReactNode } from "react";

/**
 * A mark that leads to its incidents, for pointers that can hover: others read it first, and find the
 * link in the table, as the keyboard does.
 */
export function MarkLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return children;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the link is out of the tab order, and in the table
    <g aria-hidden="true">
      <a
        href={href}
        tabIndex={-1}
        className="cursor-pointer hover:opacity-80 [@media(hover:none)]:pointer-events-none"
      >
        {children}
      </a>
    </g>
  );
}
