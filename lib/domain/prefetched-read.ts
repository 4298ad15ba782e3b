/** What the server read for the first view of a page: its key in the browser's cache, the answer, and when that was. */
export type PrefetchedRead = { key: readonly [string, string, unknown]; data: unknown; at: number }
