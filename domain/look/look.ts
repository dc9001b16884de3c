import { z } from 'zod'
import { mottoSchema, paperNameSchema, timeZoneSchema } from '../settings.ts'
import { LANGUAGES, type Language } from '../words/language.ts'
import { colourFault, darkOf, FIRST_ACCENT, INK, inkOn, SIDES, type Side } from './colours.ts'
import { hexSchema } from './contrast.ts'
import { navigationSchema, NETWORK_KEYS, networkFault, type Navigation, type SocialLinks } from './links.ts'
import { TYPEFACE_KEYS, type Typefaces } from './typefaces.ts'

export type ColourPair = Record<Side, string>
/** The picture that stands for the paper: a file of the storage, and its size in pixels. `instead`: it stands in the place of the name. */
export type Logo = { key: string; width: number; height: number; instead: boolean }

/** How the paper looks, beside its name and motto. Colours null: those that a paper begins with. */
export type Look = { accent: ColourPair | null; masthead: ColourPair | null; typefaces: Typefaces; logo: Logo | null; navigation: Navigation; social: SocialLinks }

/** All that one screen of the settings holds. */
export type PaperLook = { name: string; motto: string; language: Language; timeZone: string; look: Look }

/** The look that a paper begins with. */
export const FIRST_LOOK: Look = { accent: null, masthead: null, typefaces: 'press', logo: null, navigation: { sections: true, head: [], foot: [] }, social: {} }

export const LOGO_KEY = /^[0-9a-f]{64}\.png$/
const pair = z.object({ light: hexSchema, dark: hexSchema })
const socialSchema = z.partialRecord(z.enum(NETWORK_KEYS), z.string().trim())
const namedOnly = (social: Partial<Record<string, string>>): SocialLinks => Object.fromEntries(Object.entries(social).filter(([, href]) => href !== undefined && href !== ''))
const lookSchema = z.object({
  accent: pair.nullable().catch(null),
  masthead: pair.nullable().catch(null),
  typefaces: z.enum(TYPEFACE_KEYS).catch('press'),
  logo: z.object({ key: z.string().regex(LOGO_KEY), width: z.int().positive(), height: z.int().positive(), instead: z.boolean() }).nullable().catch(null),
  navigation: navigationSchema.catch(FIRST_LOOK.navigation),
  social: socialSchema.catch({}),
})

/** A stored look. What another version wrote and this one cannot read is as at the beginning; the rest stays. */
export function readLook(stored: unknown): Look {
  const look = lookSchema.parse(typeof stored === 'object' && stored !== null ? { ...FIRST_LOOK, ...stored } : FIRST_LOOK)
  return { ...look, social: Object.fromEntries(NETWORK_KEYS.flatMap((network) => (networkFault(network, look.social[network] ?? '') === null ? [[network, look.social[network]]] : []))) }
}

const optionalColour = z.union([z.literal(''), hexSchema])
/** The form of that screen. `logo`: the key of an uploaded file, '' for none; `version`: of the look that was seen. */
export const lookFormSchema = z
  .object({
    version: z.coerce.number<string>().int().min(0),
    name: paperNameSchema,
    motto: mottoSchema,
    language: z.enum(Object.keys(LANGUAGES) as [Language, ...Language[]]),
    timeZone: timeZoneSchema,
    typefaces: z.enum(TYPEFACE_KEYS),
    accentLight: optionalColour,
    accentDark: optionalColour,
    mastheadLight: optionalColour,
    mastheadDark: optionalColour,
    logo: z.union([z.literal(''), z.string().regex(LOGO_KEY)]),
    logoPlace: z.enum(['beside', 'instead']),
    navigation: navigationSchema,
    social: socialSchema,
  })
  .superRefine((form, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    for (const [part, light, dark] of [['accent', form.accentLight, form.accentDark], ['masthead', form.mastheadLight, form.mastheadDark]] as const) {
      if (light === '' && dark !== '') refuse(`${part}Light`, 'Choose the colour for the light paper too, or leave both empty.')
      for (const side of SIDES) {
        const hex = side === 'light' ? light : dark
        const fault = hex === '' ? null : colourFault(hex, side)
        if (fault !== null) refuse(`${part}${side === 'light' ? 'Light' : 'Dark'}`, fault.words)
      }
    }
    for (const network of NETWORK_KEYS) {
      const href = form.social[network] ?? ''
      const fault = href === '' ? null : networkFault(network, href)
      if (fault !== null) context.addIssue({ code: 'custom', path: ['social', network], message: fault })
    }
  })
export type LookForm = z.output<typeof lookFormSchema>

const colours = (light: string, dark: string): ColourPair | null => (light === '' ? null : { light, dark: dark === '' ? darkOf(light) : dark })

/** What a form asks for; the size of its logo is that of the file. */
export function lookOf(form: LookForm, logo: { width: number; height: number } | null): PaperLook {
  const { name, motto, language, timeZone, typefaces, navigation } = form
  return {
    name, motto, language, timeZone,
    look: {
      accent: colours(form.accentLight, form.accentDark),
      masthead: colours(form.mastheadLight, form.mastheadDark),
      typefaces,
      logo: form.logo === '' || logo === null ? null : { key: form.logo, ...logo, instead: form.logoPlace === 'instead' },
      navigation,
      social: namedOnly(form.social),
    },
  }
}

/** The parts that two looks differ in, by the name that the record has for each. */
export function changedParts(before: PaperLook, after: PaperLook): string[] {
  const flat = ({ look, ...rest }: PaperLook): Record<string, unknown> => ({ ...rest, ...look })
  const [one, other] = [flat(before), flat(after)]
  return Object.keys(other).filter((part) => stable(one[part]) !== stable(other[part]))
}

/** JSON with sorted keys: the database does not keep their order. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner))
}

/** The colours of a look as everything that draws them needs them. */
export function coloursOf({ accent, masthead }: Pick<Look, 'accent' | 'masthead'>): { accent: ColourPair; onAccent: ColourPair; masthead: ColourPair } {
  const shown = accent ?? FIRST_ACCENT
  return { accent: shown, onAccent: { light: inkOn(shown.light), dark: inkOn(shown.dark) }, masthead: masthead ?? INK }
}

/** The style sheet of a look: '' for that of the beginning. Only colours that were checked can be in it. */
export function lookCss(look: Pick<Look, 'accent' | 'masthead'>): string {
  if (look.accent === null && look.masthead === null) return ''
  const { accent, onAccent, masthead } = coloursOf(look)
  const said = ([['accent', accent], ['on-accent', onAccent], ['masthead', masthead]] as const).map(([name, { light, dark }]) => `--color-${name}:light-dark(${light},${dark})`)
  return `.paper{${said.join(';')}}`
}
