interface PagesNavProps {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The way through a list of several pages; nothing where there is only one. */
export function PagesNav({ page, pages, hrefOf }: PagesNavProps) {
  if (pages <= 1) return null;
  const near = [1, page - 1, page, page + 1, pages].filter(
    (number, index, all) => number >= 1 && number <= pages && all.indexOf(number) === index,
  );
  return (
    <nav
      aria-label="Pages of the list"
      className="mt-6 flex flex-wrap items-center gap-x-1 gap-y-2"
    >
      {page > 1 && (
        <a rel="prev" href={hrefOf(page - 1)} className="px-2 py-1">
          ← Previous
        </a>
      )}
      {near.map((number, index) => (
        <span key={number}>
          {index > 0 && number - (near[index - 1] ?? 0) > 1 && (
            <span className="px-1 text-muted">…</span>
          )}
          <a
            href={hrefOf(number)}
            aria-label={`Page ${number}`}
            aria-current={number === page ? "page" : undefined}
            className="inline-block min-w-8 px-2 py-1 text-center aria-[current]:bg-ink aria-[current]:text-paper aria-[current]:no-underline"
          >
            {number.toLocaleString("en-GB")}
          </a>
        </span>
      ))}
      {page < pages && (
        <a rel="next" href={hrefOf(page + 1)} className="px-2 py-1">
          Next →
        </a>
      )}
    </nav>
  );
}
