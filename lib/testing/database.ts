import { migrate } from '@/lib/platform/db/migrate'
import { once } from '@/lib/platform/once'

/** The migrated database of this worker process, made once for all of its test files. */
export const testDatabase = (): Promise<unknown> => once('testing.database', migrate)
