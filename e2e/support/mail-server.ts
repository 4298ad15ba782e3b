import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { freePort } from './installations'

/** A mail server that keeps what it is given as files, one per mail, named by the address it is for. */
export async function startMailServer(folder: string) {
  mkdirSync(folder, { recursive: true })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) {
          const file = join(folder, `${address}~${randomUUID()}`)
          writeFileSync(`${file}.part`, Buffer.concat(chunks))
          renameSync(`${file}.part`, `${file}.eml`)
        }
        done()
      })
    },
  })
  const port = await freePort()
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** Every mail to this address so far, as text: header and decoded plain part. */
export const mailsTo = (folder: string, address: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${address}~`) && name.endsWith('.eml'))
    .map((name) => decode(readFileSync(join(folder, name), 'utf8')))

/** Quoted-printable, which is what a mail of ours is written in (RFC 2045 §6.7). */
const decode = (raw: string) =>
  raw
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
    )
