"use client";

import { useEffect, useState } from "react";
import { forget, type KeptText, kept, putBy } from "@/components/desk/form/kept-text";
import { Button } from "@/components/desk/ui/button";
import { Notice } from "@/components/desk/ui/notice";
import type { Typed } from "@/lib/forms/typed";
import { draftDigest } from "@/lib/proposals/digest";

interface KeptNoticeProps {
  keptAs: string;
  /** What the server has. */
  content: Typed;
  note: string;
  bringBack: (text: KeptText) => void;
}

/** Offers what this browser kept and the server never got. */
export function KeptNotice({ keptAs, content, note, bringBack }: KeptNoticeProps) {
  const [found, setFound] = useState<{ text: KeptText; at: string } | null>(null);
  useEffect(() => {
    // Put by: what is typed before anything is decided is kept in its place.
    for (const at of putBy(keptAs)) {
      const text = kept(at);
      if (text === null) continue;
      if (draftDigest(text.content, text.note) !== draftDigest(content, note))
        return setFound({ text, at });
      forget(at);
    }
  }, [keptAs, content, note]);
  if (found === null) return null;
  return (
    <Notice
      kind="mind"
      live
      title={`This browser kept what you typed at ${new Date(found.text.at).toLocaleString("en-GB")} and could not save.`}
    >
      <div className="mt-2 flex flex-wrap gap-3">
        <Button
          type="button"
          onClick={() => {
            setFound(null);
            bringBack(found.text);
            forget(found.at);
          }}
        >
          Bring it back
        </Button>
        <Button
          type="button"
          kind="quiet"
          onClick={() => {
            forget(found.at);
            setFound(null);
          }}
        >
          Throw it away
        </Button>
      </div>
    </Notice>
  );
}
