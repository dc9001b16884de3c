import 'server-only'
import { Prisma } from '../generated/prisma/client.ts'

/**
 * The text search configuration that stems words and knows which stand in every text: the one place that names it. What goes through it is
 * folded before (domain/search/fold.ts), so that it needs no dictionary for accents. A paper in another language is indexed anew with its own.
 * Written into the statement, not sent apart: only then is a query made ready once, and not again for every story that it ranks.
 */
export const LANGUAGE = Prisma.sql`'pg_catalog.english'::regconfig`
