import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail server on that port that takes every mail; it says so once `take` is done with it. */
export async function startMailServer(
  port: number,
  take: (raw: Buffer, to: string[]) => void | Promise<void>,
) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        void Promise.resolve(take(Buffer.concat(chunks), to)).then(() => done())
      })
    },
  })
  server.on('error', () => {}) // a client that was killed
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
