import type { ReactNode } from 'react'
import { State } from '@/components/feedback/states'

/** First use: what a key is for, and the request that it opens. */
export const KeysEmpty = ({ action }: { action: ReactNode }) => (
  <State
    title="No API keys yet"
    actions={action}
    note={
      <>
        A program sends it as <code className="font-mono">Authorization: Bearer …</code>, for
        example with <code className="font-mono">GET /api/v2/userinfo/</code>
      </>
    }
  >
    With a key, the command line, Terraform and your scripts act as you: they hold your role here,
    no more, until the key ends or you revoke it.
  </State>
)
