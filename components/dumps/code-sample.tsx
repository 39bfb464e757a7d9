/** Lines to be pasted into another program; wider ones are moved sideways, by keys too. */
export function CodeSample({ label, code }: { label: string; code: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved sideways must be reached without a mouse
    <section aria-label={label} tabIndex={0} className="mt-2 overflow-x-auto bg-mark p-3 text-sm">
      <pre>
        <code>{code}</code>
      </pre>
    </section>
  );
}
