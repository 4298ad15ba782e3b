import type { FileRow } from './people-file'

/** What was chosen or pasted, read: `name` is the file's, `text` what it holds. */
export type Source = { name: string; text: string; rows: readonly FileRow[]; hasRoles: boolean }
