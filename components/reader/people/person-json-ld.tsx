import { StructuredData } from '#components/story/json-ld.tsx'
import { mediaPath } from '#components/story/picture.tsx'
import type { PersonView } from '#domain/story-view.ts'

/** What search engines are told besides: the paper's name and its address, absolute. */
export type PersonPlace = { paper: string; origin: string }

/** Somebody on staff as schema.org's ProfilePage of a Person, by the name that readers see. */
export function profilePage({ name, handle, bio, roles, portrait }: PersonView, { paper, origin }: PersonPlace): Record<string, unknown> {
  const url = `${origin}/staff/${handle}`
  const image = portrait?.asset.variants.filter(({ format }) => format === 'webp').map(({ key }) => `${origin}${mediaPath(key)}`) ?? []
  const position = roles[0]?.position ?? ''
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url,
    mainEntity: {
      '@type': 'Person',
      '@id': url,
      name,
      url,
      ...(bio === '' ? {} : { description: bio }),
      ...(position === '' ? {} : { jobTitle: position }),
      ...(image.length === 0 ? {} : { image }),
      affiliation: { '@type': 'NewsMediaOrganization', name: paper, url: origin },
    },
  }
}

/** The ProfilePage of somebody, for search engines. */
export function PersonJsonLd({ person, place }: { person: PersonView; place: PersonPlace }) {
  return <StructuredData data={profilePage(person, place)} />
}
