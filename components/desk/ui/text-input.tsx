import type { ComponentProps } from "react";

/** One line of text. @param width a class that bounds it; else it takes the line */
export function TextInput({
  width = "w-full",
  className = "",
  type = "text",
  ...rest
}: ComponentProps<"input"> & { width?: string }) {
  return (
    <input
      type={type}
      className={`field ${width} aria-[invalid]:border-negative aria-[invalid]:outline-negative ${className}`}
      {...rest}
    />
  );
}
