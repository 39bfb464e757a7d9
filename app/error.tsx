"use client";

/** Something failed that nobody foresaw: say so, offer to try again, and give what a report needs. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="content" className="page-width max-w-3xl py-12">
      <p className="text-muted text-sm">Error 500</p>
      <h1 className="mt-1 font-semibold text-3xl">This page could not be made</h1>
      <p className="mt-4">
        The trouble is on our side: most often the database does not answer for a moment. Nothing of
        the record is lost.
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-4">
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
        <a href="/">To the overview</a>
      </p>
      {error.digest !== undefined && (
        <p className="mt-6 text-muted text-sm">
          When you report this, give the code <code>{error.digest}</code> and the address of the
          page.
        </p>
      )}
    </main>
  );
}
