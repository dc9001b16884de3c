/** Where readers reach the paper: scheme, host and port, no slash at the end. */
export function siteOrigin(): string {
  return new URL(process.env.SITE_URL ?? 'http://localhost:3000').origin
}
