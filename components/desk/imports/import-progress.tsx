"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ImportProgress } from "@/lib/imports/import";

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
        const told = (await answer.json()) as ImportProgress;
        if (ended) return;
        setProgress(told);
        if (told.state !== first.state || told.cutOff !== first.cutOff) router.refresh();
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
  const { state, rows, done } = progress;
  const storing = state === "importing" && rows > 0 && done >= rows - 1;
  const words = storing
    ? "Storing all of it, as one step …"
    : rows === 0
      ? "Reading the file …"
      : `${done.toLocaleString("en-GB")} of ${rows.toLocaleString("en-GB")} records gone through`;
  return (
    <div className="max-w-xl">
      <progress
        className="h-3 w-full appearance-none border border-rule-strong bg-panel [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-panel [&::-webkit-progress-value]:bg-ink"
        aria-label="How far it is"
        {...(rows === 0 || storing ? {} : { value: done, max: rows })}
      />
      <p role="status">{words}</p>
      <p className="mt-2 text-muted text-sm">
        It goes on if you leave. <a href={`/desk/imports/${id}`}>See how far it is now</a>
      </p>
    </div>
  );
}
