import type { Cell } from "@/lib/site/matching/extension";
import { kindNamed, type MatchedKind } from "@/lib/site/matching/matched-kind";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";
import { escapeMarkup } from "@/lib/values/text/escape-markup";

/** What a preview shows of each kind, with its label. */
export const PREVIEWED: Record<
  MatchedKind,
  readonly (readonly [property: string, label: string])[]
> = {
  incident: [
    ["occurred_on", "Date"],
    ["target", "Target"],
    ["loss_usd", "Best estimate of the loss"],
    ["actors", "Named by somebody"],
    ["chains", "Chains"],
  ],
  target: [
    ["kind", "Kind"],
    ["other_names", "Also called"],
    ["incidents", "Thefts"],
  ],
  actor: [
    ["country", "Country"],
    ["other_names", "Also called"],
    ["part_of", "Part of"],
    ["incidents", "Named by somebody in"],
  ],
  address: [
    ["chains", "Chains"],
    ["service", "Service"],
    ["roles", "Role"],
  ],
  transaction: [
    ["chains", "Chain"],
    ["roles", "Role"],
  ],
};

/** More values of one property are counted. */
const MOST_VALUES = 3;

interface Preview {
  kind: MatchedKind;
  name: string;
  /** Of its page. */
  url: string;
  version: number;
  cells: Record<string, readonly Cell[]>;
}

/** What a cell was matched to, at a glance: a page for a frame in the client. It holds no script and asks for nothing. */
export function previewPage({ kind, name, url, version, cells }: Preview): string {
  const lines = PREVIEWED[kind].flatMap(([property, label]) => {
    const text = textOf(property, cells[property] ?? []);
    return text === null ? [] : [`<dt>${label}</dt><dd>${escapeMarkup(text)}</dd>`];
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeMarkup(name)}</title>
<style>
:root{color-scheme:light dark;background:light-dark(#fdfcf9,#14161a);color:light-dark(#1b1a17,#ece9e2);font:14px/1.4 "Helvetica Neue",Arial,sans-serif}
body{margin:12px}
h1{margin:2px 0 8px;font-size:18px;line-height:1.25;overflow-wrap:anywhere}
a{color:inherit}
p{margin:0;color:light-dark(#5c5850,#a9a59c);font-size:12px}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0 0 8px}
dt{color:light-dark(#5c5850,#a9a59c)}
dd{margin:0;overflow-wrap:anywhere}
</style>
</head>
<body>
<p>${kindNamed(kind).name}</p>
<h1><a href="${escapeMarkup(url)}" target="_blank" rel="noopener">${escapeMarkup(name)}</a></h1>
<dl>${lines.join("")}</dl>
<p>Lossline, version ${version}</p>
</body>
</html>
`;
}

function textOf(property: string, cells: readonly Cell[]): string | null {
  if (property === "loss_usd") {
    const [amount] = cells;
    return formatUsd(amount !== undefined && "float" in amount ? amount.float : null);
  }
  if (cells.length === 0) return null;
  const texts = cells.slice(0, MOST_VALUES).map(cellText);
  const more = cells.length - texts.length;
  const shown = property === "occurred_on" ? texts.map(dateText) : texts;
  return `${shown.join(", ")}${more > 0 ? ` and ${more.toLocaleString("en-GB")} more` : ""}`;
}

function cellText(cell: Cell): string {
  if ("name" in cell) return cell.name;
  return String(Object.values(cell)[0]);
}
