"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ImpactAnswer } from "@/lib/desk/impact/impact-answer";

/** Milliseconds after a save before its impact is asked for: whoever goes on typing is not followed at every pause. */
const PATIENCE = 1500;

interface Asked {
  /** The save, and how often somebody has pressed the button by then. */
  of: string;
  /** Null where it could not be asked. */
  answer: ImpactAnswer | null;
}

/**
 * What publishing a draft would move, once somebody has asked for it; from then on anew after each save, only while
 * the page is seen, and never while another answer is under way.
 * @param savedAt the save that the form is based on; null while something is not saved
 */
export function useImpact(proposalId: number, savedAt: string | null) {
  const [presses, setPresses] = useState(0);
  const [working, setWorking] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  /** The last answer stays while a newer one is computed, or cannot be. */
  const [answer, setAnswer] = useState<ImpactAnswer | null>(null);
  const seen = useSyncExternalStore(onSeen, isSeen, () => true);
  const wanted = presses === 0 || savedAt === null ? null : `${savedAt} ${presses}`;
  const pressed = asked === null || !asked.of.endsWith(` ${presses}`);

  useEffect(() => {
    if (wanted === null || working || !seen || asked?.of === wanted) return;
    const timer = setTimeout(
      async () => {
        setWorking(true);
        const answered = await askImpact(proposalId);
        if (answered !== null) setAnswer(answered);
        setAsked({ of: wanted, answer: answered });
        setWorking(false);
      },
      pressed ? 0 : PATIENCE,
    );
    return () => clearTimeout(timer);
  }, [proposalId, wanted, working, seen, asked, pressed]);

  return {
    opened: presses > 0,
    answer,
    working: working || (pressed && wanted !== null),
    failed: asked !== null && asked.answer === null,
    ask: () => setPresses((before) => before + 1),
  };
}

/** Null where there is no connection, or whoever asks is signed out. */
async function askImpact(proposalId: number): Promise<ImpactAnswer | null> {
  try {
    const answer = await fetch(`/desk/proposals/${proposalId}/impact`, { method: "POST" });
    return answer.ok ? ((await answer.json()) as ImpactAnswer) : null;
  } catch {
    return null;
  }
}

function onSeen(happened: () => void): () => void {
  document.addEventListener("visibilitychange", happened);
  return () => document.removeEventListener("visibilitychange", happened);
}

function isSeen(): boolean {
  return document.visibilityState === "visible";
}
