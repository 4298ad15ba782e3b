import { Ban, CircleAlert, Merge, RefreshCw, Timer, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { plural } from '@/lib/client/words'
import type { ParsedAddresses } from '@/lib/domain/addresses'
import { domainWords } from '@/lib/domain/invitation-domains'
import { askable, keyOf, type Mark } from './addresses'
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
  const { faults, members, outside, invited, limited, unchecked } = noted(list, marks, preview)
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
            <Local email={email} />{' '}
            {preview?.suspended.includes(email)
              ? 'is suspended and will be left out. Restore them under Users instead.'
              : 'is already a member and will be left out.'}
          </>
        )}
        more={(count) => `${plural(count, 'more address', 'more addresses')} will be left out too.`}
      />
      <Notes
        items={outside}
        look="text-warning-text"
        icon={<Ban />}
        line={(email) => (
          <>
            <bdi className="font-medium">{email}</bdi> will be left out. This organization invites
            addresses at {domainWords(preview?.domains ?? [])} only.
          </>
        )}
        more={(count) => `${plural(count, 'more address', 'more addresses')} will be left out too.`}
      />
      <Notes
        items={limited}
        look="text-warning-text"
        icon={<Timer />}
        line={({ count, email, reason }) => (
          <>
            {count === 1 ? (
              <Local email={email} />
            ) : (
              <>
                {plural(count, 'address', 'addresses')} from <Local email={email} /> on
              </>
            )}{' '}
            will be left out. {reason}
          </>
        )}
        more={() => null}
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
      {unchecked > 0 && (
        <p className="text-muted-foreground">
          The last {plural(unchecked, 'address', 'addresses')} could not be checked beforehand. What
          happens to each is said after sending.
        </p>
      )}
    </div>
  )
}

function noted(
  { entries }: ParsedAddresses,
  marks: ReadonlyMap<string, Mark>,
  preview: InvitationPreview | undefined,
) {
  const emails = (mark: Mark) => entries.map(keyOf).filter((key) => marks.get(key) === mark)
  const [over] = preview?.limited ?? []
  const count = emails('limited').length
  return {
    faults: entries.flatMap((entry) => ('fault' in entry ? [entry] : [])),
    members: emails('member'),
    outside: emails('outside'),
    invited: emails('invited'),
    limited: over && count > 0 ? [{ ...over, count }] : [],
    unchecked: count > 0 ? 0 : entries.filter((e) => 'email' in e).length - askable(entries).length,
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
