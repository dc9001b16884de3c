/**
 * The HTTP status that our server gives this document. Next prerenders these pages with 200, so the page states its
 * status in its head and the server reads it there. React moves the element up.
 */
export function PageStatus({ code }: { code: 404 | 410 | 429 | 503 }) {
  return <meta name="fp:status" content={`${code}`} />
}
