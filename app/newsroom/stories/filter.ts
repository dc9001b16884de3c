import { z } from 'zod'
import { storable } from '#domain/storable.ts'
import { STORY_STATES } from '#domain/workflow.ts'

/** Behind which line a page of the list begins: "<time of its last move>_<story id>". */
const place = z.tuple([z.iso.datetime().refine((time) => !time.startsWith('0000')), z.uuid()])

/** What the list of stories takes from its address; what makes no sense is left out. */
export const filterSchema = z.object({
  state: z.enum(STORY_STATES).optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  q: z.string().transform(storable).pipe(z.string().trim().max(200)).optional().catch(undefined),
  after: z.string().refine((after) => place.safeParse(after.split('_')).success).optional().catch(undefined),
})
