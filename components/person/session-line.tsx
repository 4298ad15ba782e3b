import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { LiveSession } from '@/lib/modules/sessions/session'
import { SectionLine } from './section-list'
import { proofWords } from './session-words'

type Props = {
  session: LiveSession
  /** Below the device: in which organization, when it is another one. */
  where?: ReactNode
  pending: boolean
  /** Why it cannot be ended here. */
  reason: string | null | undefined
  onEnd: () => void
}

/** One browser that is signed in. */
export function SessionLine({ session, where, pending, reason, onEnd }: Props) {
  const proof = proofWords(session.method, session.factor)
  return (
    <SectionLine
      name={
        <>
          <span className="font-medium text-foreground">{session.device}</span>
          {session.current && <span className="text-muted-foreground text-xs"> This browser</span>}
          {proof && <span className="block text-muted-foreground text-xs">{proof}</span>}
          {where}
        </>
      }
      facts={[
        session.address && <code className="font-mono text-xs">{session.address}</code>,
        <>
          Began <Time at={session.createdAt} />
        </>,
        <>
          Seen <Time at={session.lastActiveAt} />
        </>,
      ]}
      action={
        <Button
          variant="ghost"
          size="small"
          aria-label={`End the session of ${session.device}`}
          pending={pending}
          pendingLabel="Ending…"
          disabledReason={reason}
          onClick={onEnd}
        >
          End
        </Button>
      }
    />
  )
}
