import type { TransactionRole } from "@/lib/desk/paste/pasted";
import { folded } from "@/lib/desk/paste/role-words";

const whole = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "u");

/** The theft itself. */
const ATTACK = new RegExp(
  `${
    whole(
      "attacks?|exploits?|exploitation|hacks?|heists?|thefts?|robber(?:y|ies)|drain(?:s|ed|ing)?|draining|stole|stolen|steals?|stealing|breach|angriff\\p{L}*|diebstahl\\p{L}*|raub|attaque|vol|piratage|ataque|robo|hackeo|roubo|furto|атак\\p{L}*|взлом\\p{L}*|краж\\p{L}*|ограблени\\p{L}*",
    ).source
  }|攻击|攻擊|盗取|盜取|盗币|被盗|漏洞利用|攻撃|盗難|流出|ハッキング|공격|해킹|탈취|도난`,
  "u",
);
/** Moving on what was taken. */
const LAUNDERING = new RegExp(
  `${
    whole(
      "launder(?:s|ed|ing)?|swap(?:s|ped|ping)?|bridg(?:e|es|ed|ing)|mixers?|mix(?:ed|ing)?|tumblers?|tornado(?: cash)?|cash(?:ed|ing)?[- ]?outs?|deposit(?:s|ed|ing)?|moved?|moving|transferred|onward|geldwasche\\p{L}*|tausch\\p{L}*|blanchiment|echange|lavado|blanqueo|lavagem|intercambio|troca|отмыв\\p{L}*|миксер\\p{L}*|обмен\\p{L}*|мост\\p{L}*",
    ).source
  }|洗钱|洗錢|混币|混幣|跨链|跨鏈|兑换|兌換|转出|轉出|資金洗浄|洗浄|ミキサー|スワップ|ブリッジ|세탁|믹서|스왑|브리지|브릿지`,
  "u",
);
const RETURN = new RegExp(
  `${
    whole(
      "return(?:s|ed|ing)?|refund(?:s|ed|ing)?|recover(?:s|ed|y)?|(?:paid|sent|gave|given|pay|pays|sends) back|repaid|repayment|ruckzahlung|zuruck\\p{L}*|rembours\\p{L}*|restitution|devolucion|devuelt[oa]s?|devolucao|devolvid[oa]s?|reembolso|возврат\\p{L}*|возвращ\\p{L}*",
    ).source
  }|归还|歸還|退还|退還|返还|返還|返金|반환|환불`,
  "u",
);
/** What was done before and beside. */
const OTHER = new RegExp(
  `${whole("preparation|preparing|prepare[ds]?|deploy(?:s|ed|ing|ment)?|funding|test(?:ed|ing)?|approval|approve[ds]?|vorbereitung|deploiement|preparacion|preparacao|подготовк\\p{L}*").source}|部署|准备|準備|デプロイ|배포|준비`,
  "u",
);
/** The attack of a bridge, and on an exchange for swaps: there the word names who was robbed. */
const ROBBED =
  /(?<!\p{L})(?:bridge|swap|mixer)s?(?:'s)? (?=(?:attack|exploit|hack|heist|theft|drain|contract)s?(?!\p{L}))|(?<=(?:attack|exploit|hack|theft|heist) (?:on|of|at) (?:the |a )?(?:[\p{L}\p{N}-]+ )?)(?:bridge|swap|mixer)(?!\p{L})/gu;
/** Whose the moved coins were, and who moved them. */
const TAKEN =
  /(?<!\p{L})(?:stolen|hacked|drained|looted|exploited|attack|exploit|hack) (?:funds|money|assets?|coins|tokens|crypto|proceeds|loot|eth|btc|ether)(?!\p{L})|被盗(?:资金|资产)|盗まれた(?:資金|資産)/gu;
const DENIED =
  /(?<![\p{L}-])(?:not|never|no(?!\.? ?\d)|neither|nor|nicht|keine?[rsnm]?|pas|nunca|nao|не|нет)(?!\p{L})|n't(?!\p{L})|\?|不是|并非|没有|ではな|아닌|아님/u;

/** What a transaction was, by the words beside it; empty where they do not say it, or say two things. */
export function transactionRole(text: string): TransactionRole | "" {
  const said = folded(text).replace(ROBBED, " ").replace(TAKEN, " ");
  if (DENIED.test(said)) return "";
  if (RETURN.test(said)) return "return";
  const attack = ATTACK.test(said);
  const laundering = LAUNDERING.test(said);
  if (attack && laundering) return "";
  if (attack) return "attack";
  if (laundering) return "laundering";
  return OTHER.test(said) ? "other" : "";
}
