import { type RefObject, useEffect, useRef } from "react";
import { keepReport, keptReport } from "@/components/desk/report/kept-report";

/** Milliseconds after the last key before the browser keeps what is in the box. */
const KEEP_AFTER = 400;

/** What somebody's draft has in its box, wherever that is. */
interface Box {
  personId: string;
  proposalId: number;
  area: RefObject<HTMLTextAreaElement | null>;
  link: RefObject<HTMLInputElement | null>;
}

/** Keeps what is in the box in this browser, and puts back what was kept. */
export function useKeptReport({ personId, proposalId, area, link }: Box) {
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const kept = keptReport(personId, proposalId);
    if (area.current !== null && area.current.value === "") area.current.value = kept.text;
    if (link.current !== null && link.current.value === "") link.current.value = kept.link;
  }, [personId, proposalId, area, link]);
  const keepNow = () =>
    keepReport(personId, proposalId, {
      text: area.current?.value ?? "",
      link: link.current?.value ?? "",
    });
  return {
    keepNow,
    typed: () => {
      clearTimeout(keeping.current);
      keeping.current = setTimeout(keepNow, KEEP_AFTER);
    },
  };
}
