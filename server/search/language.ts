import 'server-only'

/**
 * The text search configuration that stems words and knows which stand in every text: the one place that names it. What goes through it is
 * folded before (domain/search/fold.ts), so that it needs no dictionary for accents. A paper in another language is indexed anew with its own.
 */
export const LANGUAGE = 'pg_catalog.english'
