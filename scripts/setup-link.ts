import { newSetupUrl } from '#server/auth/setup.ts'
import { db } from '#server/db.ts'

/** Prints the address of the one-time link that sets the paper up, and nothing else; nothing at all once there is an account. */
const url = await newSetupUrl()
if (url !== null) console.log(url)
await db().$disconnect()
