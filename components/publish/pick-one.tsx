"use client";

import { useId } from "react";

interface PickOneProps {
  legend: string;
  options: readonly { value: string; label: string }[];
  chosen: string;
  choose: (value: string) => void;
}

/** One choice of a few, side by side. */
export function PickOne({ legend, options, chosen, choose }: PickOneProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-0.5 text-muted text-sm">{legend}</legend>
      <div className="flex flex-wrap">
        {options.map(({ value, label }) => (
          <label
            key={value}
            className="-ml-px flex min-h-9 cursor-pointer items-center border border-rule-strong px-2.5 text-sm has-checked:bg-ink has-checked:text-paper has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => choose(value)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
