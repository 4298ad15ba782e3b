import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { freePort } from './installation'

export type Mail = { messageId: string; attempt: number; to: string }

/** A mail server that keeps what it took. `onMail` runs when it has one and before it says so. */
export async function mailServer() {
  const mails: Mail[] = []
  const hook: { onMail?: () => Promise<void> } = {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const header = (name: string) =>
          new RegExp(`^${name}: (.*)$`, 'im').exec(text)?.[1]?.trim() ?? ''
        mails.push({
          messageId: header('Message-ID'),
          attempt: Number(header('X-Gatehouse-Try')),
          to: session.envelope.rcptTo[0]?.address ?? '',
        })
        const then = hook.onMail?.() ?? Promise.resolve()
        void then.then(() => done())
      })
    },
  })
  server.on('error', () => {}) // a client that was killed
  const port = await freePort()
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    hook,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
