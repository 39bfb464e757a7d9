import type { ComponentProps, ReactNode } from "react";

/** Something to say yes to, with its label beside it. */
export function CheckBox({
  label,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className="flex min-h-6 items-start gap-2">
      <input type="checkbox" className="mt-1 size-4 shrink-0 accent-(--ink)" {...rest} />
      <span>{label}</span>
    </label>
  );
}
