import { expect, test } from "vitest";
import { guessChain, ownChain } from "@/lib/values/wallets/guessed-chain";

test.each([
  ["celestia1dyp6scy7rvtr3k3s2snjdjara5syu4sfzz9tz5", "celestia"],
  ["inj1rhz8f8eryygvd79zddav03jmvuvqcrt6mkxr7g", "injective"],
  ["ONE1A0X3D6XPMR6F8WSYAXD9V36PYTVP48ZCKSWVV9", "harmony"],
  ["ecash:qpm2qsznhks23z7629mms6s4cwef74vcwva87rkuu2", "ecash"],
  ["qpm2qsznhks23z7629mms6s4cwef74vcwva87rkuu2", "ecash"],
  ["BITCOINCASH:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A", "bitcoin-cash"],
  ["EIIV72RBU4I72IODZQCZCNYI2RGUZ4JACIZTGNIO2OWZ2AFY42U5XIN7EQ", "algorand"],
  ["X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ", "ripple"],
  ["EQD7777777777777777777777777777777777777777//wwU", "ton"],
  ["tz1gcS7DCbeLV7ihYZAc8c2kopykW97sLAqw", "tezos"],
  ["12ZZtbiQKAkNJPGTSktVDXFz7saHpfnLeN2TRH7XoiuZmsb1", "polkadot"],
  ["t1VmmGiyjVNeCjxDZzg7vZmd99WyzVby9yC", "zcash"],
  ["erd1qyu5wthldzr8wx5c9ucg8kjagg0jfs53s8nr3zpz3hypefsdd8ssycr6th", "elrond"],
  ["f410faaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaonc6iji", "filecoin"],
  ["nano_3assnyaqet37uqch6ate15wo9z5if1m3g8hi5ffft6yj3dkyf3pbryym7fdb", "nano"],
])("%s is written so on %s alone", (address, chain) => {
  expect(guessChain(address)).toBe(chain);
  expect(ownChain(address)).toBe(chain);
});

test.each([
  ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "bittensor"],
  ["1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu", "bitcoin"],
])("%s is guessed to be of %s, and may be another’s", (address, chain) => {
  expect(guessChain(address)).toBe(chain);
  expect(ownChain(address)).toBeNull();
});

test("a mistyped letter leaves nothing to guess", () => {
  expect(guessChain("celestia1dyp6scy7rvtr3k3s2snjdjara5syu4sfzz9tz4")).toBeNull();
  expect(guessChain("tz1gcS7DCbeLV7jhYZAc8c2kopykW97sLAqw")).not.toBe("tezos");
});
