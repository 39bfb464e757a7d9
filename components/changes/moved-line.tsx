"use client";

import { useEffect, useState } from "react";
import type { Moved } from "@/lib/statistics/changes/moved";

interface MovedLineProps {
  /** Where it is asked whether the figure has moved. */
  asks: string;
  /** The page that says why, for readers without scripts. */
  changes: string;
}

/**
 * Whether a cited figure has moved since its version. The page itself never changes, so this is asked when it is
 * read; until it is answered, and without scripts, it is a plain link.
 */
export function MovedLine({ asks, changes }: MovedLineProps) {
  const [moved, setMoved] = useState<Moved | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    fetch(asks, { signal: ended.signal, headers: { Accept: "application/json" } })
      .then((response) => (response.ok ? (response.json() as Promise<Moved>) : null))
      .then(setMoved)
      .catch(() => {
        // The plain link still leads to the answer.
      });
    return () => ended.abort();
  }, [asks]);
  return (
    <p className="mt-3 text-muted text-sm" data-moved={moved === null ? "asked" : "answered"}>
      {moved === null ? (
        <a href={changes}>Has this figure moved since?</a>
      ) : moved.moved ? (
        <>
          In version {moved.newest} this figure is <strong>{moved.words.newest}</strong> (
          {moved.words.change}): <a href={moved.changes}>what changed</a>
        </>
      ) : moved.newest === moved.version ? (
        <>This is the newest version.</>
      ) : (
        <>
          This figure has not moved since: it is the same in the newest version, {moved.newest}.{" "}
          <a href={moved.changes}>What else changed</a>
        </>
      )}
    </p>
  );
}
