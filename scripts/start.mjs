// The first file that runs: on Node 20, before anything is installed, so it imports nothing but Node's own modules and its like.
// It installs what the lock file names, then hands over to the TypeScript scripts under the Node 24 that came with it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { serverFlags } from './start/server-flags.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [target = 'start', ...args] = process.argv.slice(2)
const targets = {
  start: ['scripts/start.ts', 'start'],
  dev: ['scripts/start.ts', 'dev'],
  reset: ['scripts/reset.ts'],
  copydesk: ['scripts/copydesk-count.ts'],
  'audit:verify': ['--conditions=react-server', 'scripts/audit-verify.ts'],
  test: ['scripts/test.ts'],
  screenshots: ['scripts/screenshots.ts'],
  bench: ['scripts/bench.ts'],
  'seed:large': ['scripts/seed-large.ts'],
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Fourth Period needs Node 20.9 or later, and this is Node ${process.versions.node}. Get a newer one from https://nodejs.org, then start again.`)
  process.exit(1)
}
if (!(target in targets)) {
  console.error(`There is no "${target}" here. Known: ${Object.keys(targets).join(', ')}.`)
  process.exit(1)
}

const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const stamp = path.join(root, 'node_modules', '.fourth-period')
// The platform too: a folder copied from another machine holds that one's binaries.
const wanted = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex')
const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)

if (!installed()) await install()
run(node, [...(target === 'start' ? serverFlags() : []), targets[target][0], ...targets[target].slice(1), ...args])

/**
 * npm's install of what the lock file names, with a line every few seconds, and npm's own output only when it fails.
 * Not `npm ci`: that refuses a lock file which was written where other systems' optional packages could not be had.
 */
async function install() {
  const began = Date.now()
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
  console.log('  Installing packages …')
  const heartbeat = setInterval(() => console.log(`  … still installing (${seconds()} s)`), 5000)
  // npm runs this file with settings of its own in the environment; its child must read its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config_(?!registry|cache|proxy|https_proxy|noproxy|userconfig|offline|prefer_offline)|lifecycle|package|command|execpath|node_execpath)/i.test(name)))
  delete env.NODE_ENV // "production" would leave out what builds the app
  const { code, output } = await new Promise((resolve) => {
    const npm = spawn('npm', ['install', '--no-save', '--prefer-offline', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn'], { cwd: root, env, shell: process.platform === 'win32' })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk)
    npm.stdout.on('data', keep)
    npm.stderr.on('data', keep)
    npm.on('error', (error) => resolve({ code: 1, output: `npm could not be run: ${error.message}` }))
    npm.on('close', (code) => resolve({ code, output }))
  })
  clearInterval(heartbeat)
  if (code !== 0) {
    console.error(`${output.trimEnd()}\n\nInstalling failed after ${seconds()} s; npm says why above. Most often the network is the reason: try again.`)
    process.exit(1)
  }
  if (!existsSync(node)) {
    console.error('Installed, but the Node 24 that comes as a package is missing: npm was told not to run install scripts (ignore-scripts). Allow them for this folder (npm config set ignore-scripts false --location=project), erase node_modules and start again.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
  console.log(`✓ Packages installed (${seconds()} s)`)
}

/** Runs the real script in our place: its signals are ours, and so is the way it ends. */
function run(/** @type {string} */ command, /** @type {string[]} */ list) {
  const bin = path.join(root, 'node_modules', '.bin')
  // How glibc gives memory back (its manual, "Memory Allocation Tunables"). Pictures are large blocks that come and go on several
  // threads: by default 50 photos leave over 700 MB in the process, so under 400 (scripts/measure/uploads.ts).
  const memory = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_TRIM_THRESHOLD_: '262144' }
  const child = spawn(command, list, { cwd: root, stdio: 'inherit', env: { ...memory, ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` } })
  // Passed on, also if the terminal already did: the child hears only the first. We stay until it has cleaned up.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`The Node that comes as a package does not run here: ${error.message}. Erase node_modules and start again.`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)))
}
