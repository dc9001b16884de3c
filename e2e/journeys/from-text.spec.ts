import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures/newsroom.ts'
import { FromTextPage } from '../pages/from-text.ts'

const fixture = (name: string) => path.join(import.meta.dirname, '../fixtures', name)

test('a text comes in by drop or by choice, and a line is what the person says it is', async ({ as }) => {
  const writer = await as('WRITER')
  const fromText = await new FromTextPage(writer).open()

  // Also waits until the page listens: a drop before that is nobody's.
  await expect(async () => {
    await fromText.dropFile('front-page.pdf', '%PDF-1.7')
    await fromText.expectRefused('“front-page.pdf” is none of .docx, .txt and .md.', { timeout: 1_000 })
  }).toPass()
  // By any other name it is still no text.
  await fromText.dropFile('front-page.txt', Uint8Array.from([...Buffer.from('%PDF-1.7\n'), 0xe2, 0xe3, 0xcf, 0xd3]))
  await fromText.expectRefused('“front-page.txt” is not stored as UTF-8.')

  await fromText.dropFile('written-story.md', readFileSync(fixture('written-story.md')))
  await fromText.expectUnderstood({
    headline: 'The garden behind the gym opens its gate',
    bylines: ['Rosa Lindqvist'],
    pictures: [
      { caption: 'Tomato seedlings in egg cartons', credit: 'Theo Marsh' },
      { caption: 'Rain barrel on opening day', credit: 'Courtesy of the Garden Club' },
    ],
    paragraphs: 2,
  })
  await fromText.expectRefused('')

  // A second file takes the place of the first once the person has said yes.
  writer.once('dialog', (dialog) => void dialog.accept())
  await fromText.chooseFile(fixture('wrapped-story.txt'))
  await fromText.expectUnderstood({ headline: 'Library keeps its lights on until eight', deck: '', bylines: ['Rosa Lindqvist'], pictures: [], paragraphs: 2 })

  await fromText.expectLine(8, 'Subhead')
  await fromText.sayThatLine(8, 'Deck')
  await fromText.expectLine(8, 'Deck')
  await fromText.expectUnderstood({ deck: 'A quiet floor, and a loud one', paragraphs: 2 })
  await expect(writer.getByRole('listitem').filter({ hasText: 'you said so' })).toHaveCount(1)
})
