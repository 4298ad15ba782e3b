'use client'
import { Check, Minus } from 'lucide-react'
import { CopyField } from '@/components/ui/copy-field'
import { shortDate } from '@/lib/client/time-words'
import { dayMonth } from './day-words'
import type { SendResult } from './send-answer'

type Props = {
  /** Without an outcome: not sent, or not known. */
  result: Omit<SendResult, 'outcome'> & Partial<Pick<SendResult, 'outcome'>>
  /** Instead of the outcome. */
  words?: string
  /** Where it stands in the file it came from. */
  line?: number
  onCopied: (email: string) => void
}

/** One address: what happened to it, and its link if it has one to pass on. */
export function InviteResultRow({ result, words, line, onCopied }: Props) {
  const { email = result.given, link, detail, outcome } = result
  const made = result.id !== undefined
  return (
    <li className="flex gap-2.5 px-3 py-2.5">
      {line !== undefined && (
        <span className="w-8 shrink-0 text-right text-muted-foreground text-xs/5 tabular-nums">
          <span className="sr-only">Line </span>
          {line}
        </span>
      )}
      <span className="mt-0.5">
        {made ? (
          <Check className="text-success-text" />
        ) : (
          <Minus className="text-muted-foreground" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{email}</bdi>
          <span className="text-muted-foreground text-xs">{outcomeWords(result) ?? words}</span>
        </div>
        {link && (
          <CopyField
            value={link}
            label={`invitation link for ${email}`}
            button="beside"
            className="mt-1.5"
            onCopied={() => onCopied(email)}
          />
        )}
        {detail && outcome !== 'already_member' && (
          <p className="text-foreground-2 text-xs [overflow-wrap:anywhere]">{detail}</p>
        )}
      </div>
    </li>
  )
}

function outcomeWords({ outcome, expiresAt, replacedSentAt }: Props['result']) {
  const ends = expiresAt ? shortDate(new Date(expiresAt)) : ''
  switch (outcome) {
    case 'invited':
      return `Ends ${ends}`
    case 'replaced':
      return `Replaces the link of ${dayMonth(replacedSentAt)} · ends ${ends}`
    case 'already_member':
      return 'Left out: already a member'
    case 'invalid':
      return 'Left out: not an address'
    case 'limit':
      return 'Left out: over the limit'
    case 'outside':
      return 'Left out: not a domain that is invited'
  }
}
