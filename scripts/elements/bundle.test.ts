import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { SCRIPT_LIMIT } from '../serve/elements.ts'
import { bundleElements, elementNames } from './bundle.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const OURS = path.join(ROOT, 'components/elements')

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'elements-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

test('each element becomes one small script by itself', async () => {
  const folder = folderOf({
    'menu.ts': "import { say } from './parts/say.ts'\n/** Long words about it. */\nclass Menu extends HTMLElement { connectedCallback(): void { say(this) } }\ncustomElements.define('fp-menu', Menu)",
    'poll.ts': "import { say } from './parts/say.ts'\nsay(document.body)",
    'menu.test.ts': 'not an element',
    'parts/say.ts': 'export const say = (to: HTMLElement): void => { to.dataset.said = "yes" }',
  })
  expect(elementNames(folder)).toEqual(['menu', 'poll'])
  const { menu = '', poll = '' } = await bundleElements(folder)
  expect(menu).toContain('customElements.define(')
  for (const script of [menu, poll]) {
    expect(script).toContain('dataset.said')
    expect(script).not.toMatch(/import|Long words|: void/)
  }
})

test('an element that asks for more than its folder, or cannot be read, is not built', async () => {
  await expect(bundleElements(folderOf({ 'menu.ts': "import { useState } from 'react'\nuseState()" }))).rejects.toThrow(/imports react/)
  await expect(bundleElements(folderOf({ 'menu.ts': 'class {' }))).rejects.toThrow()
})

test('without elements there is nothing to build', async () => {
  expect(await bundleElements(path.join(tmpdir(), 'no-such-folder'))).toEqual({})
})

test('every element of the paper can be built, and is no more than a page may have', async () => {
  for (const [name, script] of Object.entries(await bundleElements(OURS))) expect(gzipSync(script).length, name).toBeLessThan(SCRIPT_LIMIT)
})

test('every element that a page loads is there', () => {
  const known = elementNames(OURS)
  for (const folder of ['app', 'components']) {
    for (const file of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.tsx')) continue
      for (const [, name = ''] of readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(/["'`]\/elements\/([a-z][a-z0-9-]*)\.js["'`]/g)) expect(known, `${folder}/${file}`).toContain(name)
    }
  }
})
