import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { deskSecret } from "@/lib/desk/people/secret";

/** A secret as it is stored: sealed as second factors are, with the server's own. */
export function sealed(secret: string): Promise<string> {
  return symmetricEncrypt({ key: deskSecret(), data: secret });
}

/** What was sealed; null where the server's secret has changed since, so that it cannot be opened. */
export async function opened(stored: string): Promise<string | null> {
  return symmetricDecrypt({ key: deskSecret(), data: stored }).catch(() => null);
}
