import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'link-text'

const EMPTY = /^(?:(?:please )?(?:click|tap|press)?\s*(?:here|this link|on this link|this|link|the link)|read more|more|learn more|see more|find out more|website|this (?:article|page|site|website|post|video|form)|source)[.!]?$/i
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i
/** An address that is typed out and leads nowhere. */
const UNLINKED = /(?<![\w@/.])(?:https?:\/\/|www\.)[^\s<>“”"]{2,200}[^\s<>“”".,;:!?)]/gi

/** Links whose words do not say where they lead. */
export const linkText: Rule = {
  id: ID,
  name: 'Link text',
  source: 'WCAG 2.2, 2.4.4 Link purpose; W3C: “Don’t use ‘click here’ as link text”',
  defaultLevel: 'ADVISORY',
  find: ({ blocks }: CopyText): Finding[] =>
    blocks.flatMap(({ index, kind, text, links }) => {
      const passage = { field: 'body', block: index, kind, text } as const
      const linked = links.flatMap(({ from, to }) => {
        const words = text.slice(from, to).trim()
        if (ADDRESS.test(words)) return [findingAt(ID, passage, from, to, { message: 'A web address is hard to read and worse to hear. Link the words that say what is there.' })]
        return EMPTY.test(words) ? [findingAt(ID, passage, from, to, { message: `“${words}” does not say where the link leads. Link the words that do.` })] : []
      })
      const bare = [...text.matchAll(UNLINKED)].filter(({ index: at }) => !links.some(({ from, to }) => from <= at && at < to))
      return [...linked, ...bare.map(({ index: at, 0: address }) => findingAt(ID, passage, at, at + address.length, { message: 'This web address is not a link. Link the words that say what is there.' }))]
    }),
}
