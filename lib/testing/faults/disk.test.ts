import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { client, inDirectory } from './installation'
import { checkConsistent, Ledger, writers } from './writers'

const { home, embedded: seed } = inject('seeds')

/** A disk of its own, small. Null where this user may not mount one (not root, no Linux). */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(home, 'disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', folder])
  return mounted.status === 0 ? folder : null
}

const disk = smallDisk()

test.skipIf(disk === null)(
  'a full disk of DATA_DIR: changes are refused with a sentence, reads go on, nothing breaks',
  async () => {
    const folder = disk as string
    const place = inDirectory(folder, seed)
    cpSync(join(home, 'embedded'), folder, { recursive: true })
    const ballast = join(folder, 'ballast')
    const fill = (leave: number) => {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - leave))
    }
    const server = await place.start({
      INVITATION_MAX_PENDING: '100000',
      INVITATION_MAX_PER_DAY: '100000',
    })
    const owner = client(server, seed.owner.api_key)
    const ready = async () => {
      const answer = await fetch(`${server.url}/api/ready`)
      return { code: answer.status, ...(await answer.json()) }
    }
    const ledger = new Ledger()
    try {
      const stop = new AbortController()
      const work = writers(server, seed, ledger, stop.signal)
      await ledger.answered(5)
      fill(8 * 2 ** 20)
      await expect
        .poll(ready, { timeout: 10_000 })
        .toEqual({ code: 503, status: 'unavailable', reason: 'disk' })
      const refused = await owner('PATCH', '/api/gatehouse/v1/organization', { name: 'No Room' })
      expect(refused.status).toBe(503)
      expect(refused.body.detail).toBe(
        'The disk of the database is full. Nothing was changed. An operator has to make room.',
      )
      expect((await owner('GET', '/api/v2/organization_collaborators/')).status).toBe(200)
      expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
      expect(server.log()).toMatch(/the disk of DATA_DIR is full: changes are refused/)
      rmSync(ballast)
      await expect.poll(ready, { timeout: 10_000 }).toMatchObject({ code: 200 })
      await ledger.answered(5)
      stop.abort()
      await work
      for (const { status, body } of ledger.failures) {
        expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' })
      }
      expect(server.log()).toMatch(/the disk of DATA_DIR has room again/)
      expect(server.log()).not.toMatch(/unhandled rejection|uncaught exception/)
      expect(await server.stop()).toBe(0)
      await place.look(async (ask) => {
        await checkConsistent(ask)
        const invitations = (await ask('SELECT id FROM invitation')).map(({ id }) => id)
        expect(invitations).toEqual(expect.arrayContaining(ledger.invitations))
      })
    } finally {
      await server.stop('SIGKILL')
      spawnSync('umount', ['-l', folder])
    }
  },
)
