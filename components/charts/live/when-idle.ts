/** A page that is never idle still gets its charts after this long, in milliseconds. */
const LONGEST_WAIT = 3000;
/** Where the browser does not report when it is idle (Safari), a moment after it has been seen. */
const A_MOMENT = 200;

/** Calls back once, when the element is about to be on screen and the page has nothing better to do. Returns how to call it off. */
export function whenSeenAndIdle(element: Element, callback: () => void): () => void {
  let cancelIdle = () => {};
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      if (typeof requestIdleCallback === "function") {
        const handle = requestIdleCallback(callback, { timeout: LONGEST_WAIT });
        cancelIdle = () => cancelIdleCallback(handle);
      } else {
        const handle = setTimeout(callback, A_MOMENT);
        cancelIdle = () => clearTimeout(handle);
      }
    },
    { rootMargin: "200px" },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelIdle();
  };
}
