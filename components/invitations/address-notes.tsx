import { CircleAlert, Merge, RefreshCw, Timer, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { plural } from '@/lib/client/words'
import type { ParsedAddresses } from '@/lib/domain/addresses'
import { keyOf, type Mark } from './addresses'
import type { InvitationPreview } from './preview'

type Props = {
  id: string
  list: ParsedAddresses
  marks: ReadonlyMap<string, Mark>
  preview: InvitationPreview | undefined
}

const SHOWN = 3

/** One line for each address that needs a word, worst first. */
export function AddressNotes({ id, list, marks, preview }: Props) {
  const { faults, members, invited, limited } = noted(list, marks, preview)
  return (
    <div id={id} aria-live="polite" className="flex flex-col gap-0.5 text-xs max-sm:text-sm">
      <Notes
        items={faults}
        look="text-destructive-text"
        icon={<CircleAlert />}
        line={(entry) => <Sentence about={entry.raw}>{entry.fault}</Sentence>}
        more={(count) => `${plural(count, 'more entry', 'more entries')} cannot be read.`}
      />
      <Notes
        items={members}
        look="text-warning-text"
        icon={<UserCheck />}
        line={(email) => (
          <>
            <Local email={email} /> is already a member and will be left out.
          </>
        )}
        more={(count) => `${plural(count, 'more address', 'more addresses')} will be left out too.`}
      />
      <Notes
        items={limited}
        look="text-warning-text"
        icon={<Timer />}
        line={({ emails, reason }) => (
          <>
            <Local email={emails[0] ?? ''} />
            {emails.length > 1 && ` and ${plural(emails.length - 1, 'other')}`} will be left out.{' '}
            {reason}
          </>
        )}
        more={(count) => `The others can go later than that: ${plural(count, 'more time')}.`}
      />
      <Notes
        items={invited}
        look="text-foreground-2"
        icon={<RefreshCw />}
        line={(email) => (
          <>
            <Local email={email} /> already has an invitation. A new link replaces it, and the
            earlier one stops working.
          </>
        )}
        more={(count) => `${plural(count, 'more invitation')} will be replaced too.`}
      />
      <Notes
        items={list.doubles}
        look="text-foreground-2"
        icon={<Merge />}
        line={(email) => (
          <>
            <Local email={email} /> was there more than once and counts once.
          </>
        )}
        more={(count) => `${plural(count, 'more address', 'more addresses')} counted once too.`}
      />
    </div>
  )
}

function noted(
  { entries }: ParsedAddresses,
  marks: ReadonlyMap<string, Mark>,
  preview: InvitationPreview | undefined,
) {
  const emails = (mark: Mark) => entries.map(keyOf).filter((key) => marks.get(key) === mark)
  const byReason = new Map<string, string[]>()
  const reasons = new Map(preview?.limited.map(({ email, reason }) => [email, reason]))
  for (const email of emails('limited')) {
    const reason = reasons.get(email) ?? ''
    byReason.set(reason, [...(byReason.get(reason) ?? []), email])
  }
  return {
    faults: entries.flatMap((entry) => ('fault' in entry ? [entry] : [])),
    members: emails('member'),
    invited: emails('invited'),
    limited: [...byReason].map(([reason, of]) => ({ reason, emails: of })),
  }
}

type NotesProps<T> = {
  items: readonly T[]
  look: string
  icon: ReactNode
  line: (item: T) => ReactNode
  more: (count: number) => ReactNode
}

function Notes<T>({ items, look, icon, line, more }: NotesProps<T>) {
  const lines = items
    .slice(0, SHOWN)
    .map((item) => ({ key: JSON.stringify(item), text: line(item) }))
  if (items.length > SHOWN) lines.push({ key: 'more', text: more(items.length - SHOWN) })
  return lines.map(({ key, text }) => (
    <p key={key} className={`flex gap-1.5 [&>.lucide]:mt-0.5 [&>.lucide]:size-3.5 ${look}`}>
      {icon}
      <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
    </p>
  ))
}

/** "lena.vogt@…": the whole address stands in its chip. */
const Local = ({ email }: { email: string }) => (
  <bdi className="font-medium">{email.split('@')[0]}@…</bdi>
)

/** A sentence that begins with what it is about. */
const Sentence = ({ about, children }: { about: string; children: string }) =>
  children.startsWith(about) ? (
    <>
      <bdi className="font-medium">{about}</bdi>
      {children.slice(about.length)}
    </>
  ) : (
    children
  )
