import path from 'node:path'
import { benchEditor } from './bench/editor.ts'
import { signIn, withDemoPaper } from './demo-browser.ts'
import { generateClient } from './start/build.ts'
import { runNode } from './start/steps.ts'

// npm run bench: figures of the product beside a reference in the same run. They depend on the machine; the ratios hardly do.
// npm run bench -- lists: only the newsroom's lists with a large paper, which need no browser. npm run bench -- search: only the readers' search with 100,000 stories.
// npm run bench -- speed: only readers' pages, at the origin and in a slow browser.
await generateClient()
if (process.argv.includes('search')) {
  process.stdout.write(await runNode(['--conditions=react-server', path.join(import.meta.dirname, 'bench/search.ts')], {}, 'Measuring the search'))
  process.exit(0)
}
// npm run bench -- reader: what readers' lists ask of the database, with 20,000 stories; npm run bench -- reader 100000: with so many.
if (process.argv.includes('reader')) {
  process.stdout.write(await runNode(['--conditions=react-server', path.join(import.meta.dirname, 'bench/reader.ts'), ...process.argv.filter((word) => /^\d+$/.test(word))], {}, 'Measuring the lists of readers'))
  process.exit(0)
}
if (process.argv.includes('speed')) {
  await import('./bench/speed.ts')
  process.exit(0)
}
process.stdout.write(await runNode(['--conditions=react-server', path.join(import.meta.dirname, 'bench/lists.ts')], {}, 'Measuring the lists'))
if (process.argv.includes('lists')) process.exit(0)

await withDemoPaper(async (site, browser) => {
  const signedIn = async (role: 'WRITER' | 'EDITOR') => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await signIn(page, site, role)
    return page
  }
  for (const { what, value } of await benchEditor(site, signedIn, browser)) console.log(`${value.padStart(18)}  ${what}`)
})
