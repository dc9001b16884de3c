import { inkOn } from './colours.ts'

/** The sizes of the paper's icon, in pixels; `maskable`: for phones, which cut icons to a shape of their own. */
export const ICONS = { '16': { size: 16, maskable: false }, '32': { size: 32, maskable: false }, '48': { size: 48, maskable: false }, '180': { size: 180, maskable: true }, '192': { size: 192, maskable: false }, '512': { size: 512, maskable: false }, '512-maskable': { size: 512, maskable: true } } as const
export type IconName = keyof typeof ICONS

const FILE = /^([0-9a-f]{16})-(\d{2,3}(?:-maskable)?)\.png$/
const isIcon = (name: string): name is IconName => Object.hasOwn(ICONS, name)

/** The address of an icon; `key` names everything that is in it. */
export const iconPath = (key: string, name: IconName) => `/icons/${key}-${name}.png`

/** What an icon's file name asks for; null: nothing that is there. */
export function iconAsked(file: string): { key: string; name: IconName } | null {
  const [, key = '', name = ''] = FILE.exec(file) ?? []
  return isIcon(name) ? { key, name } : null
}

/** PNG files of up to 255 pixels as one ICO file, which browsers ask every site for. */
export function icoOf(pictures: readonly { size: number; png: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  const head = 6 + 16 * pictures.length
  const file = new Uint8Array(head + pictures.reduce((sum, { png }) => sum + png.byteLength, 0))
  const view = new DataView(file.buffer)
  view.setUint16(2, 1, true)
  view.setUint16(4, pictures.length, true)
  let at = head
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index
    view.setUint8(entry, size)
    view.setUint8(entry + 1, size)
    view.setUint16(entry + 4, 1, true)
    view.setUint16(entry + 6, 32, true)
    view.setUint32(entry + 8, png.byteLength, true)
    view.setUint32(entry + 12, at, true)
    file.set(png, at)
    at += png.byteLength
  }
  return file
}

const MOST_BELOW_ICON = 14

/** The name below an icon: the whole one, or without its article, or its letters. */
function shortName(name: string, letters: string): string {
  const bare = name.replace(/^(the|el|la|los|las)\s+/i, '')
  return [name, bare, letters].find((one) => one !== '' && one.length <= MOST_BELOW_ICON) ?? name
}

type Named = { name: string; motto: string; language: string }

/** The web manifest of a paper: what a phone shows of it on its screen. `short`: its letters, for where the name is too long. */
export function manifestOf({ name, motto, language }: Named, { key, ground, accent, short }: { key: string; ground: string; accent: string; short: string }): Record<string, unknown> {
  return {
    id: '/',
    name,
    short_name: shortName(name, short),
    ...(motto === '' ? {} : { description: motto }),
    lang: language,
    dir: 'auto',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: ground,
    theme_color: inkOn(accent) === '#ffffff' ? accent : ground,
    icons: (['192', '512', '512-maskable'] as const).map((icon) => ({ src: iconPath(key, icon), sizes: `${ICONS[icon].size}x${ICONS[icon].size}`, type: 'image/png', purpose: ICONS[icon].maskable ? 'maskable' : 'any' })),
  }
}
