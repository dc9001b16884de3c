import { benchEditor } from './bench/editor.ts'
import { signIn, withDemoPaper } from './demo-browser.ts'

// npm run bench: figures of the product beside a reference in the same run. They depend on the machine; the ratios hardly do.
await withDemoPaper(async (site, browser) => {
  const signedIn = async (role: 'WRITER' | 'EDITOR') => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await signIn(page, site, role)
    return page
  }
  for (const { what, value } of await benchEditor(site, signedIn, browser)) console.log(`${value.padStart(18)}  ${what}`)
})
