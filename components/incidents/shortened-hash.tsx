/** Hashes up to this length are shown whole. */
const SHORT = 24;

/**
 * A transaction's hash by its first and last signs. All of it is there: whoever copies, searches or hovers gets it
 * whole, and so does a screen reader.
 */
export function ShortenedHash({ hash }: { hash: string }) {
  if (hash.length <= SHORT) return <code className="break-all">{hash}</code>;
  return (
    <code title={hash} className="whitespace-nowrap">
      {hash.slice(0, 12)}
      <span className="text-[0px] after:text-sm after:content-['…'] print:text-[length:inherit] print:after:content-none">
        {hash.slice(12, -8)}
      </span>
      {hash.slice(-8)}
    </code>
  );
}
