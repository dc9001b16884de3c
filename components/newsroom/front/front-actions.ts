import type { FormAction } from '#components/ui/action-form.client.tsx'

/** What the forms of the front page desk send to. */
export type FrontActions = Readonly<Record<'step' | 'banner' | 'removeBanner' | 'publish' | 'schedule' | 'unschedule' | 'putBack', FormAction>>
