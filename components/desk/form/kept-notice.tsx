"use client";

import { useEffect, useState } from "react";
import { forget, type KeptText, type LeftText, leftBehind } from "@/components/desk/form/kept-text";
import { Button } from "@/components/desk/ui/button";
import { Notice } from "@/components/desk/ui/notice";
import type { Typed } from "@/lib/desk/forms/typed";
import { draftDigest } from "@/lib/desk/proposals/digest";

interface KeptNoticeProps {
  keptAs: string;
  /** Where this page keeps its own text. */
  own: string;
  /** What the server has. */
  content: Typed;
  note: string;
  /** Of what the server has. */
  saveNumber: number;
  bringBack: (text: KeptText) => void;
}

/** Offers what this browser kept and the server never got. */
export function KeptNotice(props: KeptNoticeProps) {
  const { keptAs, own, content, note, saveNumber, bringBack } = props;
  const [left, setLeft] = useState<readonly LeftText[]>([]);
  useEffect(() => {
    let gone = false;
    void leftBehind(keptAs, own).then((found) => {
      if (gone) return;
      const saved = draftDigest(content, note);
      const isSaved = ({ text }: LeftText) => draftDigest(text.content, text.note) === saved;
      for (const each of found.filter(isSaved)) forget(each.place);
      setLeft(found.filter((each) => !isSaved(each)));
    });
    return () => {
      gone = true;
    };
  }, [keptAs, own, content, note]);
  const [found, ...others] = left;
  if (found === undefined) return null;
  return (
    <Notice
      kind="mind"
      live
      title={`This browser kept what you typed at ${new Date(found.text.at).toLocaleString("en-GB")} and could not save.`}
    >
      {found.text.follows < saveNumber && (
        <p>The draft has been saved since. Restoring it replaces what is here now.</p>
      )}
      <div className="mt-2 flex flex-wrap gap-3">
        <Button
          type="button"
          onClick={() => {
            // What else was kept is offered on the next visit: one form holds one text.
            setLeft([]);
            bringBack(found.text);
            forget(found.place);
          }}
        >
          Bring it back
        </Button>
        <Button
          type="button"
          kind="quiet"
          onClick={() => {
            forget(found.place);
            setLeft(others);
          }}
        >
          Throw it away
        </Button>
      </div>
    </Notice>
  );
}
