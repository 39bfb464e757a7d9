import type { AddressRole } from "@/lib/desk/paste/pasted-columns";

/**
 * The words by which reports say whose an address is, in the languages that reports come in. Latin
 * letters are without their accents here, as `folded` writes them. Words are nouns: who somebody is;
 * phrases are tried before them and take their words away: “attacked contract” is no attacker.
 */
interface RoleWords {
  role: AddressRole;
  /** English, German, French, Spanish, Portuguese, Italian and Russian: whole words. */
  words: string;
  /** Chinese, Japanese and Korean, which put no space between words. */
  unspaced: string;
}

const HOLDER =
  "(?:wallets?|contracts?|accounts?|address(?:es)?|vaults?|pools?|bridges?|exchanges?|protocols?|users?|safes?|multisigs?|treasur(?:y|ies)|prox(?:y|ies)|tokens?|markets?|projects?|owners?|holders?|deployers?|admins?|funds? holder|customers?|clients?)";
/** What was done to who was robbed. */
const SUFFERED =
  "(?:drained|emptied|robbed|hacked|exploited|attacked|compromised|looted|breached|plundered|phished|swept)";
const MOVED =
  "(?:moved|sent|went|goes|flow(?:ed|s)|transferred|transfers|bridged|forwarded|deposited|swapped|passed|funnell?ed|routed|shifted|withdrawn|cashed out|onward|split|distributed|dispersed|consolidated|weitergeleitet|gesendet|geschickt|verschoben|transferiert|uberwiesen|transferes?|transferees?|envoyee?s?|deplacee?s?|verses?|enviad[oa]s?|transferid[oa]s?|movid[oa]s?|pasaron|fueron|foram|trasferit[ei]|inviat[ei]|переведен\\p{L}*|отправлен\\p{L}*|перемещен\\p{L}*|выведен\\p{L}*|ушли|выве[лд]\\p{L}*|переве[лд]\\p{L}*|отправил\\p{L}*|envio|enviaron|enviou|transfirio|transfirieron|transferiu|movio|moveu|moveram|schickte[n]?|sendete[n]?|uberwies(?:en)?|transferierte[n]?|envoye|transfere|inviato|trasferito)";

