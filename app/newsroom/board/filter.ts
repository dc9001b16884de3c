import { z } from 'zod'

/** What the board takes from its address; what makes no sense is left out. */
export const boardFilterSchema = z.object({
  section: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
})
