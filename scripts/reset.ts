import { existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { holderOf } from './start/hold.ts'
import { DATA } from './start/settings.ts'

/** Erases what an installation of our own has written; asks first, unless told `--yes`. Answers the exit code. */
async function reset(confirmed: boolean): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  if ((process.env.DATABASE_URL ?? '').trim() !== '') {
    console.error('DATABASE_URL is set: what is in that database is not ours to erase. Nothing was done.')
    return 1
  }
  if (!existsSync(DATA)) {
    console.log(`There is nothing to erase in ${DATA}.`)
    return 0
  }
  const holder = holderOf(DATA)
  if (holder !== undefined) {
    console.error(`Fourth Period is running on this data (process ${holder.pid}, at ${holder.address}). Stop it first. Nothing was done.`)
    return 1
  }
  if (!confirmed) {
    const ask = createInterface({ input: process.stdin, output: process.stdout })
    const closed = new Promise<string>((resolve) => ask.once('close', () => resolve('')))
    const answer = await Promise.race([ask.question(`This erases every story, picture and account in ${DATA}, for good. Type "erase" to go on: `), closed])
    ask.close()
    if (answer.trim().toLowerCase() !== 'erase') {
      console.log('\nNothing was erased.')
      return 1
    }
  }
  const { orphanStopped } = await import('./postgres.ts')
  orphanStopped(path.join(DATA, 'postgres'))
  // Where root started it in a folder of its own, the data is a link to where PostgreSQL can get at it.
  for (const name of readdirSync(DATA)) {
    const file = path.join(DATA, name)
    if (lstatSync(file).isSymbolicLink() && existsSync(file)) rmSync(realpathSync(file), { recursive: true, force: true })
  }
  rmSync(DATA, { recursive: true, force: true })
  console.log('Erased. The next npm start makes a new paper.')
  return 0
}

process.exitCode = await reset(process.argv.includes('--yes'))
