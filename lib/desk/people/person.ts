import { z } from "zod";
import { ROLES } from "@/lib/desk/access/access";
import { textSchema } from "@/lib/values/sources/source";

/** An e-mail address as people are known to the desk: in small letters. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, "The e-mail address must have at most 200 characters.")
  .pipe(z.email("The e-mail address must look like name@example.org."));

/** The public name, as histories show it: one line. */
export const nameSchema = textSchema(100).refine((name) => !/[\n\t]/.test(name), {
  message: "must be one line",
});

export const roleSchema = z.enum(ROLES);
