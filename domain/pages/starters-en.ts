import { h, link, p, points, text } from './starter-blocks.ts'
import type { StarterSet } from './starters.ts'

const DECIDES = {
  ADVISER_APPROVES: 'Student editors edit every story. The faculty adviser reads it before it is published.',
  ADVISER_CONSULTS: 'Student editors decide what is published. The faculty adviser is asked for advice before they do.',
  OPEN_FORUM: 'Student editors decide what is published. The faculty adviser advises them and does not approve stories.',
} as const

const mail = (contact: string) => link(contact, `mailto:${contact}`)

export const STARTERS_EN: StarterSet = {
  about: ({ paper, policy, contact }) => ({
    headline: `About ${paper}`,
    deck: 'A student newspaper: who makes it, and for whom.',
    body: text(
      p(`${paper} is the student newspaper of our school. Students report, write, photograph, edit and publish it.`),
      h('Who makes it'),
      p('Everybody on the staff of this year, with their positions, stands in the ', link('masthead', '/staff'), '.'),
      h('Who decides'),
      p(DECIDES[policy], ' How a story comes about is told at ', link('How we edit', '/how-we-edit'), '.'),
      h('When we are wrong'),
      p('We put it right openly: see our ', link('corrections', '/corrections'), ', or ', link('ask for one', '/corrections/request'), '.'),
      h('Write to us'),
      p('The newsroom reads ', mail(contact), '.'),
    ),
  }),
  contact: ({ paper, contact }) => ({
    headline: 'Contact',
    deck: `How to reach the newsroom of ${paper}.`,
    body: text(
      points(
        ['The newsroom: ', mail(contact)],
        ['Something is wrong in a story, or you want to be taken out of one: ', link('ask for a correction', '/corrections/request')],
        ['Who is on the staff: ', link('masthead', '/staff')],
      ),
      p('We are students. We read mail on school days and answer as soon as class allows.'),
    ),
  }),
  policies: ({ paper, policy, contact }) => ({
    headline: 'Our policies',
    deck: `What ${paper} holds itself to.`,
    body: text(
      h('What we publish'),
      p('We report what students should know, fairly and accurately, and give whoever is criticized the chance to answer. Opinion is marked as opinion and is that of its author.'),
      h('Who decides'),
      p(DECIDES[policy], ' The way of every story is told at ', link('How we edit', '/how-we-edit'), '.'),
      h('Names and pictures'),
      p('We name people as they wish to be named, and less where that could harm them. Nobody who asked not to appear is named or shown. We publish pictures that we made or have the right to use, and say who made them.'),
      h('Corrections'),
      p('What we got wrong we correct with a dated note on the story and in the ', link('list of corrections', '/corrections'), '. We do not remove stories quietly. Anybody can ', link('ask for a correction or a removal', '/corrections/request'), '; every request is read, decided on, and answered.'),
      h('Your privacy'),
      p('Reading this paper sets no cookie and tells no third party. A video or sound from another site is loaded only when you open it.'),
      h('Questions'),
      p('Write to ', mail(contact), '.'),
    ),
  }),
  accessibility: ({ paper, contact, day }) => ({
    headline: 'Accessibility statement',
    deck: `${paper} is for everybody. This page says what we hold ourselves to, and what does not work yet.`,
    body: text(
      h('The standard'),
      p(`We want every page of ${paper} to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. As of ${day}, we consider it partially conformant: most of it meets them, and what we know does not is named below.`),
      h('What we do'),
      points(
        ['No picture is published without a description (alt text), a caption and a credit.'],
        ['No video is published without captions or a transcript, and no story with subheads out of order.'],
        ['Every page works by keyboard, at 200 percent zoom, on a narrow screen, in light and dark, and without script.'],
        ['Pages are tested for accessibility whenever the software that makes them changes.'],
      ),
      h('What is known not to work'),
      points(
        ['Players of other sites, such as YouTube or Spotify, open with those sites’ own controls, which we cannot change. A link to the same video or sound stands below each.'],
        ['Videos in stories from before we asked for captions may lack them.'],
        ['Pages of other sites that we link to may not be accessible.'],
      ),
      h('Tell us'),
      p('If something keeps you from reading, or you need it in another form, write to ', mail(contact), '. Name the page and what happened. We answer within five school days.'),
      p(`This statement was written on ${day}, after we went through the paper ourselves.`),
    ),
  }),
}
