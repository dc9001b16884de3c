/** First segments of public addresses that belong to routes; no section may take one. */
export const RESERVED_SLUGS = [
  'about', 'accessibility', 'api', 'archive', 'author', 'comments', 'contact', 'corrections', 'favicon', 'feed', 'feeds', 'fonts', 'health', 'how-we-edit', 'icons', 'issues',
  'letters', 'masthead', 'media', 'newsletter', 'newsroom', 'offline', 'policies', 'polls', 'problem', 'robots', 'scores', 'search', 'series', 'setup', 'sign-in', 'sitemap', 'sitemaps',
  'sports-desk', 'staff', 'tag', 'tips', '_next', '-',
] as const

const MAX_SLUG = 80

/**
 * The address form of a name or headline: lower-case ASCII words joined by hyphens, at most 80 characters, cut at a
 * word. '' where the text holds nothing usable (for example only emoji).
 */
export function slugify(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘ʼ]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > MAX_SLUG) return slug === '' ? word.slice(0, MAX_SLUG) : slug
    slug = longer
  }
  return slug
}

/** Whether a text is already in address form. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/** Addresses kept free of sections for what papers say of themselves there. */
const OF_PAGES: readonly string[] = ['about', 'contact', 'policies', 'accessibility']

/** Whether a page of the paper (about, contact) may live at this address, as far as no section and no other page does. */
export function isFreePageSlug(slug: string): boolean {
  return isSlug(slug) && (OF_PAGES.includes(slug) || !(RESERVED_SLUGS as readonly string[]).includes(slug))
}

/** Whether a section may live at this address. */
export function isFreeSectionSlug(slug: string): boolean {
  return isSlug(slug) && !(RESERVED_SLUGS as readonly string[]).includes(slug)
}
