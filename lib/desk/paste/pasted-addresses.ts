import { askedOf, askedOfChain, askedOfNamed, merged, serviceOf } from "@/lib/desk/paste/asked";
import { type Heading, type Judged, judge } from "@/lib/desk/paste/judged";
import { type Knowledge, NOTHING_KNOWN } from "@/lib/desk/paste/knowledge";
import { type LeftAside, pastedLines } from "@/lib/desk/paste/left-aside";
import { serviceNamed } from "@/lib/desk/paste/named-service";
import type {
  Answer,
  PastedAddress,
  PastedRow,
  PastedText,
  PastedTransaction,
  Question,
} from "@/lib/desk/paste/pasted";
import { type Columns, columnsOf } from "@/lib/desk/paste/pasted-columns";
import { flagsIn, readLabel } from "@/lib/desk/paste/pasted-label";
import { readLine, type Said, type SaidLine } from "@/lib/desk/paste/pasted-line";
import {
  keyOf,
  type ListRoles,
  NO_ROLES,
  readingLabels,
  rolesOfList,
  rowOf,
} from "@/lib/desk/paste/pasted-row";
import { CELL_MARKS } from "@/lib/desk/paste/pasted-words";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressWarning } from "@/lib/values/wallets/address-format";

/** What is known while a text is split. */
export interface PasteContext {
  /** Addresses that are rows already. */
  addresses: readonly Pick<PastedAddress, "chain" | "address">[];
  /** Transactions that are rows already. */
  transactions: readonly Pick<PastedTransaction, "chain" | "hash">[];
  /** The incident's chains, as far as the form has them. */
  chains: readonly string[];
  known: Knowledge;
}

const NO_CONTEXT: PasteContext = {
  addresses: [],
  transactions: [],
  chains: [],
  known: NOTHING_KNOWN,
};

/**
 * Splits a block of text into addresses and transactions: one a line or several, tables such as
 * `chain,address` in any order, explorers' links. The chain is what the line or link names, else a
 * heading line above it (`Ethereum:`), else guessed from the form; the role is what the words beside it
 * say. What may be two things, or belongs to a service, is asked. Every line and every piece that
 * looks like an address is taken, asked about, or left aside with the reason.
 */
export function splitAddresses(text: string, context: Partial<PasteContext> = {}): PastedText {
  const { lines, beyond } = pastedLines(text);
  const split = new Segmented({ ...NO_CONTEXT, ...context });
  lines.forEach((line, index) => {
    if (line !== "") split.read(line, index + 1);
  });
  if (beyond !== null) split.left.push(beyond);
  const { addresses, transactions, questions, left, doubts } = split;
  return { addresses, transactions, questions: merged(questions), left, doubts };
}

/** Every address that a text may hold, to be looked up before it is split. */
export function addressesIn(text: string): { chain: string; address: string }[] {
  const { addresses, questions } = splitAddresses(text);
  const asked = questions.flatMap(({ answers }) => answers.flatMap(({ rows }) => rows));
  return [...addresses, ...asked].flatMap((row) =>
    row.is === "address" ? [{ chain: row.chain, address: row.address }] : [],
  );
}

/** What was made of one address before: its line, and the row, which words further down may complete. */
interface Known {
  /** Null for one that was a row before. */
  line: number | null;
  row: PastedRow | null;
}

/** Where in the text something stands. */
interface Place {
  line: number;
  /** The whole line. */
  text: string;
  source: string;
}

/** What one text has been split into so far. */
class Segmented implements PastedText {
  readonly addresses: PastedAddress[] = [];
  readonly transactions: PastedTransaction[] = [];
  readonly questions: Question[] = [];
  readonly left: LeftAside[] = [];
  readonly doubts: LeftAside[] = [];
  readonly #context: PasteContext;
  readonly #known = new Map<string, Known>();
  #heading: Heading | null = null;
  /** What a line above says of a whole list: “The thief’s accounts:”. */
  #roles: ListRoles = NO_ROLES;
  #columns: Columns | null = null;

  constructor(context: PasteContext) {
    this.#context = context;
    const { addresses, transactions } = context;
    for (const each of addresses)
      this.#known.set(keyOf({ is: "address", ...each }), { line: null, row: null });
    for (const each of transactions)
      this.#known.set(keyOf({ is: "transaction", ...each }), { line: null, row: null });
  }

