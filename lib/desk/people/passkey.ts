import { z } from "zod";

const base64url = z
  .string()
  .regex(/^[\w-]+=*$/)
  .max(20_000);

const shared = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  // None is asked for; whatever a browser adds is of no use here.
  clientExtensionResults: z.unknown().transform(() => ({})),
};

/** What a browser answers when it has been asked for a passkey. */
export const passkeyAnswerSchema = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? ""),
  }),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswerSchema>;

/** What a browser answers when it has made a passkey. */
export const newPasskeySchema = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});
export type NewPasskey = z.infer<typeof newPasskeySchema>;

/** What its owner calls it, to tell it from others. */
export const passkeyNameSchema = z
  .string()
  .trim()
  .min(1, "Give the passkey a name, such as the device that it is on.")
  .max(100, "The name must have at most 100 characters.")
  .refine((name) => !/\p{Cc}|\p{Bidi_Control}/u.test(name), {
    error: "The name must not hold control characters.",
  });
