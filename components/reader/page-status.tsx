import type { Language } from '#domain/words/language.ts'

/**
 * The HTTP status that our server gives this document. Next prerenders these pages with 200, so the page states its
 * status in its head and the server reads it there. React moves the element up.
 */
export function PageStatus({ code }: { code: 404 | 410 | 429 | 503 }) {
  return <meta name="fp:status" content={`${code}`} />
}

/**
 * The language of the whole document. The outermost layout, which the newsroom shares, knows no paper; so the page says it in its head, and
 * our server says it of the document (scripts/serve/reader-document.ts).
 */
export function PageLanguage({ language }: { language: Language }) {
  return <meta name="fp:language" content={language} />
}

/**
 * That this page is the same for everybody, and may be kept for as long as the paper does not change. Said by the layout of the reader's pages alone: they look
 * at nothing but their address, and what they depend on otherwise is a part of the paper's epoch (docs/decisions/0025).
 */
export function CommonPage() {
  return <meta name="fp:common" content="yes" />
}