const LISTS: readonly RoleWords[] = [
  {
    role: "attacker",
    words: `attackers? exploiters? hackers? thief thieves robbers? burglars? scammers? phishers? fraudsters? perpetrators? perps?
      culprits? criminals? drainers? adversar(?:y|ies) rug.?pullers? bad.actors?
      (?:attacking|malicious|attack|exploit|exploiting|hack|phishing|drainer|theft|scam).(?:contracts?|wallets?|address(?:es)?|accounts?|eoas?|bots?)
      angreifer\\p{L}* tater(?:s|in)? dieb(?:e|es|s|in)? rauber(?:s)? betruger(?:s)? angriffs(?:vertrag|kontrakt|adresse) bosartige[rs]?.vertrag
      attaquante?s? pirates? voleurs? voleuses? escrocs? contrat.(?:d'attaque|malveillant)
      atacantes? ladron(?:es)? estafador(?:es|a)? delincuentes? contrato.(?:de.ataque|malicioso) direccion.del.ataque
      invasor(?:es)? ladrao ladroes golpistas? criminoso?s? attaccant[ei] ladr[oi] truffator[ei]
      атакующ\\p{L}* злоумышленник\\p{L}* хакер\\p{L}* взломщик\\p{L}* вор(?:а|у|ом|ы|ов|ам)? мошенник\\p{L}* нападавш\\p{L}* эксплойтер\\p{L}* преступник\\p{L}*`,
    unspaced: `攻击者 攻擊者 攻击方 黑客 駭客 骇客 盗贼 盜賊 小偷 窃贼 竊賊 盗币者 作恶者 骗子 诈骗者 攻击合约 攻擊合約 攻击地址 攻擊地址 钓鱼地址 釣魚地址 恶意合约 惡意合約
      攻撃者 ハッカー 犯人 泥棒 窃盗犯 詐欺師 加害者 攻撃コントラクト 攻撃用コントラクト
      공격자 해커 범인 도둑 절도범 탈취범 사기꾼 공격컨트랙트 공격지갑`,
  },
  {
    role: "victim",
    words: `victims? victimi[sz]ed
      ${SUFFERED}(?:.[\\p{L}\\p{N}-]+){0,3}.${HOLDER} (?:vulnerable|targeted|target|affected|stolen).(?:[\\p{L}\\p{N}-]+.)?${HOLDER}
      ${HOLDER}(?:.[\\p{L}\\p{N}-]+){0,5},?.(?:that.)?(?:(?:was|were|got|been|is).)?${SUFFERED}
      (?:was|were|got|been).${SUFFERED}
      opfer(?:s|n)? opfer(?:adresse|wallet|vertrag|konto) geschadigte[rn]? bestohlene[rn]?
      (?:geleerte|gehackte|ausgeraubte|bestohlene|angegriffene)[rsn]?.(?:wallet|konto|vertrag|adresse|borse|kontrakt)
      victimes? (?:portefeuille|contrat|compte|adresse)s?.(?:vide|pirate|vole|draine|attaque|exploite|vulnerable|compromis)e?s?
      victimas? (?:cartera|billetera|monedero|contrato|cuenta|direccion)s?.(?:robad|vaciad|hackead|atacad|explotad|comprometid|afectad|vulnerad)[oa]s?
      vitimas? (?:carteira|conta|endereco)s?.(?:roubad|esvaziad|hackead|atacad|explorad|comprometid|afetad)[oa]s? contrato.(?:roubado|explorado|afetado)
      vittim[ae] жертв\\p{L}* потерпевш\\p{L}* пострадавш\\p{L}* (?:взломанн|ограбленн|опустошенн|обокраденн|атакованн)\\p{L}*`,
    unspaced: `受害者 受害人 受害方 受害 被害者 被害 (?:被盗|被盜|被黑|失窃|失竊|被攻击|被攻擊|遭攻击|被掏空|被清空)的?(?:钱包|錢包|热钱包|地址|账户|帐户|帳戶|合约|合約|用户|用戶|交易所|项目|協議|协议|资金池) 漏洞合约 漏洞合約
      盗まれた(?:ウォレット|アドレス) 攻撃された ハッキングされた 流出元
      피해자 피해 해킹당한 탈취당한 도난당한 공격받은 공격당한`,
  },
  {
    role: "laundering",
    words: `launder(?:ed|ing|er|ers|s)? mixers? mixing tumblers? tornado(?:.cash)? sinbad chipmixer blender railgun
      cash(?:ed|ing|es)?.?outs? off.?ramp(?:s|ed|ing)? mules? peel(?:ing)?.chains? layering bridged swapped
      consolidation consolidated intermediar(?:y|ies) intermediate
      (?:exchange|cex|mixer|otc|binance|coinbase|kraken|okx|okex|kucoin|huobi|htx|bybit|gate|mexc|bitfinex|bitget|upbit|changenow|fixedfloat).deposits? deposit.(?:address(?:es)?|wallets?|accounts?)
      geldwasche\\p{L}* gewaschen\\p{L}* wasche(?:r|rei)? mischer einzahlungsadressen?
      blanchiment blanchi(?:e|s|es)? mixeurs? melangeurs? adresse.de.depot
      lavado blanqueo blanquead[oa]s? mezclador(?:es)? direccion.de.deposito
      lavagem branqueamento misturador(?:es)? endereco.de.deposito riciclaggio
      отмыв\\p{L}* миксер\\p{L}* обнал\\p{L}*`,
    unspaced: `洗钱 洗錢 混币器 混幣器 混币 混幣 龙卷风现金 充值地址 充幣地址 套现 套現 变现地址
      资金洗浄 資金洗浄 マネーロンダリング ロンダリング 洗浄 ミキサー ミキシング 入金アドレス
      자금세탁 세탁 믹서 믹싱 입금주소 현금화`,
  },
];

/** What comes right before an address and says what was done, whatever else is said. */
const BEFORE: readonly (readonly [RegExp, AddressRole])[] = [
  [
    new RegExp(
      `(?<!\\p{L})${SUFFERED.replace(")", "|stolen|taken)")}(?: [\\p{L}\\p{N}-]+){0,2} by$`,
      "u",
    ),
    "attacker",
  ],
  [/(?<!\p{L})(?:attacked|attack came|attacks? launched|launched) from$/u, "attacker"],
  [
    /(?<!\p{L})(?:stolen|drained|taken|siphoned|robbed|looted|swept)(?: [\p{L}\p{N}-]+){0,3} from$/u,
    "victim",
  ],
  [new RegExp(`(?<!\\p{L})${SUFFERED}$`, "u"), "victim"],
  [
    new RegExp(
      `(?<!\\p{L})${MOVED}(?: [\\p{L}\\p{N}$.,-]+){0,5} (?:to|into|onto|via|through|an|nach|zu|auf|a|vers|sur|hacia|para|на|в|через)$`,
      "u",
    ),
    "laundering",
  ],
  [
    /(?:转入|转至|转移到|转移至|转到|转给|流入|汇入|存入|轉入|轉至|轉到|轉移到|轉移至|送金先|移動先|送金|송금|이체|이동)(?:了|地址|アドレス|주소)?$/u,
    "laundering",
  ],
];

