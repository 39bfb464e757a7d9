import { base32nopad, base58, base64, bech32m } from "@scure/base";
import { EVM_CHAINS } from "@/lib/values/wallets/evm-chains";
import { attempt, hexOf } from "@/lib/values/wallets/forms/account";
import { base58check } from "@/lib/values/wallets/forms/base58-checked";
import { BITCOIN_KINDS } from "@/lib/values/wallets/forms/bitcoin-kind";

/** What a transaction's hash or number says. */
export interface TransactionId {
  /** As it is stored and shown. */
  hash: string;
  /** The bytes of a digest, in hexadecimal; null of what is no digest, such as a number in the ledger. */
  digest: string | null;
}

export interface TransactionForm {
  /** What a chain's transactions look like, as messages say it after “must be”. */
  looks: string;
  /** Null where a text is no transaction of the chain. */
  read(text: string): TransactionId | null;
}

const HEX = "64 hexadecimal digits";

const digest = (hash: string, bytes = hash): TransactionId => ({
  hash,
  digest: bytes.replace(/^0x/, "").toLowerCase(),
});
const number = (text: string): TransactionId => ({ hash: text, digest: null });

/** 0x and 64 digits. Explorers of some chains leave 0x out; the chain says that it belongs there. */
const prefixed: TransactionForm = {
  looks: `0x and ${HEX}`,
  read: (text) => {
    const digits = /^(?:0x)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase();
    return digits === undefined ? null : digest(`0x${digits}`);
  },
};

/** 64 digits. @param strict whether 0x before them says that the transaction is another chain's */
function bare(letters: "small" | "capital", strict: boolean): TransactionForm {
  return {
    looks: strict ? `${HEX} without 0x` : HEX,
    read: (text) => {
      const [, zero, digits] = /^(0x)?([0-9a-f]{64})$/i.exec(text) ?? [];
      if (digits === undefined || (strict && zero !== undefined)) return null;
      return digest(letters === "small" ? digits.toLowerCase() : digits.toUpperCase());
    },
  };
}

/** Some 32 or 64 bytes in base58, without a checksum. */
function inBase58(length: 32 | 64): TransactionForm {
  return {
    looks: `${length} bytes in base58, ${length === 64 ? "87 or 88" : "43 or 44"} characters`,
    read: (text) => {
      // Longer texts are none, and base58 takes long to read them.
      const bytes = text.length > 100 ? null : attempt(() => base58.decode(text));
      return bytes?.length === length ? digest(text, hexOf(bytes)) : null;
    },
  };
}

/** 32 bytes in either alphabet of base64, with or without its closing sign. */
function inBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  const bare = text.replaceAll("-", "+").replaceAll("_", "/").replace("=", "");
  const bytes = attempt(() => base64.decode(`${bare}=`));
  return bytes?.length === 32 ? bytes : null;
}

/** The first form that reads a text; of those that have one digest in two writings, the first writes it. */
function oneOf(looks: string, ...forms: readonly Pick<TransactionForm, "read">[]): TransactionForm {
  return {
    looks,
    read: (text) => {
      for (const form of forms) {
        const read = form.read(text);
        if (read !== null) return read;
      }
      return null;
    },
  };
}

const numbered = (pattern: RegExp) => ({
  read: (text: string) => (pattern.test(text) ? number(text) : null),
});
const only = (begins: RegExp, form: TransactionForm) => ({
  read: (text: string) => (begins.test(text) ? form.read(text) : null),
});

const bitcoin = bare("small", true);
const lenient = bare("small", false);
/** Cosmos's own programs print capitals. */
const cosmos = bare("capital", false);
/** Where Ethereum's programs run beside Cosmos's, either may have made the transaction. */
const either = oneOf(
  `${HEX}, after 0x where a wallet of Ethereum’s kind sent it`,
  only(/^0x/i, prefixed),
  cosmos,
);

const ton: TransactionForm = {
  looks: `${HEX}, or 44 characters of base64`,
  read: (text) => {
    const bytes = inBase64(text);
    return bytes === null ? lenient.read(text) : digest(hexOf(bytes));
  },
};

const kadena: TransactionForm = {
  looks: "43 characters of base64",
  read: (text) => {
    const bytes = inBase64(text);
    const urlSafe = text.replaceAll("+", "-").replaceAll("/", "_").replace("=", "");
    return bytes === null ? null : digest(urlSafe, hexOf(bytes));
  },
};

const algorand: TransactionForm = {
  looks: "52 characters of A–Z and 2–7",
  read: (text) => {
    const bytes = text.length === 52 ? attempt(() => base32nopad.decode(text.toUpperCase())) : null;
    return bytes?.length === 32 ? digest(text.toUpperCase(), hexOf(bytes)) : null;
  },
};

/** Move's hashes are 32 bytes whose leading zeros may be missing, as those of addresses; or the ledger's own number. */
const aptos = oneOf(`0x and ${HEX}, or the number of a version`, numbered(/^\d{1,20}$/), {
  read: (text) => {
    const digits = /^(?:0x)?([0-9a-f]{60,64})$/i.exec(text)?.[1]?.toLowerCase().padStart(64, "0");
    return digits === undefined ? null : digest(`0x${digits}`);
  },
});

