/** What a page of the paper does besides being read; each without any mark on the page. `path`: of the story that it shows. */
export function PageScripts({ path, reading }: { path: string | null; reading: { counts: boolean; offline: boolean } }) {
  return (
    <>
      {path !== null && reading.counts && (
        <>
          <fp-read data-path={path} hidden />
          <script type="module" src="/elements/read.js" async />
        </>
      )}
      {reading.offline && (
        <>
          <fp-offline hidden {...(path === null ? {} : { 'data-keep': path })} />
          <script type="module" src="/elements/offline.js" async />
        </>
      )}
    </>
  )
}
