import { Choice } from "@/components/ui/choice";
import { LANGUAGES } from "@/lib/statistics/charts/language/languages";
import type { PublisherText } from "@/lib/statistics/charts/publisher-text/publisher-text";

interface LanguageFormProps {
  /** The chart's page, and its canonical query without any text. */
  page: string;
  query: string;
  text: PublisherText;
}

const OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** The language of a chart's pictures and embeds, as a plain form: what it sends is the page's URL. */
export function LanguageForm({ page, query, text }: LanguageFormProps) {
  const { lang, ...own } = text;
  return (
    <form
      action={`${page}#publish`}
      method="get"
      aria-label="Language of pictures and embeds"
      className="mt-5"
    >
      {[...new URLSearchParams(query), ...Object.entries(own)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Choice
          name="lang"
          label="Language of pictures and embeds"
          given={lang ?? "en"}
          options={OPTIONS}
        />
        <button type="submit" className="button">
          Use this language
        </button>
      </div>
      <p className="mt-1 max-w-prose text-muted text-sm">
        Pictures, embeds, their alternative text and the code for a CMS are in it. This page and the
        data files stay English, names stay as the record has them, and the short id is the same.
      </p>
    </form>
  );
}
