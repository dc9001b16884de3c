/** The languages that the paper can speak to its readers: BCP 47 tags, and their own names for the settings. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const
export type Language = keyof typeof LANGUAGES

/** The locale by which numbers, dates and lists are written in a language. */
export const LOCALES = { en: 'en-US', es: 'es-US' } as const satisfies Record<Language, string>

/** The same as Open Graph writes it: "en_US". */
export const openGraphLocale = (language: Language): string => LOCALES[language].replace('-', '_')
