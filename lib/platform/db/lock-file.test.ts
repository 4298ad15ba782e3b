import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { lockDirectory } from './lock-file'

const directory = mkdtempSync(join(tmpdir(), 'gatehouse-lock-'))
const file = join(directory, 'lock')
const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
const startOf = (pid: number | undefined) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')[19]
const held = (holder: object, at = new Date()) => {
  writeFileSync(
    file,
    JSON.stringify({ pid: other.pid, host: hostname(), started: null, ...holder }),
  )
  utimesSync(file, at, at)
}
const longAgo = new Date(Date.now() - 3_600_000)

afterEach(() => vi.useRealTimers())
afterAll(() => {
  other.kill('SIGKILL')
  rmSync(directory, { recursive: true })
})

test('a process that lives keeps it, however long it is silent', () => {
  held({ started: startOf(other.pid) }, longAgo)
  expect(() => lockDirectory(directory)).toThrow(/in use by process/)
})

test('one that was killed does not, nor another program that has its number now', () => {
  held({ pid: 2 ** 22 - 3 })
  lockDirectory(directory)()
  held({ started: 'another time' })
  lockDirectory(directory)()
})

test('elsewhere only a fresh heartbeat keeps it', () => {
  held({ host: 'elsewhere' })
  expect(() => lockDirectory(directory)).toThrow(/in use by process/)
  held({ host: 'elsewhere' }, longAgo)
  lockDirectory(directory)()
})

test('a heartbeat leaves what stands in the file alone: it needs no room', () => {
  vi.useFakeTimers()
  const release = lockDirectory(directory)
  const said = readFileSync(file, 'utf8')
  writeFileSync(file, `${said} `)
  vi.advanceTimersByTime(10_000)
  expect(readFileSync(file, 'utf8')).toBe(`${said} `)
  release()
  expect(() => readFileSync(file)).toThrow('ENOENT')
})
