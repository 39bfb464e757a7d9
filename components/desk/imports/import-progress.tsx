"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ImportProgress } from "@/lib/desk/imports/import";
import { isCounted, stepText } from "@/lib/desk/imports/import-step";

/** Milliseconds between two questions. */
const EVERY = 1000;

interface Props {
  id: number;
  progress: ImportProgress;
}

/** How far an import is, asked anew while it runs; the page is made anew once it has ended. */
export function ProgressLine({ id, progress: first }: Props) {
  const router = useRouter();
  const [progress, setProgress] = useState(first);
  useEffect(() => {
    let ended = false;
    let waiting: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const answer = await fetch(`/desk/imports/${id}/progress`);
        if (!answer.ok) throw new Error(`progress: ${answer.status}`);
        const answered = (await answer.json()) as ImportProgress;
        if (ended) return;
        setProgress(answered);
        if (answered.state !== first.state || answered.cutOff !== first.cutOff) router.refresh();
      } catch {
        // No connection for a moment: it is asked again.
      }
      if (!ended) waiting = setTimeout(() => void ask(), EVERY);
    };
    waiting = setTimeout(() => void ask(), EVERY);
    return () => {
      ended = true;
      clearTimeout(waiting);
    };
  }, [id, first.state, first.cutOff, router]);
  const { step, rows, done } = progress;
  return (
    <div className="max-w-xl">
      <progress
        className="h-3 w-full appearance-none border border-rule-strong bg-panel [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-panel [&::-webkit-progress-value]:bg-ink"
        aria-label="Progress"
        {...(rows === 0 || !isCounted(step) ? {} : { value: done, max: rows })}
      />
      <p role="status">{stepText(step, done, rows)}</p>
      <p className="mt-2 text-muted text-sm">
        It goes on if you leave. <a href={`/desk/imports/${id}`}>Refresh progress</a>
      </p>
    </div>
  );
}
