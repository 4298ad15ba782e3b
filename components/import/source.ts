import type { FileRow } from './people-file'

/** What was chosen or pasted, read: `name` is the file's. */
export type Source = { name: string; rows: readonly FileRow[]; hasRoles: boolean }
