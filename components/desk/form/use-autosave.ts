"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { forget, holdPlace, keep } from "@/components/desk/form/kept-text";
import type { Typed } from "@/lib/desk/forms/typed";
import { draftDigest } from "@/lib/desk/proposals/digest";

/** Where the text of a form stands. */
export type SaveState =
  | { is: "saved"; at: string }
  | { is: "typed" }
  | { is: "saving" }
  | { is: "offline" }
  | { is: "signedOut" }
  | { is: "clash"; at: string; copy: number }
  | { is: "closed"; message: string }
  | { is: "refused"; message: string };

/** What the form holds at this moment; null once it is gone from the page: then there is nothing to save. */
export type Collect = () => { content: Typed; note: string } | null;

interface Autosave {
  /** Where saves are sent. */
  address: string;
  /** Where the browser keeps what the server does not have yet: what this page's own place begins with. */
  keptAs: string;
  saveNumber: number;
  savedAt: string;
  collect: RefObject<Collect>;
}

/** Milliseconds after the last change. */
const PAUSE = 2000;
/** The same, where what is typed is too long to be sent by a page that is left. */
const SHORT_PAUSE = 500;
const RETRY = 5000;
const MOST_UNHEARD = 20;
/** A page that is left may send so much, in bytes; beyond, the browser keeps it for the next visit. */
const MOST_ON_LEAVING = 60_000;

/**
 * Saves a form a moment after its last change and whenever the page is left, one save after the other,
 * and tries again for as long as there is no answer.
 */
export function useAutosave({ address, keptAs, saveNumber, savedAt, collect }: Autosave) {
  const [state, setState] = useState<SaveState>({ is: "saved", at: savedAt });
  const follows = useRef(saveNumber);
  /** Digests of what was sent and not answered yet: the server may have it. */
  const unheard = useRef<string[]>([]);
  const dirty = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  const pause = useRef(PAUSE);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [tab] = useState(newTab);
  /** A place for each page, also for two of one draft: neither's unsent words are the other's. */
  const place = keptAs + tab;
  useEffect(() => holdPlace(place), [place]);

  const body = useCallback(() => {
    const held = collect.current();
    return held && { follows: follows.current, unheard: unheard.current, tab, ...held };
  }, [collect, tab]);

  const keepHere = useCallback(() => {
    const held = collect.current();
    if (held === null) return;
    keep(place, { follows: follows.current, ...held, at: new Date().toISOString() });
  }, [collect, place]);

  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const again = () => {
      timer.current = setTimeout(() => void save(), RETRY);
    };
    const run = async (): Promise<boolean> => {
      const sent = body();
      if (sent === null) return false;
      unheard.current = [...unheard.current, draftDigest(sent.content, sent.note)].slice(
        -MOST_UNHEARD,
      );
      dirty.current = false;
      setState({ is: "saving" });
      const text = encoded(sent);
      pause.current = text.length > MOST_ON_LEAVING ? SHORT_PAUSE : PAUSE;
      const answer = await post(address, text);
      if (answer === null || answer.status >= 500) {
        dirty.current = true;
        setState({ is: "offline" });
        again();
        return false;
      }
      if (answer.status === 401) {
        dirty.current = true;
        setState({ is: "signedOut" });
        again();
        return false;
      }
      const { said } = answer;
      if ("saved" in said) {
        follows.current = said.saved;
        unheard.current = [];
        if (dirty.current) {
          setState({ is: "typed" });
          timer.current = setTimeout(() => void save(), pause.current);
        } else {
          clearTimeout(keeping.current);
          forget(place);
          setState({ is: "saved", at: said.at });
        }
        return true;
      }
      // What was typed lies aside on the server: it is no longer this browser's to keep.
      if ("clash" in said) setState({ is: "clash", at: said.clash.at, copy: said.clash.copy });
      else if ("closed" in said) setState({ is: "closed", message: said.closed });
      else setState({ is: "refused", message: said.refused });
      if (!("refused" in said)) forget(place);
      return false;
    };
    const before = running.current ?? Promise.resolve(true);
    const mine: Promise<boolean> = before.then(run, run).finally(() => {
      if (running.current === mine) running.current = null;
    });
    running.current = mine;
    return mine;
  }, [address, body, place]);

  const changed = useCallback(() => {
    dirty.current = true;
    setState((now) => (now.is === "saved" ? { is: "typed" } : now));
    clearTimeout(keeping.current);
    keeping.current = setTimeout(keepHere, 300);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause.current);
  }, [keepHere, save]);

  const leave = useCallback(() => {
    if (!dirty.current) return;
    keepHere();
    const sent = body();
    // Where it does not arrive, the browser keeps it, and offers it on the next visit.
    if (sent !== null) void post(address, encoded(sent));
  }, [address, body, keepHere]);

  // A way back within the desk takes the form off a page that stays: here it still holds what was typed.
  useLayoutEffect(
    () => () => {
      leave();
      clearTimeout(timer.current);
      clearTimeout(keeping.current);
    },
    [leave],
  );

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === "hidden" && dirty.current) void save();
    };
    const back = () => {
      if (dirty.current) void save();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("blur", back);
    window.addEventListener("focus", back);
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("blur", back);
      window.removeEventListener("focus", back);
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [leave, save]);

  return { state, tab, place, changed, saveNow: save, follows };
}

type Said =
  | { saved: number; at: string }
  | { clash: { saveNumber: number; at: string; copy: number } }
  | { closed: string }
  | { refused: string };

function encoded(body: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(body));
}

async function post(
  address: string,
  text: Uint8Array<ArrayBuffer>,
): Promise<{ status: number; said: Said } | null> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: text,
      headers: { "Content-Type": "application/json" },
      // A short one arrives even where the page is closed meanwhile.
      keepalive: text.length <= MOST_ON_LEAVING,
    });
    const said = answer.headers.get("Content-Type")?.includes("json")
      ? ((await answer.json()) as Said)
      : { refused: "The server gave an answer that cannot be read." };
    return { status: answer.status, said };
  } catch {
    return null;
  }
}

function newTab(): string {
  // Where there is no secure context there is no randomUUID.
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 10)).join("");
}
