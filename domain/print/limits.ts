/** The largest PDF of a print issue that is taken, in bytes. */
export const MAX_ISSUE_BYTES = 50 * 1024 * 1024
/** The most pages that a print issue may have. */
export const MAX_ISSUE_PAGES = 64
/** How wide a page is drawn, in pixels: the widest of its pictures. */
export const PAGE_PIXELS = 1600
/** A page longer than this many times its width is not drawn. */
export const MAX_PAGE_RATIO = 4
/** The widths of a page's pictures in pixels: the steps of the picture desk up to PAGE_PIXELS. */
export const PAGE_WIDTHS = [480, 960, 1600] as const
/** What is kept of the text of one page, in characters; a page of a broadsheet has 12,000. */
export const MAX_PAGE_TEXT = 60_000
/** The most lines of text that are laid over the picture of one page. */
export const MAX_PAGE_LINES = 1_500
