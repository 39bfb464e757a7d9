/** Lines to be pasted into another program. */
export function CodeSample({ children }: { children: string }) {
  return (
    <pre className="mt-2 whitespace-pre-wrap border-rule border-l-2 py-1 pl-4 text-sm [overflow-wrap:anywhere]">
      <code>{children}</code>
    </pre>
  );
}
