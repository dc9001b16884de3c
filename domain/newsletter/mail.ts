import { element, htmlText, type XmlElement } from '../feeds/xml.ts'
import type { ListedCorrection, StoryCardView } from '../story-view.ts'
import type { Language } from '../words/language.ts'
import { wordsOf } from '../words/words.ts'
import type { NewsletterKind } from './content.ts'

/** A newsletter as one reader gets it. `site`: scheme and host of the paper; `leave`: the address of the page to leave by. */
export type NewsletterView = {
  kind: NewsletterKind
  paper: string
  language: Language
  site: string
  top: readonly StoryCardView[]
  blocks: readonly (readonly StoryCardView[])[]
  corrections: readonly ListedCorrection[]
  leave: string
}
export type NewsletterMail = { subject: string; text: string; html: string }

/** No picture and nothing from elsewhere: that a mail was opened is nobody's business. */
const STYLE = [
  'body{margin:0;padding:24px 16px;font-family:Georgia,serif;font-size:17px;line-height:1.5;color:#1a1a1a;background:#ffffff}',
  'main,header,footer{max-width:36em;margin:0 auto}',
  'h1{margin:0;padding-bottom:8px;border-bottom:3px double #767676;font-size:26px}',
  'h2,h3{font-size:20px;line-height:1.25;margin:20px 0 4px}',
  'h2.lead{font-size:28px;margin-top:24px}',
  'h2.of{margin-top:32px;padding-top:8px;border-top:1px solid #767676;font-family:sans-serif;font-size:15px;text-transform:uppercase;letter-spacing:1px}',
  'p{margin:4px 0 0}',
  'a{color:#0b3d91}',
  'h1 a,h2 a,h3 a{color:inherit;text-decoration:none}',
  '.by,footer p{font-family:sans-serif;font-size:14px;color:#595959}',
  '.label{margin-top:20px;font-family:sans-serif;font-weight:bold;color:#a40000}',
  'footer{margin-top:40px;padding-top:12px;border-top:1px solid #767676}',
  '@media (prefers-color-scheme:dark){body{color:#eeeeee;background:#161616}a{color:#9cc2ff}.by,footer p{color:#b5b5b5}.label{color:#ff9b9b}}',
].join('\n')

/** The mail of a newsletter, as accessible HTML without anything from elsewhere, and as plain text with the same words; null where there is nothing to tell. */
export function newsletterMail(view: NewsletterView): NewsletterMail | null {
  const first = view.top[0] ?? view.blocks[0]?.[0]
  if (first === undefined && view.corrections.length === 0) return null
  const words = wordsOf(view.language).newsletter
  const what = first?.headline ?? words.corrected
  const subject = view.kind === 'BREAKING' ? `${words.breakingLabel}: ${what}` : `${view.paper}: ${what}`
  return { subject, text: textOf(view), html: htmlOf(view, subject) }
}

const bylineOf = ({ bylines }: StoryCardView) => bylines.map(({ name }) => name).join(', ')

function textOf({ kind, paper, language, site, top, blocks, corrections, leave }: NewsletterView): string {
  const words = wordsOf(language).newsletter
  const story = (card: StoryCardView) => [card.headline, card.deck, bylineOf(card) === '' ? '' : words.by(bylineOf(card)), `${site}${card.path}`].filter((line) => line !== '').join('\n')
  const parts = [
    paper,
    ...(kind === 'BREAKING' ? [words.breakingLabel.toUpperCase()] : []),
    ...top.map(story),
    ...blocks.flatMap((block) => [(block[0]?.section.name ?? '').toUpperCase(), ...block.map(story)]),
    ...(corrections.length === 0 ? [] : [words.corrected.toUpperCase()]),
    ...corrections.map((one) => `${one.story.headline}\n${one.text}\n${site}${one.story.path}`),
    `--\n${words.whyYou(paper)}\n${words.leaveLink}: ${leave}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function htmlOf({ kind, paper, language, site, top, blocks, corrections, leave }: NewsletterView, title: string): string {
  const words = wordsOf(language).newsletter
  const link = (path: string, text: string) => element('a', { href: `${site}${path}` }, text)
  const story = (card: StoryCardView, level: 'h2' | 'h3', lead = false): XmlElement[] => [
    element(level, { dir: 'auto', ...(lead ? { class: 'lead' } : {}) }, [link(card.path, card.headline)]),
    ...(card.deck === '' ? [] : [element('p', { dir: 'auto' }, card.deck)]),
    ...(bylineOf(card) === '' ? [] : [element('p', { class: 'by', dir: 'auto' }, words.by(bylineOf(card)))]),
  ]
  const body = [
    element('header', {}, [element('h1', { dir: 'auto' }, [link('/', paper)])]),
    element('main', {}, [
      ...(kind === 'BREAKING' ? [element('p', { class: 'label' }, words.breakingLabel)] : []),
      ...top.flatMap((card, index) => story(card, 'h2', index === 0)),
      ...blocks.flatMap((block) => [element('h2', { class: 'of', dir: 'auto' }, block[0]?.section.name ?? ''), ...block.flatMap((card) => story(card, 'h3'))]),
      ...(corrections.length === 0 ? [] : [element('h2', { class: 'of' }, words.corrected)]),
      ...corrections.flatMap((one) => [element('h3', { dir: 'auto' }, [link(one.story.path, one.story.headline)]), element('p', { dir: 'auto' }, one.text)]),
    ]),
    element('footer', {}, [element('p', {}, words.whyYou(paper)), element('p', {}, [element('a', { href: leave }, words.leaveLink)])]),
  ]
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    element('style', {}, STYLE),
  ]
  return `<!doctype html>\n${htmlText(element('html', { lang: language }, [element('head', {}, head), element('body', {}, body)]))}\n`
}
