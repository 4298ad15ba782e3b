import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: 'server-only', replacement: `${root}lib/testing/empty.ts` },
    ],
  },
  test: {
    environment: 'node',
    pool: 'forks',
    // One process, and so one database, for many files: every test makes an organization of its own.
    isolate: false,
    setupFiles: ['lib/testing/setup.ts'],
    testTimeout: 20_000,
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'e2e/**', '.next/**', '.data/**'],
  },
})
