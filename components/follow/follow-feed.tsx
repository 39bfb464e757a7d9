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

/** How to be told of what changes about what a page is about. @param what it is, in the middle of a sentence */
export function FollowLine({ what, feed }: { what: string; feed: string }) {
  return (
    <p className="mt-3 text-sm">
      <a href={feed} className="inline-block py-1">
        Follow {what}
      </a>{" "}
      <span className="text-muted">(Atom feed): what is added, corrected or withdrawn</span>
    </p>
  );
}
