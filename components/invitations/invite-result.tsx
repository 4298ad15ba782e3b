'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Dialog } from '@/components/ui/dialog'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import { plural } from '@/lib/client/words'
import { deliveryWords } from './delivery-words'
import { InviteResultFooter } from './invite-result-footer'
import { InviteResultRow } from './invite-result-row'
import { previewQuery } from './preview'
import type { SendAnswer } from './send-answer'
import { ShownOnce } from './shown-once'

type Props = { answer: SendAnswer; onClose: () => void }

/** What happened to each address; without mail the links, once. */
export function InviteResult({ answer, onClose }: Props) {
  const { organizationId } = useViewer()
  const mailIsSetUp = useQuery(previewQuery(organizationId)).data?.delivery === 'mail'
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const made = answer.results.filter(({ id }) => id !== undefined)
  const links = made.flatMap(({ email, link }) => (email && link ? [{ email, link }] : []))
  const uncopied = links.filter(({ email }) => !copied.has(email))
  useLeaveWarning(uncopied.length > 0)

  const done = () => (uncopied.length > 0 ? setAsking(!asking) : onClose())
  const markCopied = (emails: string[]) => {
    setCopied(new Set([...copied, ...emails]))
    setAsking(false)
  }
  return (
    <Dialog
      open
      size="large"
      onOpenChange={done}
      title={titleOf(answer, made.length)}
      description={made.length > 0 && deliveryWords(answer.delivery, mailIsSetUp, made.length)}
      footer={
        <InviteResultFooter
          links={links}
          uncopied={uncopied.length}
          asking={asking}
          onCopied={() => markCopied(links.map(({ email }) => email))}
          onBack={() => setAsking(false)}
          onDone={done}
          onLeave={onClose}
        />
      }
    >
      <div className="flex flex-col gap-3">
        {links.length > 0 && <ShownOnce isOne={links.length === 1} />}
        <ul className="divide-y divide-border rounded-lg border">
          {answer.results.map((result) => (
            <InviteResultRow
              key={result.given}
              result={result}
              onCopied={(email) => markCopied([email])}
            />
          ))}
        </ul>
        {links.length > 0 && !mailIsSetUp && (
          <p className="text-muted-foreground text-xs">
            To have invitations mailed, set <code className="font-mono">SMTP_URL</code> on the
            server.
          </p>
        )}
      </div>
    </Dialog>
  )
}

function titleOf({ delivery, results }: SendAnswer, made: number): string {
  const left = results.length - made
  const leftWords = `${plural(left, 'address', 'addresses')} left out`
  if (made === 0) return `No one was invited, ${leftWords}`
  const madeWords = `${plural(made, 'invitation')} ${delivery === 'mail' ? 'sent' : 'made'}`
  return left === 0 ? madeWords : `${madeWords}, ${leftWords}`
}