  read(text: string, line: number): void {
    const columns = columnsOf(text);
    if (columns !== null) {
      this.#columns = columns;
      this.left.push({ line, text, why: "names the columns", waits: false });
      return;
    }
    const said = readLine(text, this.#columns);
    if (said.found.length === 0) this.#withoutAny(text, line, said);
    else this.#withSome(text, line, said);
  }

  #withSome(text: string, line: number, said: SaidLine): void {
    const [page, ...otherLinks] = said.links;
    const shown = said.found.filter(({ linked }) => linked === "transaction");
    const under = this.#heading === null ? {} : { under: this.#heading.text };
    const left: LeftAside[] = [];
    let taken = 0;
    let used = false;
    for (const each of said.found) {
      const judged = judge(each, this.#heading, this.#context.chains);
      if (judged.is === "left") {
        const named = isNameBeside(each, said);
        const why = named ? "is a name; the address beside it was read" : judged.why;
        left.push({ line, text: each.text, why, waits: !named, ...under });
        continue;
      }
      taken++;
      const own = each.linked === null ? null : each.text;
      const source = own ?? page?.text ?? shown[0]?.text ?? "";
      used ||= own === null;
      this.#settle(each, judged, {
        line,
        text: said.found.length === 1 ? text : each.text,
        source,
      });
    }
    if (taken === 0) {
      const why = left[0]?.why ?? "";
      this.left.push({ line, text, why, waits: true, ...under });
      return;
    }
    for (const { text: link } of used ? otherLinks : said.links)
      left.push({ line, text: link, why: "is a second link: a row has one", waits: true });
    this.left.push(...left.filter(({ text: piece }) => !isShortOf(piece, said)));
  }

  /** Makes rows of what was judged, or asks. */
  #settle(said: Said, judged: Exclude<Judged, { is: "left" }>, place: Place): void {
    const { line, source } = place;
    if (judged.is === "asked") {
      this.#ask(said, judged, place);
      return;
    }
    const { row, asks } = rowOf(said, judged, source, this.#roles);
    const before = this.#known.get(keyOf(row));
    if (before !== undefined) {
      this.#again(row, before, place);
      return;
    }
    this.#known.set(keyOf(row), { line, row });
    const question =
      (row.is === "address" ? this.#askedOf(row, said) : null) ??
      askedOfChain(row, this.#context.chains);
    if (question !== null) {
      this.questions.push({ about: [this.#about(place, question.asks)], ...question });
      return;
    }
    const doubt = (why: string) => this.doubts.push({ line, text: said.text, why, waits: false });
    if (row.is === "address") this.addresses.push(row);
    else this.transactions.push(row);
    if (judged.warning !== null) doubt(judged.warning);
    const checksum = row.is === "address" ? addressWarning(row.address) : null;
    if (checksum !== null) doubt(checksum);
    if (asks !== null) doubt(`needs a role: ${asks}`);
    if (said.found.after !== "") doubt(`was taken without ${said.found.after}`);
    if (said.linked === "token") doubt("is the page of a token, whose contract is nobody’s wallet");
  }

  #askedOf(row: PastedAddress, { words }: Said): Pick<Question, "asks" | "answers"> | null {
    const asked = askedOf(row, this.#context.known);
    if (asked !== null || row.role === "victim" || row.role === "attacker") return asked;
    const kind = serviceNamed(words?.text ?? "", row.address);
    return kind === null ? null : askedOfNamed(row, kind);
  }

  #ask(said: Said, { asks, readings }: Judged & { is: "asked" }, place: Place): void {
    const all = readings.map((reading) => rowOf(said, reading, place.source, this.#roles).row);
    // A service is one whatever its chain turns out to be, and knows its chain.
    const service = all
      .filter((row) => row.is === "address")
      .find((row) => serviceOf(row, this.#context.known) !== null);
    const rows =
      service === undefined
        ? all
        : [{ ...service, chain: serviceOf(service, this.#context.known)?.chain ?? "" }];
    const fresh = rows.filter((row) => !this.#known.has(keyOf(row)));
    const known = rows.map((row) => this.#known.get(keyOf(row))).find((each) => each !== undefined);
    if (fresh.length === 0 && known !== undefined && rows[0] !== undefined) {
      this.#again(rows[0], known, place);
      return;
    }
    for (const row of fresh) this.#known.set(keyOf(row), { line: place.line, row: null });
    const [own] = fresh;
    const ofService =
      own?.is === "address" && service !== undefined ? askedOf(own, this.#context.known) : null;
    this.questions.push({
      about: [this.#about(place, asks)],
      ...(ofService ?? this.#which(asks, fresh)),
    });
  }

  /** Asks which of several rows is meant, with what the record says of any. */
  #which(asks: string, rows: readonly PastedRow[]): Pick<Question, "asks" | "answers"> {
    const others = rows.flatMap((row) =>
      row.is === "address" ? (askedOf(row, this.#context.known)?.asks ?? []) : [],
    );
    const also = [...new Set(others)].map((other) => ` ${other}`).join("");
    const labels = readingLabels(rows);
    return {
      asks: `${asks}${also}`,
      answers: [
        ...rows.map(
          (row, at): Answer => ({
            label: labels[at] ?? "",
            rows: [also === "" ? row : { ...row, role: "" }],
          }),
        ),
        { label: "Leave aside", rows: [] },
      ],
    };
  }

  #about({ line, text }: Place, why: string): LeftAside {
    const under = this.#heading === null ? {} : { under: this.#heading.text };
    return { line, text, why, waits: true, ...under };
  }

  /** An address again: one row, which the words beside this one may complete. */
  #again(row: PastedRow, { line: first, row: before }: Known, { line, text }: Place): void {
    let why = first === null ? "is a row already" : `stands in line ${first} already`;
    if (before !== null && before.is === row.is) {
      if (before.role !== "" && row.role !== "" && before.role !== row.role)
        this.doubts.push({
          line,
          text,
          why: `is called ${row.role} here and ${before.role} in line ${first}: look at its role`,
          waits: false,
        });
      if (before.role === "" && row.role !== "") {
        Object.assign(before, { role: row.role });
        why += `; its role, ${row.role}, was taken`;
      }
      if (before.source === "" && row.source !== "") {
        before.source = row.source;
        why += "; its source was taken";
      }
    }
    this.left.push({ line, text, why, waits: false });
  }

  #withoutAny(text: string, line: number, { parts, links }: SaidLine): void {
    const words = parts.flatMap((part) => (part.is === "word" ? [part.text] : []));
    const link = links[0];
    if (link !== undefined) {
      const why = link.to === "block" ? "is a link to a block" : "is a link that shows no address";
      this.left.push({ line, text, why, waits: true });
      return;
    }
    if (words.length === 0) {
      this.left.push({ line, text, why: "holds nothing but marks", waits: false });
      return;
    }
    const heads = /[:：]$/.test(text);
    const cells = parts.some((part) => part.is === "mark" && CELL_MARKS.test(part.text));
    const label = readLabel(words);
    const flags = flagsIn(words.slice(0, 12).join(" ").slice(0, 300));
    const lists = flags.account ? "address" : flags.transaction ? "transaction" : null;
    if (label.chain !== null && !cells && (heads || words.length <= 3)) {
      this.#heading = { chain: label.chain, lists, unclear: false, text };
      const why = `names the chain of the lines below it, ${chainLabel(label.chain)}`;
      this.left.push({ line, text, why, waits: false });
      return;
    }
    this.#roles = heads ? rolesOfList(text) : NO_ROLES;
    // Under a heading that may be an unknown chain's name, the one above it is no longer in force.
    if (heads && label.unclear !== null)
      this.#heading = { chain: label.unclear, lists, unclear: true, text };
    this.left.push({ line, text, why: "holds no address", waits: true });
  }
}

/** Whether it is a name that stands beside the address that it stands for. */
function isNameBeside({ found }: Said, { found: all }: SaidLine): boolean {
  return found.looks === "name" && all.some((other) => other.found.looks === "address");
}

/** Whether it is the short form of an address that the same line gives whole, as links in Markdown show it. */
function isShortOf(text: string, { found: all }: SaidLine): boolean {
  const start = /^((?:0x)?[A-Za-z0-9]{2,})(?:…|\.{2,3})[A-Za-z0-9]*$/.exec(text)?.[1];
  if (start === undefined) return false;
  return all.some(
    ({ found }) =>
      found.looks !== "broken" && found.address.toLowerCase().startsWith(start.toLowerCase()),
  );
}
