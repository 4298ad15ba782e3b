// The use-case suite runs on PGlite in memory, or on the server that TEST_DATABASE_URL names.
process.env.AUTH_SECRET ??= 'a secret of the test suite, 32 characters or more'
process.env.PUBLIC_URL ??= 'http://localhost:3000'
process.env.LOG_LEVEL ??= 'fatal'
if (process.env.TEST_DATABASE_URL) process.env.DATABASE_URL = process.env.TEST_DATABASE_URL
else process.env.DATA_DIR = 'memory:'

await import('./matchers')
export {}
