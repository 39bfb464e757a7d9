import { z } from "zod";

/**
 * An amount of US dollars as it is given: to the cent, as the record keeps it. A finer one would be
 * rounded when it is stored, and then differ from itself for ever.
 */
export const usdSchema = z
  .number()
  .nonnegative("must not be negative")
  .max(1e15, "must be below a thousand trillion US dollars")
  .refine((amount) => Number(amount.toFixed(2)) === amount, "must not be finer than a cent");
