import { ROOT } from './start/build.ts'
import { StartProblem } from './start/steps.ts'
import { LAYERS, prepare, type Layer, type Tally } from './test/layers.ts'

const GROUPS: Record<string, Layer[]> = { all: ['types', 'lint', 'unit', 'database', 'browser'], check: ['types', 'lint', 'unit'], e2e: ['browser'] }

const isLayer = (name: string): name is Layer => Object.hasOwn(LAYERS, name)

/** The layers that the arguments name, in their order of cost; all of them without arguments. */
function wanted(names: string[]): Layer[] {
  const chosen = names.length === 0 ? (GROUPS.all ?? []) : names.flatMap((name) => GROUPS[name] ?? (isLayer(name) ? [name] : unknown(name)))
  return (GROUPS.all ?? []).filter((layer) => chosen.includes(layer))
}

function unknown(name: string): never {
  console.error(`There is no layer "${name}". Known: ${[...Object.keys(LAYERS), 'check'].join(', ')}.`)
  process.exit(1)
}

const layers = wanted(process.argv.slice(2))
process.chdir(ROOT)
// Tests bring their own settings; those of a running paper must not reach them.
for (const name of ['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'SITE_URL', 'AUTH_SECRET', 'MEDIA_DIR', 'JOBS_SECRET', 'SMTP_URL', 'MAIL_FROM', 'GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'ALLOWED_EMAIL_DOMAINS', 'TRUST_PROXY', 'PORT', 'HOST', 'NODE_ENV']) delete process.env[name]

const tallies: [Layer | 'preparation', Tally][] = []
try {
  await prepare()
  for (const layer of layers) {
    console.log(`\n== ${layer}`)
    tallies.push([layer, await LAYERS[layer]()])
  }
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error)
  tallies.push([layers[tallies.length] ?? 'preparation', { passed: 0, failed: 1 }])
}

console.log('')
for (const [layer, { passed, failed }] of tallies) console.log(`${failed === 0 ? '✓' : '✗'} ${layer}: ${passed} passed, ${failed} failed`)
const total = tallies.reduce((sum, [, { passed, failed }]) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
