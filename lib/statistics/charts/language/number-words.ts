import {
  type AmountUnit,
  type MoneyUnit,
  percentDigits,
} from "@/lib/statistics/charts/model/amount-unit";

/** The axis of which ticks are named. */
export interface NamedAxis {
  unit: AmountUnit;
  isLog: boolean;
  max: number;
  ticks: readonly { value: number; label: string }[];
}

/** How numbers and amounts are written. Amounts are US dollars; null is an amount that nobody knows. */
export interface NumberWords {
  /** `1,974`. */
  whole(number: number): string;
  /** For reading, to three digits: `$1.46bn`. */
  usd(amount: number | null): string;
  /** To the dollar. */
  usdExact(amount: number | null): string;
  /** A threshold, short but never rounded: `$1.5m`. */
  threshold(amount: number): string;
  /** In the unit of a column or an axis. */
  inUnit(unit: AmountUnit, amount: number | null): string;
  /** The same without what it is counted in, where an axis says that beside it. */
  bare(unit: AmountUnit, amount: number | null): string;
  /** What a unit is called in a subtitle; where `ofCells`, that of the cells of a heat map, which write none. */
  unit(unit: MoneyUnit, ofCells: boolean): string;
  /** As cells of a heat map write an amount. */
  cell(amount: number): string;
  /** As the key of a heat map writes where a strength ends. */
  bound(amount: number): string;
  /** A whole percentage, or `<1`. */
  percent(digits: string): string;
  /** What stands at an axis's ticks; the last says the unit. */
  ticks(axis: NamedAxis): string[];
}

/**
 * How a language writes numbers. The tables are our own, and not Intl's: what ICU knows of a language differs from one
 * release of Node to the next, and a URL's picture has the same bytes on all of them.
 */
export interface NumberStyle {
  decimal: string;
  /** Between thousands. */
  group: string;
  unknown: string;
  /** An amount with the letters of its unit, `""` for single dollars. */
  money(digits: string, letters: string): string;
  /** In falling order, what amounts are counted in beside single dollars. */
  units: readonly { size: number; letters: string }[];
  /** The size of the units in which columns and axes are written; null where each number has its own. */
  columns: Record<Exclude<MoneyUnit, "US$">, number> | null;
  unitNames: Record<MoneyUnit, string>;
  /** What cells of a heat map are counted in. */
  cells: { size: number; name: string };
  percent(digits: string): string;
}

const MINUS = "\u2212";

