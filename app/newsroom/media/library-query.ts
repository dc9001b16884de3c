import { libraryQuerySchema, type LibraryQuery } from '#domain/media-library.ts'
import { storableDeep } from '#domain/storable.ts'

/** What an address asks of the library; what makes no sense is left out. */
export function libraryQueryOf(asked: Record<string, string | string[] | undefined>): LibraryQuery {
  return libraryQuerySchema.parse(storableDeep(asked))
}
