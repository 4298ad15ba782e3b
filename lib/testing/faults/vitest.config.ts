import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Processes that are killed, databases that go away: real ones, of the built program. Run after the build. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    environment: 'node',
    pool: 'forks',
    include: ['lib/testing/faults/**/*.test.ts'],
    globalSetup: ['lib/testing/faults/global-setup.ts'],
    maxWorkers: 2, // they wait more than they work
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
})
