import type { ComponentProps } from "react";

interface SelectProps extends ComponentProps<"select"> {
  options: readonly { value: string; label: string }[];
  /** What choosing nothing is called; without it, something is always chosen. */
  nothing?: string;
  /** A class that bounds it; else it takes the line. */
  width?: string;
}

/** A choice of one among values. */
export function Select({
  options,
  nothing,
  width = "w-full",
  className = "",
  ...rest
}: SelectProps) {
  return (
    <select className={`field ${width} aria-[invalid]:border-negative ${className}`} {...rest}>
      {nothing !== undefined && <option value="">{nothing}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
