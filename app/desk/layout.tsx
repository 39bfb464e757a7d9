import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  title: { default: "Desk — Lossline", template: "%s — Lossline desk" },
  robots: { index: false, follow: false },
};

/** Rendered for each request: nothing of the desk is ever kept. */
export const dynamic = "force-dynamic";

/** Each page brings its own frame and asks itself who may see it; this protects nothing. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
