/** For tests: a small and strict reader of XML 1.0 with namespaces, written from the grammar and not from our writer. It knows no DTD and no CDATA. */

export type Read = { name: string; attributes: Record<string, string>; children: (Read | string)[] }

const NAME = /^[A-Za-z_:][\w.:-]*/
const CHARS = /^(?:[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])*$/
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolved(text: string): string {
  return text.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name)
    const letter = code === null ? ENTITIES[name] : String.fromCodePoint(code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16))
    if (!whole.endsWith(';') || letter === undefined || !CHARS.test(letter)) throw new Error(`no such reference: ${whole}`)
    return letter
  })
}

/** Reads a whole document; throws where it is not well-formed. */
export function readXml(text: string): Read {
  if (!CHARS.test(text)) throw new Error('a character that XML cannot hold')
  let at = 0
  const left = () => text.slice(at, at + 400)
  const take = (found: RegExpExecArray | null, what: string): string => {
    if (found === null) throw new Error(`${what} expected at ${at}: ${left().slice(0, 40)}`)
    at += found[0].length
    return found[0]
  }
  const isBound = (name: string, prefixes: ReadonlySet<string>) => {
    const [prefix = '', local, ...more] = name.split(':')
    if (more.length > 0 || local === '' || (local !== undefined && !prefixes.has(prefix))) throw new Error(`no such prefix: ${name}`)
  }
  const attributesOf = (): Record<string, string> => {
    const attributes: Record<string, string> = Object.create(null)
    while (/^\s+[^\s/>]/.test(left())) {
      take(/^\s+/.exec(left()), 'white space')
      const name = take(NAME.exec(left()), 'a name')
      take(/^="/.exec(left()), 'a value')
      const end = text.indexOf('"', at)
      const value = text.slice(at, end)
      if (end === -1 || value.includes('<') || name in attributes) throw new Error(`not an attribute: ${name}`)
      attributes[name] = resolved(value.replaceAll(/[\t\n\r]/g, ' '))
      at = end + 1
    }
    return attributes
  }
  const elementOf = (known: ReadonlySet<string>): Read => {
    take(/^</.exec(left()), 'an element')
    const name = take(NAME.exec(left()), 'a name')
    const attributes = attributesOf()
    const prefixes = new Set([...known, ...Object.keys(attributes).flatMap((one) => (one.startsWith('xmlns:') ? [one.slice(6)] : []))])
    for (const one of [name, ...Object.keys(attributes)]) isBound(one, prefixes)
    const read: Read = { name, attributes, children: [] }
    if (take(/^\s*\/?>/.exec(left()), 'the end of a tag').includes('/')) return read
    while (!text.startsWith('</', at)) {
      if (at >= text.length) throw new Error(`${name} has no end`)
      if (text[at] === '<') read.children.push(elementOf(prefixes))
      else {
        const end = text.indexOf('<', at)
        const words = text.slice(at, end === -1 ? text.length : end)
        if (words.includes(']]>')) throw new Error(']]> in text')
        read.children.push(resolved(words))
        at += words.length
      }
    }
    at += 2
    if (take(NAME.exec(left()), 'a name') !== name) throw new Error(`${name} ends as another`)
    take(/^\s*>/.exec(left()), 'the end of an end tag')
    return read
  }
  const head = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(left())
  if (head !== null) at = head[0].length
  const root = elementOf(new Set(['xml', 'xmlns']))
  if (text.slice(at).trim() !== '') throw new Error('something behind the end')
  return root
}

/** All elements of this name below one, in their order. */
export function all(node: Read, name: string): Read[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)]))
}

/** The words below an element. */
export function wordsOf(node: Read): string {
  return node.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('')
}

/** The words of the elements of this name below one. */
export const texts = (node: Read, name: string) => all(node, name).map(wordsOf)
