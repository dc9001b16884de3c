import 'server-only'
import type { JobHandlers } from '../work-off.ts'
import { edgePurge } from './edge-purge.ts'
import { frontBannerEnds, frontDue } from './front-due.ts'
import { issueRead } from './issue-read.ts'
import { mailSend } from './mail-send.ts'
import { newsletterCopies } from './newsletter-copies.ts'
import { storyDue } from './story-due.ts'

/** Who does which kind of job (domain/jobs.ts). */
export const HANDLERS: JobHandlers = {
  'story.due': storyDue,
  'front.due': frontDue,
  'front.bannerEnds': frontBannerEnds,
  'newsletter.copies': newsletterCopies,
  'issue.read': issueRead,
  'mail.send': mailSend,
  'edge.purge': edgePurge,
}
