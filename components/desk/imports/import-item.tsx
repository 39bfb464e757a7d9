import type { ReactNode } from "react";

interface ImportItemProps {
  of: { id: number; fileName: string; rows: number };
  /** How it stands, below its name. */
  children: ReactNode;
}

/** An import in a list: its file, leading to its page, and how many records it holds. */
export function ImportItem({ of: { id, fileName, rows }, children }: ImportItemProps) {
  return (
    <li className="border-rule border-b py-2 [overflow-wrap:anywhere]">
      <a href={`/desk/imports/${id}`} className="font-semibold">
        {fileName}
      </a>{" "}
      <span className="text-muted text-sm">
        {rows === 1 ? "1 record" : `${rows.toLocaleString("en-GB")} records`}
      </span>
      <div className="text-muted text-sm">{children}</div>
    </li>
  );
}
