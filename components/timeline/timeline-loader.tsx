"use client";

import { useEffect, useState } from "react";
import { dateText } from "@/lib/values/dates/day-text";

/** Parts that are added without anybody asking, so that what stands below a timeline can be reached. */
const UNASKED = 3;
/** How near its end comes into sight before the next part is asked for. */
const NEAR = "800px";

/** Adds the next part of a timeline where the reader comes near its end, and says so. Without it, its links lead there. */
export function TimelineLoader() {
  const [status, setStatus] = useState("");
  useEffect(() => startLoading(setStatus), []);
  return (
    <p role="status" className="mt-2 text-muted text-sm">
      {status}
    </p>
  );
}

/** @returns how to stop */
function startLoading(say: (status: string) => void): () => void {
  const list = document.querySelector("[data-timeline]");
  const foot = document.querySelector("[data-timeline-next]");
  if (list === null || foot === null) return () => {};
  const stop = new AbortController();
  let unasked = 0;
  let running: Promise<void> | null = null;
  /** The URL of the part that a month was added with. */
  const partOf = new WeakMap<Element, string>();
  for (const month of list.querySelectorAll("[data-month]")) partOf.set(month, location.href);

  const loadNext = async (link: HTMLAnchorElement) => {
    say("Loading more months …");
    try {
      const answer = await fetch(link.href, { signal: stop.signal });
      if (!answer.ok) throw new Error(`answered by ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const months = addMonths(list, page);
      showNext(foot, page.querySelector("[data-timeline-next]"));
      say(addedText(months));
      for (const month of list.querySelectorAll("[data-month]")) {
        if (!partOf.has(month)) partOf.set(month, link.href);
        inSight.observe(month);
      }
    } catch (error) {
      if (stop.signal.aborted) return;
      // The link leads there all the same.
      say("More months could not be loaded here. The link above leads to them.");
      foot.removeEventListener("click", onClick);
      unasked = UNASKED;
      console.error(error);
    }
  };
  /** The next part, added once however many ask for it. */
  const load = (): Promise<void> => {
    const link = foot.querySelector<HTMLAnchorElement>("a[rel=next]");
    running ??= (link === null ? Promise.resolve() : loadNext(link)).finally(() => {
      running = null;
    });
    return running;
  };

  const nearEnd = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting) || unasked >= UNASKED) return;
      unasked += 1;
      void load().then(() => {
        // Seen anew, if it is still near.
        nearEnd.unobserve(foot);
        if (!stop.signal.aborted) nearEnd.observe(foot);
      });
    },
    { rootMargin: NEAR },
  );
  // The URL is of the part that is being read, so that a way back leads to it.
  const inSight = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const part = partOf.get(target);
        if (isIntersecting && part !== undefined) history.replaceState(history.state, "", part);
      }
    },
    { rootMargin: "-15% 0px -80% 0px" },
  );
  const onClick = (event: Event) => {
    const isPlain =
      event instanceof MouseEvent &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.shiftKey &&
      event.button === 0;
    if (
      !isPlain ||
      !(event.target instanceof Element) ||
      event.target.closest("a[rel=next]") === null
    )
      return;
    event.preventDefault();
    unasked = 0;
    const before = list.querySelectorAll("[data-month]").length;
    void load().then(() => {
      // Whoever asked by a key reads on where it was added.
      const added = list.querySelectorAll<HTMLElement>("[data-month]")[before];
      added?.querySelector<HTMLElement>("ol a")?.focus();
    });
  };
  foot.addEventListener("click", onClick, { signal: stop.signal });
  nearEnd.observe(foot);
  return () => {
    stop.abort();
    nearEnd.disconnect();
    inSight.disconnect();
  };
}

/** Adds a page's months to a timeline, those of a year that it has already to that year. */
function addMonths(list: Element, page: Document): string[] {
  const months: string[] = [];
  for (const year of page.querySelectorAll("[data-timeline] > [data-year]")) {
    for (const month of year.querySelectorAll("[data-month]")) {
      months.push(month.getAttribute("data-month") ?? "");
    }
    const same = list.querySelector(`:scope > [data-year="${year.getAttribute("data-year")}"]`);
    if (same === null) list.append(document.adoptNode(year));
    else
      same.append(
        ...[...year.querySelectorAll("[data-month]")].map((each) => document.adoptNode(each)),
      );
  }
  return months;
}

/** Leads on from what was added. A link that has the focus keeps it. */
function showNext(foot: Element, next: Element | null): void {
  const [link, other] = [foot, next].map((each) =>
    each?.querySelector<HTMLAnchorElement>("a[rel=next]"),
  );
  if (link && other) {
    link.href = other.getAttribute("href") ?? "";
    link.textContent = other.textContent;
  } else
    foot.replaceChildren(...[...(next?.childNodes ?? [])].map((node) => document.adoptNode(node)));
}

function addedText(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return "";
  return `Added ${dateText(first)}${first === last ? "" : ` to ${dateText(last)}`}.`;
}
