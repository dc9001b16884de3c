import { lookFormSchema, type LookForm } from '#domain/look/look.ts'

const PLAIN = { version: '0', name: 'Test Paper', motto: '', language: 'en', timeZone: 'America/Los_Angeles', typefaces: 'press', accentLight: '', accentDark: '', mastheadLight: '', mastheadDark: '', logo: '', logoPlace: 'beside', navigation: { sections: true, head: [], foot: [] }, social: {} }

/** The form of the look as a browser would send it, with some of its fields changed. */
export function aLookForm(change: Partial<Record<keyof typeof PLAIN, unknown>> = {}): LookForm {
  return lookFormSchema.parse({ ...PLAIN, ...change })
}
