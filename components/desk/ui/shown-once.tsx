"use client";

import type { Secret } from "@/components/desk/ui/form-state";
import { CopyButton } from "@/components/publish/copy-button";

/** Something that is shown this once: to be copied now. */
export function ShownOnce({ secret }: { secret: Secret }) {
  const text = secret.kind === "link" ? secret.address : secret.codes.join("\n");
  return (
    <div className="mt-2">
      {secret.kind === "link" ? (
        <p className="bg-panel px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
          <a href={secret.address}>{secret.address}</a>
        </p>
      ) : (
        <ul className="grid grid-cols-2 gap-x-6 bg-panel px-3 py-2 font-mono text-sm">
          {secret.codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      )}
      <div className="mt-2">
        <CopyButton
          label={secret.kind === "link" ? "Copy the link" : "Copy the codes"}
          copy={() => navigator.clipboard.writeText(text)}
        />
      </div>
    </div>
  );
}
