import 'server-only'
import type { JobHandlers } from '../work-off.ts'
import { mailSend } from './mail-send.ts'
import { storyDue } from './story-due.ts'

/** Who does which kind of job (domain/jobs.ts). */
export const HANDLERS: JobHandlers = {
  'story.due': storyDue,
  'mail.send': mailSend,
}
