import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const at = (path: string) => readFileSync(join(process.cwd(), path), 'utf8')
const { dependencies, devDependencies } = JSON.parse(at('package.json'))
const direct = Object.keys({ ...dependencies, ...devDependencies })

test('every direct dependency is named with its reason, and nothing else is', () => {
  const rows = at('docs/decisions/010-dependencies.md').matchAll(/^\| (`.*`) \| (.{5,}) \|$/gm)
  const named = [...rows].flatMap(([, packages]) => packages?.replaceAll('`', '').split(', ') ?? [])
  expect(named.sort()).toEqual(direct.sort())
})

test('none is marked deprecated by what the registry said when it was locked', () => {
  const { packages } = JSON.parse(at('package-lock.json'))
  const deprecated = direct.filter((name) => packages[`node_modules/${name}`]?.deprecated)
  expect(deprecated).toEqual([])
})

test('each is locked by the hash of what the registry sent', () => {
  const { packages } = JSON.parse(at('package-lock.json'))
  for (const name of direct) {
    const { resolved = '', integrity } = packages[`node_modules/${name}`] ?? {}
    expect(resolved, name).toMatch(/^$|^https:\/\/registry\.npmjs\.org\//)
    expect(integrity, name).toMatch(/^sha512-/)
  }
})
