import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite as Empty, type PGliteOptions } from '../../node_modules/@electric-sql/pglite'

export * from '../../node_modules/@electric-sql/pglite'

/**
 * PGlite as the tests have it (vitest.config.ts), which begins as a copy: the program's in memory of the migrated
 * database, a test's own of an empty one.
 */
export class PGlite extends Empty {
  constructor(options: PGliteOptions = {}) {
    const folder = process.env.TEST_PGLITE
    const name = { 'memory://': 'migrated', '': 'empty' }[options.dataDir ?? '']
    const files = folder && name ? readFileSync(join(folder, `${name}.tar`)) : null
    super(files ? { ...options, loadDataDir: new Blob([files]) } : options)
  }
}
