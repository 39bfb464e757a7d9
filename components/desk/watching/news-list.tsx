import { Age } from "@/components/desk/moment";

interface ShownNews {
  key: string;
  title: string;
  text: string;
  at: Date;
  path: string;
  unread: boolean;
}

/** What there is to tell somebody, the latest first. */
export function NewsList({ news, now }: { news: readonly ShownNews[]; now: Date }) {
  return (
    <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
      {news.map(({ key, title, text, at, path, unread }) => (
        <li key={key} className="py-2 [overflow-wrap:anywhere]">
          <p>
            <a href={path} className={unread ? "font-semibold" : undefined}>
              {title}
            </a>
            {unread && <span className="ml-2 bg-ink px-1.5 text-paper text-xs leading-5">new</span>}
          </p>
          <p className="text-muted text-sm">
            <Age at={at} now={now} />
            {text !== "" && <span className="whitespace-pre-line"> · {text}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
