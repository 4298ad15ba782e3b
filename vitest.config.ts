import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
/** What is asked of inputs and pages, by hundreds of tests, and says nothing of the engine: on one of them is enough. */
const engineless = [
  'lib/testing/attacks/{csrf,open-redirect,password-tries}.test.ts',
  'lib/testing/contracts/{attack,fuzz,keys,schema}.test.ts',
  'lib/transport/{oauth,routes}/fuzz.test.ts',
]
const exclude = [
  ...(process.env.TEST_DATABASE_URL ? engineless : []),
  ...configDefaults.exclude,
  'lib/testing/faults/**',
  'e2e/**',
  '.next/**',
  '.data/**',
]
/** Files that replace the environment or start processes: each in a worker of its own. */
const alone = [
  'lib/client/{answer-of,drafts}.test.ts',
  'lib/listener/**/*.test.ts',
  'lib/modules/api-keys/{found-keys,key-ends}.test.ts',
  'lib/modules/invitations/request-again.test.ts',
  'lib/modules/bindings/ending-mail.test.ts',
  'lib/modules/members/create-members.test.ts',
  'lib/modules/persons/ways/*.test.ts',
  'lib/modules/organizations/{create-organization,deletion-mail,set-up}.test.ts',
  'lib/testing/plans/**/*.test.ts',
  'lib/platform/{activity,mail,outbox,rate-limit}/**/*.test.ts',
  'lib/testing/attacks/{csrf,open-redirect,password-tries}.test.ts',
  'lib/{platform/outside/fetch-json,transport/oauth/exchange}.test.ts',
  'lib/testing/hot-paths.test.ts',
  'prisma/seeds/**/*.test.ts',
]

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: 'server-only', replacement: `${root}lib/testing/empty.ts` },
      { find: /^@electric-sql\/pglite$/, replacement: `${root}lib/testing/pglite.ts` },
    ],
  },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2, // each makes a database of its own
    globalSetup: ['lib/testing/copied.ts'],
    setupFiles: ['lib/testing/setup.ts'],
    testTimeout: 60_000, // no test measures time: this only ends what hangs, on a busy machine as well
    hookTimeout: 60_000, // the first one of a process opens and migrates the database
    projects: [
      {
        extends: true,
        // One process, and so one database, for many files: every test makes an organization of its own.
        test: {
          name: 'shared',
          isolate: false,
          include: ['**/*.test.ts'],
          exclude: [...exclude, ...alone],
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude } },
    ],
  },
})
