import { type RefObject, useEffect, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import { idOf } from "@/components/desk/form/rows";
import { writeText } from "@/components/desk/form/write-choice";
import { NO_FACTS, type SourceFacts, type SourceRow } from "@/lib/desk/sources/source-proposals";

/** Milliseconds after the last key before the record is asked what it knows of a link. */
const PATIENCE = 500;
const FIELDS = ["url", "publisher", "title", "publishedOn", "archivedUrl"] as const;

/** A source's row while it is typed, and what is known of its link. */
export function useSourceRow(
  own: RefObject<HTMLElement | null>,
  { list, rowKey, typed }: { list: string; rowKey: number; typed: SourceRow },
) {
  const { askSource, changed, say } = useForm();
  const [row, setRow] = useState(typed);
  /** What is known, and of which link. */
  const [facts, setFacts] = useState<SourceFacts & { of: string }>({ ...NO_FACTS, of: "" });
  const [asking, setAsking] = useState<"page" | "copy" | null>(null);
  const [answer, setAnswer] = useState<string | null>(null);
  const link = row.url.trim();
  /** A row that is complete is asked about once somebody is at it: of a long list not every row at once. */
  const [isTouched, setTouched] = useState(false);
  const isOpen = isTouched || typed.publisher === "" || typed.title === "";

  // What is typed lives in the row's own controls.
  useEffect(() => {
    const place = own.current?.closest("[data-row]");
    const read = () => setRow((before) => shownIn(list, rowKey, before));
    place?.addEventListener("input", read);
    place?.addEventListener("change", read);
    const touch = () => setTouched(true);
    place?.addEventListener("focusin", touch, { once: true });
    read();
    return () => {
      place?.removeEventListener("input", read);
      place?.removeEventListener("change", read);
      place?.removeEventListener("focusin", touch);
    };
  }, [own, list, rowKey]);

  useEffect(() => {
    if (!isOpen || !/^https?:\/\/[^/]+\.[^/]/i.test(link)) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answered = await askSource("known", link);
      if (!isCurrent || !("known" in answered)) return;
      setFacts((before) => ({
        ...(before.of === link ? before : NO_FACTS),
        known: answered.known,
        of: link,
      }));
    }, PATIENCE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [askSource, link, isOpen]);

  const tell = (text: string) => {
    setAnswer(text);
    say(text);
  };
  const ask = async (what: "page" | "copy") => {
    if (asking !== null) return;
    setAsking(what);
    setAnswer(null);
    const learn = (learnt: Partial<SourceFacts>) =>
      setFacts((before) => ({ ...(before.of === link ? before : NO_FACTS), ...learnt, of: link }));
    if (what === "page") {
      const answered = await askSource("page", link);
      if ("page" in answered) {
        learn({ page: answered.page });
        tell(
          "The page was read. What it says is proposed; nothing is filled in until you take it.",
        );
      } else tell(answered.refused);
    } else {
      const answered = await askSource("copy", link);
      if ("url" in answered) {
        learn({ copy: answered.url });
        tell(answered.made ? "An archived copy was made." : "There is an archived copy.");
      } else tell("none" in answered ? answered.none : answered.refused);
    }
    setAsking(null);
  };
  /** Writes to the row's controls as if it were typed. */
  const fill = (fills: Partial<SourceRow>) => {
    for (const [field, text] of Object.entries(fills)) {
      const control = document.getElementById(idOf(list, rowKey, field));
      if (control instanceof HTMLInputElement && text !== undefined) writeText(control, text);
    }
    changed();
  };
  const known = facts.of === link ? facts : NO_FACTS;
  return { row, facts: known, answer, asking, ask, fill, say };
}

/** What a row's controls hold; the same object where nothing changed. */
function shownIn(list: string, rowKey: number, before: SourceRow): SourceRow {
  const now = { ...before };
  for (const field of FIELDS) {
    const control = document.getElementById(idOf(list, rowKey, field));
    if (control instanceof HTMLInputElement) now[field] = control.value;
  }
  return FIELDS.every((field) => now[field] === before[field]) ? before : now;
}
