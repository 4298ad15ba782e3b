import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startMailServer } from '@/lib/testing/mail-server'
import { freePort } from './installations'

/** A mail server that keeps what it is given as files, one per mail, named by the address it is for. */
export async function startMailFolder(folder: string) {
  mkdirSync(folder, { recursive: true })
  return startMailServer(await freePort(), (raw, to) => {
    for (const address of to) {
      // By time, so that the newest is the last of the sorted names.
      const file = join(folder, `${address}~${Date.now()}-${randomUUID()}`)
      writeFileSync(`${file}.part`, raw)
      renameSync(`${file}.part`, `${file}.eml`)
    }
  })
}

/** Every mail to this address so far, as text: header and decoded plain part. */
export const mailsTo = (folder: string, address: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${address}~`) && name.endsWith('.eml'))
    .sort()
    .map((name) => decode(readFileSync(join(folder, name), 'utf8')))

/** Quoted-printable, which is what a mail of ours is written in (RFC 2045 §6.7). */
const decode = (raw: string) =>
  raw
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
    )
