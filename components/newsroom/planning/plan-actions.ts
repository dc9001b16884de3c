import type { FormAction } from '#components/ui/action-form.client.tsx'

/** The actions of a story's plan. */
export type PlanActions = Record<'assign' | 'unassign' | 'give' | 'volunteer' | 'plan' | 'askForPhoto' | 'changePhoto' | 'takePhoto' | 'setPhotoState' | 'deliverPhoto', FormAction>
