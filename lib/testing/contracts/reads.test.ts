import { expect, test } from 'vitest'
import { isRead } from '@/lib/domain/ceiling'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import { useCases } from './use-cases'

/** What a read-only key may use. Of what other software asks for, nobody runs a command here: by hand. */
const elsewhere = {
  reads: [
    'compute_config.read',
    'cluster.read_metrics',
    'workload.read_logs',
    'image.list',
    'image.read',
  ],
  changes: [
    'compute_config.create',
    'workload.run',
    'workload.open_terminal',
    'workload.duplicate',
    'image.create',
    'image.archive',
    'image.deploy_base',
    'image.deploy_custom',
  ],
}
const ofKind = (kind: 'command' | 'query') =>
  new Set(
    useCases.filter(({ use }) => use.kind === kind).map(({ use }) => use.permission as Permission),
  )

test('no command asks for a permission that a read-only key has', () => {
  expect([...ofKind('command')].filter((name) => name && isRead(name))).toEqual([])
})

test('a permission that only queries ask for is a read', () => {
  const commands = ofKind('command')
  const looking = [...ofKind('query')].filter((name) => name && !commands.has(name))
  expect(looking.filter((name) => !isRead(name))).toEqual([])
})

test('those of other software are sorted by hand', () => {
  const asked = permissionNames.filter((name) => entryOf(name).asked === 'elsewhere')
  expect(asked.filter(isRead).sort()).toEqual(elsewhere.reads.sort())
  expect(asked.filter((name) => !isRead(name)).sort()).toEqual(elsewhere.changes.sort())
})