/** The numbers of a style, as English writes them in `amount-unit.ts` and `usd.ts`. */
export function numberWords(style: NumberStyle): NumberWords {
  const { columns, decimal, group, money, units } = style;
  const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const plain = (fixed: string) => {
    const [whole = "", fraction] = fixed.split(".");
    return grouped(whole) + (fraction === undefined ? "" : decimal + fraction);
  };
  const whole = (number: number) => grouped(Math.round(number).toFixed(0));
  /** Four digits within a unit are not set apart where units are of ten thousands. */
  const inDigits = (fixed: string) =>
    columns === null && /^\d{4}$/.test(fixed) ? fixed : plain(fixed);
  const threeDigits = (amount: number, size: number) => {
    const value = amount / size;
    const decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    const steps = 10 ** decimals;
    return inDigits((Math.round(amount / (size / steps)) / steps).toFixed(decimals));
  };
  const signed = (amount: number, text: string) => (amount < 0 ? `${MINUS}${text}` : text);
  const smallest = units.at(-1)?.size ?? 1;
  const unitOf = (amount: number) =>
    units.find(({ size }) => amount >= (size === smallest ? size - 0.5 : size * 0.9995));
  const usd = (amount: number | null) => {
    if (amount === null) return style.unknown;
    const size = Math.abs(amount);
    const unit = unitOf(size);
    if (unit !== undefined)
      return signed(amount, money(threeDigits(size, unit.size), unit.letters));
    if (size > 0 && size < 0.5) return `<${money("1", "")}`;
    return signed(amount, money(whole(size), ""));
  };
  const usdExact = (amount: number | null) => {
    if (amount === null) return style.unknown;
    const digits = whole(Math.abs(amount));
    return digits === "0" ? money(digits, "") : signed(amount, money(digits, ""));
  };
  const lettersOf = (size: number) => units.find((unit) => unit.size === size)?.letters ?? "";
  /** With as few decimals as say all of it. */
  const short = (value: number) => {
    const decimals = [0, 1, 2, 3, 4].find(
      (each) => Math.abs(Number(value.toFixed(each)) - value) < 1e-9 * Math.max(1, value),
    );
    return inDigits(value.toFixed(decimals ?? 4));
  };
  const inUnit = (unit: AmountUnit, amount: number | null) => {
    if (amount === null) return style.unknown;
    if (unit === "%") return style.percent(percentDigits(amount));
    if (unit === "incidents") return whole(amount);
    if (amount === 0) return money("0", "");
    if (columns === null) return usd(amount);
    if (unit === "US$") return amount > 0 && amount < 0.5 ? `<${money("1", "")}` : usdExact(amount);
    const size = columns[unit];
    const value = Math.abs(amount) / size;
    if (value < 0.005) return `<${money(`0${decimal}01`, lettersOf(size))}`;
    return signed(amount, money(threeDigits(Math.abs(amount), size), lettersOf(size)));
  };
  return {
    whole,
    usd,
    usdExact,
    threshold(amount) {
      const unit = units.find(({ size }) => amount >= size && amount % (size / 100) === 0);
      return unit === undefined ? usdExact(amount) : money(short(amount / unit.size), unit.letters);
    },
    inUnit,
    bare(unit, amount) {
      if (amount === null || amount < 0.5 || unit === "%") return inUnit(unit, amount);
      if (unit === "incidents" || (unit === "US$" && columns !== null)) return whole(amount);
      // Where each number has its own unit, that alone says how large it is.
      const own = columns === null ? unitOf(amount) : undefined;
      const size = own?.size ?? columns?.[unit as keyof typeof columns] ?? 1;
      if (size === 1) return whole(amount);
      if (amount / size < 0.005) return inUnit(unit, amount);
      return threeDigits(amount, size) + (own?.letters ?? "");
    },
    unit: (unit, ofCells) => (ofCells ? style.cells.name : style.unitNames[unit]),
    cell(amount) {
      const value = amount / style.cells.size;
      const isFine = style.cells.size > 1e6;
      if (value === 0) return "0";
      if (value < (isFine ? 0.005 : 0.05)) return `<0${decimal}${isFine ? "01" : "1"}`;
      if (isFine && value < 9.995) return plain(value.toFixed(2));
      return plain(value < (isFine ? 99.95 : 9.95) ? value.toFixed(1) : value.toFixed(0));
    },
    bound(amount) {
      const value = amount / style.cells.size;
      if (value === 0 || value >= 9.95) return plain(value.toFixed(0));
      return plain(String(Number(value.toPrecision(2))));
    },
    percent: style.percent,
    ticks({ isLog, max, ticks, unit }) {
      if (unit === "incidents") return ticks.map(({ value }) => whole(value));
      if (unit === "%")
        return ticks.map(({ value }) => (value === 0 ? "0" : style.percent(String(value))));
      const own = unit === "US$" ? 1 : columns?.[unit];
      return ticks.map(({ value }, place) => {
        const isLast = place === ticks.length - 1;
        if (value === 0) return isLast ? money("0", "") : "0";
        // Where each number has its unit, a linear axis has that of its end, and powers of ten each their own.
        const most = isLog ? value : max;
        const size = own ?? units.find((each) => most >= each.size)?.size ?? 1;
        const digits = short(value / size);
        if (isLast) return money(digits, lettersOf(size));
        return columns === null && isLog ? `${digits}${lettersOf(size)}` : digits;
      });
    },
  };
}
