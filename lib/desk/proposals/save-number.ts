import { z } from "zod";

/** How often a draft has been saved when somebody read it: 0 where it was only begun, and no more than the column holds. */
export const saveNumberSchema = z.int().min(0).max(2_147_483_647);

/** A save number as a form sends it, as text. */
export const sentSaveNumberSchema = z.coerce.number().pipe(saveNumberSchema);
