// @ts-check
import { run } from './child.js'
import { at, hashOf, textOf, write } from './paths.js'

const stamp = at('lib/platform/db/generated/.stamp')

/**
 * Generates the database client when the schema changed.
 * @returns {Promise<'up to date' | 'generated'>}
 */
export async function client() {
  const now = hashOf(['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (textOf(stamp) === now) return 'up to date'
  await run(
    process.execPath,
    [at('node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
    {
      advice: 'The database client could not be generated. Prisma said:',
      // Generating needs no engine, but Prisma would download one: any program in its place keeps it from that.
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  write(stamp, now)
  return 'generated'
}
