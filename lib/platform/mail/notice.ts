import 'server-only'
import type { Item } from '../outbox/outbox'
import type { Mail } from './layout'
import { messageIdFor, sendMail } from './mail'

/** Sends one mail whose fate is written nowhere but in the outbox (kind `notice`). */
export const deliverNotice = (payload: unknown, { id, attempts }: Item): Promise<void> =>
  sendMail({
    ...(payload as Mail & { to: string }),
    messageId: messageIdFor(id),
    attempt: attempts,
  })
