import { type Heading, judge } from "@/lib/desk/paste/judged-address";
import { type LeftAside, pastedLines } from "@/lib/desk/paste/left-aside";
import { type AddressRole, type Columns, columnsOf } from "@/lib/desk/paste/pasted-columns";
import { readLabel } from "@/lib/desk/paste/pasted-label";
import { readLine, type SaidLine } from "@/lib/desk/paste/pasted-line";
import { CELL_MARKS } from "@/lib/desk/paste/pasted-words";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressKey } from "@/lib/values/wallets/address-key";

/** An address found in pasted text. */
interface PastedAddress {
  /** Empty where the text does not say it clearly: it has to be chosen. */
  chain: string;
  address: string;
  /** Empty unless a cell of its own says it: it has to be chosen. */
  role: AddressRole | "";
  /** The explorer's page or other link that it was pasted as; empty where there was none. */
  source: string;
}

interface PastedAddresses {
  taken: PastedAddress[];
  /** All that became no row. */
  left: LeftAside[];
  /** What became a row and should be looked at. */
  doubts: LeftAside[];
}

/**
 * Splits a block of text into addresses: one a line or several, tables such as `chain,address` in
 * any order, explorers' links. The chain is what the line or link names, else a heading line above it
 * (`Ethereum:`), else guessed from the form. Every line and every piece that looks like an address
 * is either taken or left aside with the reason.
 * @param held addresses that are rows already
 */
export function splitAddresses(
  text: string,
  held: readonly { chain: string; address: string }[] = [],
): PastedAddresses {
  const { lines, beyond } = pastedLines(text);
  const split = new Segmented(held);
  lines.forEach((line, index) => {
    if (line !== "") split.read(line, index + 1);
  });
  if (beyond !== null) split.left.push(beyond);
  return { taken: split.taken, left: split.left, doubts: split.doubts };
}

/** What one text has been split into so far. */
class Segmented implements PastedAddresses {
  readonly taken: PastedAddress[] = [];
  readonly left: LeftAside[] = [];
  readonly doubts: LeftAside[] = [];
  /** Each address that is a row, and the line that it came from; null for one that was a row before. */
  readonly #known = new Map<string, number | null>();
  #heading: Heading | null = null;
  #columns: Columns | null = null;

  constructor(held: readonly { chain: string; address: string }[]) {
    for (const { chain, address } of held) this.#known.set(keyOf(chain, address), null);
  }

  read(text: string, line: number): void {
    const columns = columnsOf(text);
    if (columns !== null) {
      this.#columns = columns;
      this.left.push({ line, text, why: "names the columns", waits: false });
      return;
    }
    const said = readLine(text, this.#columns);
    if (said.addresses.length === 0) this.#withoutAddress(text, line, said);
    else this.#withAddresses(text, line, said);
  }

  #withAddresses(text: string, line: number, said: SaidLine): void {
    const [link, ...otherLinks] = said.links;
    let rows = 0;
    const left: LeftAside[] = [];
    for (const each of said.addresses) {
      const judged = judge(each, this.#heading);
      const { address, after } = each.found;
      if (!judged.taken) {
        left.push({ line, text: each.text, why: judged.why, waits: true });
        continue;
      }
      rows++;
      const key = keyOf(judged.chain, address);
      const before = this.#known.get(key);
      if (before !== undefined) {
        const why = before === null ? "is a row already" : `stands in line ${before} already`;
        // With its line, whose words and links no row took.
        const all = said.addresses.length === 1 ? text : each.text;
        left.push({ line, text: all, why, waits: false });
        continue;
      }
      this.#known.set(key, line);
      const source = each.linked ? each.text : (link?.text ?? "");
      this.taken.push({ chain: judged.chain, address, role: said.role, source });
      if (judged.warning !== null)
        this.doubts.push({ line, text: each.text, why: judged.warning, waits: false });
      if (after !== "")
        this.doubts.push({
          line,
          text: each.text,
          why: `was taken without ${after}`,
          waits: false,
        });
    }
    if (rows === 0) {
      this.left.push({ line, text, why: left[0]?.why ?? "", waits: true });
      return;
    }
    const used = said.addresses.some(({ linked }) => !linked);
    for (const { text } of used ? otherLinks : said.links)
      left.push({ line, text, why: "is a second link: a row has one", waits: true });
    this.left.push(...left.filter(({ text }) => !isShortOf(text, said)));
  }

  #withoutAddress(text: string, line: number, { parts, links }: SaidLine): void {
    const words = parts.flatMap((part) => (part.is === "word" ? [part.text] : []));
    const link = links[0];
    if (link !== undefined) {
      this.left.push({ line, text, why: LINK_WORDS[link.to], waits: true });
      return;
    }
    if (words.length === 0) {
      this.left.push({ line, text, why: "holds nothing but marks", waits: false });
      return;
    }
    const heads = /[:：]$/.test(text);
    const cells = parts.some((part) => part.is === "mark" && CELL_MARKS.test(part.text));
    const label = readLabel(words);
    if (label.chain !== null && !cells && (heads || words.length <= 3)) {
      this.#heading = { chain: label.chain, account: label.account, unclear: false };
      const why = `names the chain of the lines below it, ${chainLabel(label.chain)}`;
      this.left.push({ line, text, why, waits: false });
      return;
    }
    // Under a heading that may be an unknown chain's name, the one above it is no longer in force.
    if (heads && label.unclear !== null)
      this.#heading = { chain: label.unclear, account: false, unclear: true };
    this.left.push({ line, text, why: "holds no address", waits: true });
  }
}

const LINK_WORDS = {
  transaction: "is a link to a transaction",
  block: "is a link to a block",
  page: "is a link that shows no address",
};

/** Two spellings of one address on one chain have the same key. */
function keyOf(chain: string, address: string): string {
  return `${chain} ${addressKey(chain, address)}`;
}

/** Whether it is the short form of an address that the same line gives whole, as links in Markdown show it. */
function isShortOf(text: string, { addresses }: SaidLine): boolean {
  const start = /^((?:0x)?[A-Za-z0-9]{2,})(?:…|\.{2,3})[A-Za-z0-9]*$/.exec(text)?.[1];
  if (start === undefined) return false;
  return addresses.some(
    ({ found }) =>
      found.looks !== "broken" && found.address.toLowerCase().startsWith(start.toLowerCase()),
  );
}
