interface CommentLinksProps {
  proposalId: number;
  path: string;
  label: string;
  /** The comments on it, and on its fields where it is a row. */
  comments: readonly { id: number }[];
  /** Whether anything may still be said about it. */
  isDiscussed: boolean;
}

/** From something that a proposal says to what was said about it, and to saying more. */
export function CommentLinks(props: CommentLinksProps) {
  const { proposalId, path, label, comments, isDiscussed } = props;
  const [first] = comments;
  if (first === undefined && !isDiscussed) return null;
  return (
    <p className="mt-1 font-sans text-sm">
      {first !== undefined && (
        <a href={`#comment-${first.id}`} className="mr-3 font-semibold">
          {comments.length === 1 ? "1 comment" : `${comments.length} comments`}
          <span className="sr-only"> on {label}</span>
        </a>
      )}
      {isDiscussed && (
        <a
          href={`/desk/proposals/${proposalId}/review?on=${encodeURIComponent(path)}#comment-form`}
          className="text-muted"
        >
          Comment<span className="sr-only"> on {label}</span>
        </a>
      )}
    </p>
  );
}
