import type { ReactNode } from "react";

interface FailurePageProps {
  title: string;
  error: Error & { digest?: string };
  /** What is lost and what is not. */
  children: ReactNode;
  /** What may be done about it. */
  ways: ReactNode;
}

/** Something failed that nobody foresaw: says so, offers ways on, and gives what a report needs. */
export function FailurePage({ title, error, children, ways }: FailurePageProps) {
  return (
    <main id="content" className="page-width max-w-3xl py-12">
      <p className="text-muted text-sm">Error 500</p>
      <h1 className="mt-1 font-semibold text-3xl">{title}</h1>
      <p className="mt-4">
        The trouble is on our side: most often the database does not answer for a moment. {children}
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-4">{ways}</p>
      {error.digest !== undefined && (
        <p className="mt-6 text-muted text-sm">
          When you report this, give the code <code>{error.digest}</code> and the address of the
          page.
        </p>
      )}
    </main>
  );
}