const starknet: TransactionForm = {
  looks: `0x and up to ${HEX}`,
  read: (text) => {
    const digits = /^0x([0-9a-f]{48,64})$/i.exec(text)?.[1]?.toLowerCase();
    return digits === undefined ? null : digest(`0x${digits}`, digits.padStart(64, "0"));
  },
};

const tezos: TransactionForm = {
  looks: "o and 50 characters of base58",
  read: (text) => {
    const bytes = /^o.{50}$/.test(text) ? attempt(() => base58check.decode(text)) : null;
    return bytes?.length === 34 ? digest(text, hexOf(bytes.slice(2))) : null;
  },
};

/** Hedera's own are the payer, seconds and nanoseconds, which its explorers write with hyphens. */
const hedera = oneOf(
  "an account and a time such as 0.0.123@1700000000.000000001, or a hash after 0x",
  {
    read: (text) => {
      const [, payer, seconds, nanos] =
        /^(\d+\.\d+\.\d+)[@-](\d{9,10})[.-](\d{1,9})$/.exec(text) ?? [];
      return payer === undefined || nanos === undefined
        ? null
        : number(`${payer}@${seconds}.${nanos.padStart(9, "0")}`);
    },
  },
  only(/^0x/i, prefixed),
  {
    read: (text) => {
      const digits = /^(?:0x)?([0-9a-f]{96})$/i.exec(text)?.[1]?.toLowerCase();
      return digits === undefined ? null : digest(`0x${digits}`);
    },
  },
);

const radix: TransactionForm = {
  looks: "txid_rdx1 and its checksum’s characters",
  read: (text) => {
    const small = text.toLowerCase();
    const read = attempt(() => bech32m.decode(small as `${string}1${string}`, 200));
    const bytes = read?.prefix === "txid_rdx" ? attempt(() => bech32m.fromWords(read.words)) : null;
    return bytes?.length === 32 ? digest(small, hexOf(bytes)) : null;
  },
};

const nxt = oneOf(`a number, or ${HEX}`, numbered(/^\d{1,20}$/), lenient);
const icp = oneOf(`${HEX}, or the number of a block`, numbered(/^\d{1,12}$/), lenient);
const substrate = oneOf(
  `0x and ${HEX}, or a block’s number and an index such as 123-4`,
  numbered(/^\d{1,12}-\d{1,6}$/),
  prefixed,
);
const filecoin = oneOf(`an id that begins with bafy, or 0x and ${HEX}`, only(/^0x/i, prefixed), {
  read: (text) => (/^bafy[a-z2-7]{50,60}$/i.test(text) ? number(text.toLowerCase()) : null),
});
const iota = oneOf(
  `32 bytes in base58, or 0x and ${HEX}`,
  only(/^0x/i, prefixed),
  inBase58(32),
  numbered(/^[A-Z9]{81}$/),
);
const zksync = oneOf(`0x and ${HEX}`, prefixed, {
  read: (text) => prefixed.read(text.replace(/^sync-tx:/i, "")),
});

const COSMOS =
  "agoric akash axelar celestia comdex coreum cosmos dydx gravity-bridge juno kujira maya namada neutron noble nomic oraichain osmosis provenance secret sentinel stride terra thorchain";
const BOTH = "cronos evmos injective kava kiichain mantra oasis okxchain saga sei tac zetachain";
const BITCOIN =
  "bitcoin-cash bitcoin-sv decred ecash firo horizen kaspa liquid namecoin peercoin qtum siacoin verus zcash zcoin";
const LENIENT =
  "alephium beam cardano casper elrond eos flow grin haven mina mixin monero nem ontology stellar tron wax zano";
const PREFIXED = "conflux harmony icon iotex nervos ronin stacks xdc zilliqa";

const all = (chains: Iterable<string>, form: TransactionForm): [string, TransactionForm][] =>
  [...chains].map((chain) => [chain, form]);

/** How each chain names its transactions, as far as that is written down somewhere to check against. */
export const TRANSACTION_FORMS: ReadonlyMap<string, TransactionForm> = new Map([
  ...all(EVM_CHAINS, prefixed),
  ...all(PREFIXED.split(" "), prefixed),
  ...all(Object.keys(BITCOIN_KINDS), bitcoin),
  ...all(BITCOIN.split(" "), bitcoin),
  ...all(LENIENT.split(" "), lenient),
  ...all(COSMOS.split(" "), cosmos),
  ...all(BOTH.split(" "), either),
  ...all(["nano", "ripple"], cosmos),
  ...all(["fogo", "solana"], inBase58(64)),
  ...all(["near", "sui", "waves"], inBase58(32)),
  ...all(["aptos", "movement"], aptos),
  ...all(["bittensor", "kusama", "polkadot"], substrate),
  ...Object.entries({
    algorand,
    filecoin,
    hedera,
    icp,
    iota,
    kadena,
    nxt,
    radix,
    starknet,
    tezos,
    ton,
    zksync,
  }),
]);
