"use client";

import type { Secret } from "@/components/desk/ui/form-state";
import { CopyButton } from "@/components/publish/copy-button";

const COPY: Record<Secret["kind"], string> = {
  link: "Copy the link",
  key: "Copy the key",
  secret: "Copy the secret",
  codes: "Copy the codes",
};

/** Something that is shown this once: to be copied now. */
export function ShownOnce({ secret }: { secret: Secret }) {
  return (
    <div className="mt-2">
      {secret.kind === "codes" ? (
        <ul className="grid grid-cols-2 gap-x-6 bg-panel px-3 py-2 font-mono text-sm">
          {secret.codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      ) : (
        <p className="bg-panel px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
          {secret.kind === "link" ? (
            <a href={secret.address}>{secret.address}</a>
          ) : (
            <code>{secret.key}</code>
          )}
        </p>
      )}
      <div className="mt-2">
        <CopyButton
          label={COPY[secret.kind]}
          copy={() => navigator.clipboard.writeText(textOf(secret))}
        />
      </div>
    </div>
  );
}

function textOf(secret: Secret): string {
  if (secret.kind === "codes") return secret.codes.join("\n");
  return secret.kind === "link" ? secret.address : secret.key;
}
