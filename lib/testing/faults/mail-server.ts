import { freePort } from '../free-port'
import { startMailServer } from '../mail-server'

export type Mail = { messageId: string; attempt: number; to: string }

/** A mail server that keeps what it took. `onMail` runs when it has one and before it says so. */
export async function mailServer() {
  const mails: Mail[] = []
  const hook: { onMail?: () => Promise<void> } = {}
  const server = await startMailServer(await freePort(), (raw, to) => {
    const text = raw.toString('utf8')
    const header = (name: string) =>
      new RegExp(`^${name}: (.*)$`, 'im').exec(text)?.[1]?.trim() ?? ''
    mails.push({
      messageId: header('Message-ID'),
      attempt: Number(header('X-Gatehouse-Try')),
      to: to[0] ?? '',
    })
    return hook.onMail?.()
  })
  return { ...server, mails, hook }
}
