"use client";

import { useEffect, useRef } from "react";

export interface SummaryProblem {
  /** Id of the control to lead to; null for what is wrong with the whole. */
  field: string | null;
  /** What is wrong and what is allowed, in plain words. */
  message: string;
}

interface ErrorSummaryProps {
  problems: readonly SummaryProblem[];
  title?: string;
}

/** What is wrong in a form, each leading to its field. It takes focus whenever new problems come. */
export function ErrorSummary({ problems, title }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // The answer to each attempt is a new list, also where it says the same again.
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  const heading =
    title ??
    (problems.length === 1 ? "There is a problem" : `There are ${problems.length} problems`);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-6 border-2 border-negative bg-paper px-4 py-3"
    >
      <h2 className="font-semibold text-lg">{heading}</h2>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`} className="[overflow-wrap:anywhere]">
            {field === null ? message : <a href={`#${field}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
