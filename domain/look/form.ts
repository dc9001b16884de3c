import { NETWORK_KEYS } from './links.ts'

const ROW = /^navigation\.(head|foot)\.(\d{1,2})\.(label|href)$/

/** The fields of the look's form as its schema takes them: "navigation.head.0.label" and "social.x" are put into their places. */
export function lookInput(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const rows: Record<string, Record<string, string>[]> = { head: [], foot: [] }
  for (const [name, value] of Object.entries(values)) {
    const [, list = '', at = '', field = ''] = ROW.exec(name) ?? []
    const links = rows[list]
    if (links !== undefined) links[Number(at)] = { label: '', href: '', ...links[Number(at)], [field]: value }
  }
  return {
    ...values,
    navigation: { sections: values['sections'] !== undefined, head: [...(rows['head'] ?? [])], foot: [...(rows['foot'] ?? [])] },
    social: Object.fromEntries(NETWORK_KEYS.map((network) => [network, values[`social.${network}`] ?? ''])),
  }
}