/** What comes right behind an address: somebody who did it, where the robbed follows. */
const BEHIND = new RegExp(
  `^(?:then |also )?(?:${SUFFERED.slice(3, -1)}|stole) (?:the|a|an|its|their|all|over|about|some|from|\\$|[\\d.,]+)`,
  "u",
);

const NEGATION =
  /(?<![\p{L}-])(?:not|never|neither|nor|cannot|no(?!\.? ?\d)|isnt|wasnt|unlike|except|innocent|wrongly|mistaken(?:ly)?|falsely|instead of|rather than|other than|unrelated|nicht|keine?[rsnm]?|weder|unschuldig\p{L}*|pas|jamais|nunca|nao|tampoco|non|не|нет|никогда|ни)(?![\p{L}])|n['’]t(?!\p{L})|不是|并非|並非|不属于|不屬於|没有|沒有|无关|無關|ではな|じゃな|ではありません|でない|無関係|아닌|아님|아니|아닙니다|무관/u;

const HEDGE =
  /\?|？|(?<!\p{L})(?:maybe|perhaps|possibl[ey]|probabl[ey]|suspected(?:ly)?|suspects?|suspicious|alleged(?:ly)?|likely|presumed|presumably|might|may be|could be|unclear|unconfirmed|vielleicht|mutma(?:ß|ss)lich\p{L}*|vermutlich\p{L}*|verdachtig\p{L}*|peut-etre|presumee?s?|suspectee?s?|posible\p{L}*|presunt[oa]s?|supuest[oa]s?|quizas?|possivel|supost[oa]s?|suspeit[oa]s?|возможн\p{L}*|вероятн\p{L}*|предполагаем\p{L}*|подозреваем\p{L}*)(?!\p{L})|疑似|可能|涉嫌|嫌疑|おそらく|疑い|容疑|의심|추정|용의/u;

/** Words of people who did good, or of money that came back. */
const SPARED =
  /(?<!\p{L})(?:white.?hats?|whitehats?|rescue[ds]?|rescuers?|safeguard(?:ed)?|return(?:ed|s|ing)?|refund(?:ed|s|ing)?|recover(?:ed|y|s)?|seized|frozen|bount(?:y|ies)|gerettet|zuruck\p{L}*|sauve(?:e|s|es)?|rendu(?:e|s|es)?|rembours\p{L}*|chapeau.blanc|sombrero.blanco|devuelt[oa]s?|rescatad[oa]s?|devolvid[oa]s?|resgatad[oa]s?|бел\p{L}+.(?:хакер|шляп)\p{L}*|возвращ\p{L}*|спас\p{L}*)(?!\p{L})|白帽|白帽子|归还|歸還|退还|退還|返还|追回|ホワイトハット|返還|返金|救出|화이트햇|반환|환불|회수/u;

/** Somebody else's things called by the deed: no word of whose address it is. */
const LOOT =
  /(?<!\p{L})(?:stolen|hacked|drained|looted|exploited|laundered|victims?'?s?|hackers?'s?|attackers?'s?|thief's) (?:funds|money|assets?|coins|tokens|crypto|proceeds|loot|eth|btc|ether)(?!\p{L})|(?:被盗|被盜|赃)(?:资金|資金|资产|資產|款|币)|盗まれた(?:資金|資産)|流出した資金|도난\s*자금|탈취\s*자금/gu;

/** How the lists' words look: each after another, a phrase before its words. */
const PATTERNS = LISTS.map(({ role, words, unspaced }) => ({
  role,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${split(words).map(spaced).join("|")})(?![\\p{L}\\p{N}])|(?:${split(unspaced).join("|")})`,
    "gu",
  ),
}));
/** Phrases such as “drained wallet” and “deposit address of the hacker” are tried in this order. */
const ORDER: readonly AddressRole[] = ["victim", "attacker", "laundering"];

function split(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** A point between two words of a list stands for what may stand between them in a text. */
function spaced(words: string): string {
  return words.replace(/(?<!\\)\.(?!\?)/g, "[ '-]").replace(/\.\?/g, "[ -]?");
}

/** A text as the lists above are written: small letters, Latin ones without accents. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=[a-z])\p{M}+/gu, "")
    .normalize("NFC")
    .replaceAll("ё", "е")
    .replaceAll("’", "'")
    .replace(/\s+/g, " ");
}

/** What words say of whose an address is. */
export interface RoleSaid {
  /** Null where it has to be chosen. */
  role: AddressRole | null;
  /** Why a role has to be chosen though words speak of one; null where none do. */
  asks: string | null;
}

const NOTHING: RoleSaid = { role: null, asks: null };

/**
 * Whose an address is, by the words before or behind it. A word that is denied, doubted, or speaks of
 * two at once proves nothing: then it is to be asked.
 */
export function roleInWords(text: string, place: "before" | "behind"): RoleSaid {
  const said = folded(text).replace(LOOT, " ");
  const sentence = place === "before" ? lastSentence(said) : firstSentence(said);
  if (sentence === "") return NOTHING;
  const done =
    place === "before"
      ? (BEFORE.find(([pattern]) => pattern.test(sentence))?.[1] ?? null)
      : BEHIND.test(sentence)
        ? "attacker"
        : null;
  const roles = rolesIn(sentence);
  if (SPARED.test(sentence))
    return { role: null, asks: `“${shown(text)}” may speak of a rescue or a return` };
  if (done === null && roles.size === 0) return NOTHING;
  if (NEGATION.test(sentence)) return { role: null, asks: `“${shown(text)}” denies something` };
  if (HEDGE.test(sentence)) return { role: null, asks: `“${shown(text)}” is not certain` };
  if (place === "before" && /[.!。]\s*$/u.test(said) && sentence.split(" ").length >= 3)
    return { role: null, asks: `“${shown(text)}” is a sentence of its own` };
  // Moved by whoever was robbed: then it was the theft.
  const robbed = done === "laundering" && roles.has("victim");
  if (done !== null && !robbed) return { role: done, asks: null };
  const [role, ...more] = robbed ? new Set([...roles, "laundering" as const]) : roles;
  if (role !== undefined && more.length === 0) return { role, asks: null };
  return { role: null, asks: `“${shown(text)}” names both ${[role, ...more].join(" and ")}` };
}

/** Whether words behind an address tell what it did to another: these words are before the other one, too. */
export function tellsDeed(text: string): boolean {
  return BEHIND.test(firstSentence(folded(text)));
}

/** The roles that a text names. */
function rolesIn(sentence: string): Set<AddressRole> {
  const roles = new Set<AddressRole>();
  let rest = sentence;
  for (const role of ORDER) {
    const pattern = PATTERNS.find((list) => list.role === role)?.pattern;
    if (pattern === undefined) continue;
    const without = rest.replace(pattern, " ");
    if (without === rest) continue;
    roles.add(role);
    rest = without;
  }
  return roles;
}

/** Whether a word is one of those that say whose an address is; then it names no chain. */
export function isRoleWord(word: string): boolean {
  const said = folded(word);
  return rolesIn(said).size > 0 || SPARED.test(said) || NEGATION.test(said) || HEDGE.test(said);
}

/** Whether words speak of a list: “attackers”, “thief’s wallets:”, “moved on through”. */
export function isPlural(text: string): boolean {
  const end = folded(text).trim();
  return (
    /(?:s|es|ves)(?: (?:address(?:es)?|wallets|accounts|contracts))?\s*[:：]?$|[:：]$/u.test(end) ||
    /(?<!\p{L})(?:to|through|via|into|from|by|at|on|an|nach|durch|vers|hacia|para|на|в|через)$/u.test(
      end,
    )
  );
}

/** Not the point of a number, as in “no. 2”. */
const SENTENCE_END = /(?<!(?<!\p{L})no)[.!](?:\s+|$)|[。！]/u;

function lastSentence(text: string): string {
  const parts = text.split(SENTENCE_END).map(bare);
  return parts.findLast((part) => part !== "") ?? "";
}

function firstSentence(text: string): string {
  return (
    text
      .split(SENTENCE_END)
      .map(bare)
      .find((part) => part !== "") ?? ""
  );
}

/** Without the marks around it. */
function bare(text: string): string {
  return text
    .replace(/^[\s\p{P}\p{S}]+(?<!\$)/u, "")
    .replace(/[^\p{L}\p{N}?？)]+$/u, "")
    .replace(/\)+$/u, "");
}

function shown(text: string): string {
  const plain = text.trim().replace(/[\s:：,(（—–-]+$/u, "");
  return plain.length > 60 ? `…${plain.slice(-59)}` : plain;
}
