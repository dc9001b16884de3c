/** The languages that a passage in a story can be marked with, so that it is spoken, hyphenated and ordered rightly. */

/** A BCP 47 tag of language, script and region, such as `es`, `zh-Hans` or `pt-BR`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/

/** What the editor offers, by tag, in the order of their English names. */
export const FOREIGN_LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'Arabic', zh: 'Chinese', en: 'English', fil: 'Filipino', fr: 'French', de: 'German', ht: 'Haitian Creole', he: 'Hebrew', hi: 'Hindi', hmn: 'Hmong',
  it: 'Italian', ja: 'Japanese', ko: 'Korean', la: 'Latin', fa: 'Persian', pl: 'Polish', pt: 'Portuguese', pa: 'Punjabi', ru: 'Russian', so: 'Somali',
  es: 'Spanish', sw: 'Swahili', uk: 'Ukrainian', ur: 'Urdu', vi: 'Vietnamese',
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])
const RIGHT_TO_LEFT_SCRIPT = /-(?:Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)(?:-|$)/

/** Which way a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  if (/-[A-Z][a-z]{3}(?:-|$)/.test(lang)) return RIGHT_TO_LEFT_SCRIPT.test(lang) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
