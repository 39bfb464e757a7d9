"use client";

import { FailurePage } from "@/components/ui/failure-page";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <FailurePage
      title="This page could not be made"
      error={error}
      ways={
        <>
          <button type="button" className="button" onClick={reset}>
            Try again
          </button>
          <a href="/">To the overview</a>
        </>
      }
    >
      Nothing of the record is lost.
    </FailurePage>
  );
}
