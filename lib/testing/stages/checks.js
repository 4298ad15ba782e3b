// @ts-check
import { asOne, exec } from './exec.js'

/** @typedef {import('./exec.js').Stage} Stage */

/** Format and lint. @type {Stage} */
export const lint = {
  name: 'format and lint',
  quick: true,
  run: async () =>
    asOne(await exec('lint', '@biomejs/biome/bin/biome', ['check', '--max-diagnostics=60', '.'])),
}

/** Types of the program, then those of the plain JavaScript around it. @type {Stage} */
export const types = {
  name: 'types',
  quick: true,
  run: async () => {
    // Next writes what its own types hang on; without it a fresh clone does not know a style sheet.
    const typegen = await exec('typegen', 'next/dist/bin/next', ['typegen'])
    if (typegen.status !== 0) return asOne(typegen)
    const check = (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
      exec(name, 'typescript/bin/tsc', ['--noEmit', '--pretty', 'false', ...args])
    const [main, plain] = await Promise.all([
      check('types', '--incremental', 'false'),
      check('types-plain', '-p', 'lib/listener'),
    ])
    return asOne({
      status: main.status || plain.status,
      said: `${main.said}\n${plain.said}`.trim(),
    })
  },
}

/** Files, exports and packages that nothing uses. @type {Stage} */
export const unused = {
  name: 'unused code',
  run: async () =>
    asOne(await exec('unused', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints'])),
}

/** Keys and passwords that must not be in the repository. @type {Stage} */
export const secrets = {
  name: 'secrets',
  run: async () =>
    asOne(
      await exec('secrets', 'secretlint/bin/secretlint.js', [
        '--secretlintignore',
        '.gitignore',
        '**/*',
      ]),
    ),
}
