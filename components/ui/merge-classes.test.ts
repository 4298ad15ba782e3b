import { readdirSync, readFileSync } from 'node:fs'
import { extendTailwindMerge } from 'tailwind-merge'
import { expect, test } from 'vitest'
import { mergeClasses } from './merge-classes'

const model = extendTailwindMerge({
  cacheSize: 0,
  extend: { theme: { radius: ['chip'], shadow: ['pop', 'modal'] } },
})

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|merge-classes/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))

/** Every class of a string in our components that tailwind-merge has a rule for. */
function classesInUse(): string[] {
  const found = new Set<string>()
  for (const source of [...filesIn('components'), ...filesIn('app')]) {
    for (const [, , text = ''] of source.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)) {
      for (const word of text.split(/\s+/)) if (/^[a-z-][^$'"`]*$/.test(word)) found.add(word)
    }
  }
  return [...found].filter((name) => model(`${name} ${name}`) === name)
}

/** Three of a kind, such as mt-1, mt-2 and mt-auto; all where one prefix stands for several properties. */
function fewOfEach(names: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  return [...names].filter((name) => {
    const kind = name.replace(/-[^-]*$/, '')
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= 3 || /^(text|border|flex|font)/.test(name)
  })
}

test('any two classes in use are merged as tailwind-merge does', () => {
  const plain = fewOfEach(new Set(classesInUse().map((name) => name.replace(/^([a-z-]+:)+/, ''))))
  expect(plain.length).toBeGreaterThan(200)
  const wrong: string[] = []
  for (const first of plain) {
    for (const second of plain) {
      const both = `${first} ${second}`
      if (first !== second && mergeClasses(both) !== model(both)) wrong.push(both)
    }
  }
  expect(wrong).toEqual([])
})

test.each([
  ['px-2 hover:px-3 px-4', 'hover:px-3 px-4'],
  ['dark:bg-accent bg-sunken dark:bg-pressed', 'bg-sunken dark:bg-pressed'],
  ['[&>.lucide]:size-4 size-5 [&>.lucide]:size-3', 'size-5 [&>.lucide]:size-3'],
  ['h-8 w-4 size-7', 'size-7'],
  ['size-7 w-4', 'size-7 w-4'],
  ['text-base/5 leading-4 text-xs', 'text-xs'],
  ['card bg-sunken card', 'card bg-sunken card'],
])('%s', (classes, expected) => {
  expect(mergeClasses(classes)).toBe(expected)
  expect(model(classes)).toBe(expected)
})
