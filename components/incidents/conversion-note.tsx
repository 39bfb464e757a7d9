import type { ReactNode } from "react";
import { dateText } from "@/lib/values/dates/day";
import { conversionText, readConversion } from "@/lib/values/money/conversion";

/**
 * What an amount was said as in another money, and by whose rate it became dollars; null where it was said in dollars, or an
 * order has taken a text out of it.
 */
export function conversionNote(converted: string | null): ReactNode {
  const read = converted === null ? null : readConversion(converted);
  if (read === null) return null;
  return (
    <>
      Said as {conversionText(read)},{" "}
      <a href={read.url} rel="noopener">
        rate of {dateText(read.on)}
      </a>
    </>
  );
}
