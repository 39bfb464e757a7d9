"use client";

import { Button } from "@/components/desk/ui/button";
import { FailurePage } from "@/components/ui/failure-page";

interface DeskErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function DeskError({ error, reset }: DeskErrorProps) {
  return (
    <FailurePage
      title="This did not work"
      error={error}
      ways={
        <>
          <Button type="button" onClick={reset}>
            Try again
          </Button>
          <a href="/desk">To my work</a>
        </>
      }
    >
      What the desk had saved is still there; nothing is ever saved by half.
    </FailurePage>
  );
}
