import type { ComponentProps } from "react";

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ className = "", rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={`field w-full resize-y [field-sizing:content] [min-height:calc(var(--rows)*1.5em+0.6rem)] aria-[invalid]:border-negative ${className}`}
      style={{ "--rows": rows } as React.CSSProperties}
      {...rest}
    />
  );
}
