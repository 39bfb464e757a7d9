import type { ComponentProps } from "react";

/** How loudly a button speaks: one primary a form; quiet for the rest; danger for what ends something. */
export type ButtonKind = "primary" | "quiet" | "danger";

const LOOKS: Record<ButtonKind, string> = {
  primary: "border-ink bg-ink text-paper hover:bg-ink/85",
  quiet: "border-rule-strong text-ink hover:bg-panel",
  danger: "border-negative text-negative hover:bg-negative hover:text-paper",
};

/** The look of a button, also for a link that acts like one. */
export function buttonClass(kind: ButtonKind = "primary"): string {
  return `inline-flex min-h-9 items-center border px-3.5 py-1 font-semibold no-underline disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60 ${LOOKS[kind]}`;
}

/** A button; it sends its form unless `type` says otherwise. */
export function Button({
  kind = "primary",
  className = "",
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { kind?: ButtonKind }) {
  return <button type={type} className={`${buttonClass(kind)} ${className}`} {...rest} />;
}
