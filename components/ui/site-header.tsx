import { HeaderSearch } from "@/components/search/header-search";
import type { Links } from "@/lib/site/urls/links";

export type Section =
  | "overview"
  | "incidents"
  | "timeline"
  | "targets"
  | "actors"
  | "charts"
  | "periods"
  | "methodology"
  | "search";

/** The masthead and the way to each section. */
export function SiteHeader({ links, section }: { links: Links; section: Section | null }) {
  const sections: [Section, string, string][] = [
    ["overview", "Overview", links.home],
    ["incidents", "Incidents", links.incidents()],
    ["timeline", "Timeline", links.timeline()],
    ["targets", "Targets", links.targets()],
    ["actors", "Actors", links.actors()],
    ["charts", "Charts", links.charts],
    ["periods", "Periods", links.periods],
    ["methodology", "Methodology", links.methodology],
  ];
  return (
    <header className="border-rule-strong border-b">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-paper focus:p-3 focus:underline"
      >
        Skip to the content
      </a>
      <div className="page-width flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 lg:gap-x-8">
        <a
          href={links.home}
          className="font-serif font-semibold text-2xl tracking-tight no-underline"
        >
          Lossline
        </a>
        <nav
          aria-label="Sections"
          className="sections order-last -mx-2 flex w-full flex-wrap lg:order-none lg:w-auto"
        >
          {sections.map(([name, label, href]) => (
            <a key={name} href={href} aria-current={name === section ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
        {section !== "search" && <HeaderSearch links={links} />}
        <button
          type="button"
          data-theme-button
          className="ml-auto min-h-6 lg:[search+&]:ml-0 px-2 py-1 text-muted text-sm hover:text-ink"
        >
          <span aria-hidden="true">◐</span>{" "}
          <span className="sr-only sm:not-sr-only">Light / dark</span>
        </button>
      </div>
    </header>
  );
}
