/** Names the feed of what a page is about in its head, where React takes it. */
export function FollowFeed({ title, feed }: { title: string; feed: string }) {
  return (
    <link
      rel="alternate"
      type="application/atom+xml"
      title={`What was added, corrected or withdrawn: ${title}`}
      href={feed}
    />
  );
}

interface FollowLineProps {
  /** What it is, in the middle of a sentence. */
  what: string;
  feed: string;
  /** Where it is said how to have it sent. */
  how: string;
}

/** How to be told of what changes about what a page is about. */
export function FollowLine({ what, feed, how }: FollowLineProps) {
  return (
    <p className="mt-3 text-sm">
      <a href={feed} className="inline-block py-1">
        Follow {what}
      </a>{" "}
      <span className="text-muted">by feed, or</span>{" "}
      <a href={how} className="inline-block py-1">
        have what changes sent
      </a>
    </p>
  );
}
