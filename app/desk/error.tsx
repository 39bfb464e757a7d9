"use client";

import { Button } from "@/components/desk/ui/button";

/** Something failed that nobody foresaw: say so, and how what was typed is kept. */
export default function DeskError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="content" className="page-width max-w-3xl py-12">
      <p className="text-muted text-sm">Error 500</p>
      <h1 className="mt-1 font-semibold text-3xl">This did not work</h1>
      <p className="mt-4">
        The trouble is on our side: most often the database does not answer for a moment. What the
        desk had saved is still there; nothing is ever saved by half.
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-4">
        <Button type="button" onClick={reset}>
          Try again
        </Button>
        <a href="/desk">To my work</a>
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
