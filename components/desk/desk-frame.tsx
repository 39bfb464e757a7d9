import type { ReactNode } from "react";
import { type DeskSection, sectionsFor } from "@/components/desk/desk-sections";
import type { Person } from "@/lib/desk/access/access";
import { type Badge, reviewBadge, type Waiting, workBadge } from "@/lib/desk/waiting/waiting";

/** Somebody who is signed in, with how much waits for them where that is known. */
type PersonShown = Person & { waiting?: Waiting };

interface DeskFrameProps {
  /** Null before anybody has signed in. */
  person: PersonShown | null;
  /** Null for a page that belongs to none. */
  section: DeskSection | null;
  children: ReactNode;
}

/** The frame around every page of the desk: the mast, the sections that a role has, the way out. */
export function DeskFrame({ person, section, children }: DeskFrameProps) {
  return (
    <>
      <header className="border-rule-strong border-b">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-paper focus:p-3 focus:underline"
        >
          Skip to the content
        </a>
        <div className="page-width flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3 max-sm:gap-x-2">
          <p className="font-serif font-semibold text-2xl tracking-tight">
            <a href="/" className="no-underline">
              Lossline
            </a>
            <span className="font-normal text-muted"> desk</span>
          </p>
          {person !== null && <Sections person={person} section={section} />}
          <div className="ml-auto flex flex-wrap items-baseline gap-x-1 text-sm">
            {person !== null && (
              <>
                <a
                  href="/desk/account"
                  aria-current={section === "account" ? "page" : undefined}
                  className="max-w-48 truncate px-2 py-1 text-muted no-underline hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink max-sm:max-w-20"
                >
                  <span className="sr-only">Account of </span>
                  {person.name}
                </a>
                <form action="/desk/sign-out" method="post">
                  <button
                    type="submit"
                    className="min-h-6 px-2 py-1 text-muted hover:text-ink hover:underline"
                  >
                    Sign out
                  </button>
                </form>
              </>
            )}
            <button
              type="button"
              data-theme-button
              className="min-h-6 px-2 py-1 text-muted hover:text-ink"
            >
              <span aria-hidden="true">◐</span>{" "}
              <span className={person === null ? "" : "max-sm:sr-only"}>Light / dark</span>
            </button>
          </div>
        </div>
      </header>
      <main id="content" className="page-width pt-6 pb-16">
        {children}
      </main>
    </>
  );
}

function Sections({ person, section }: { person: PersonShown; section: DeskSection | null }) {
  const { waiting } = person;
  const badges: Partial<Record<DeskSection, Badge | null>> =
    waiting === undefined ? {} : { work: workBadge(waiting), queue: reviewBadge(waiting) };
  return (
    <nav
      aria-label="Sections of the desk"
      className="order-last -mx-2 flex w-full flex-wrap max-sm:-mx-1.5 max-sm:text-[0.9375rem] lg:order-none lg:w-auto"
    >
      {sectionsFor(person).map(({ name, label, href }) => (
        <a
          key={name}
          href={href}
          aria-current={name === section ? "page" : undefined}
          className="px-2 py-1 text-muted no-underline hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink max-sm:px-1.5"
        >
          {label}
          {badges[name] != null && <SectionBadge {...badges[name]} />}
        </a>
      ))}
    </nav>
  );
}

/** How much waits in a section: a number, and for those who hear it what it is of. */
function SectionBadge({ count, text }: Badge) {
  return (
    <>
      <span
        aria-hidden="true"
        title={text}
        className="ml-1 inline-block min-w-5 bg-ink px-1 text-center font-semibold text-paper text-xs tabular-nums leading-5"
      >
        {count > 99 ? "99+" : count}
      </span>
      <span className="sr-only"> ({text})</span>
    </>
  );
}
