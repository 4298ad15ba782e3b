import Link from 'next/link'
import type { ReactNode } from 'react'
import { memberHref } from '@/components/members/member-href'
import { effectLink } from './effect'
import type { AffectedKey } from './policy-queries'

const NAMED = 5

type Props<Key> = { count: number; keys: readonly Key[]; note: (key: Key) => ReactNode }

/** The first keys by name, whose they are, and what becomes of each. */
export function AffectedKeys<Key extends AffectedKey>({ count, keys, note }: Props<Key>) {
  const rest = count - Math.min(NAMED, keys.length)
  return (
    <ul className="list-disc pl-11 [overflow-wrap:anywhere]">
      {keys.slice(0, NAMED).map((key) => (
        <li key={key.id}>
          <bdi>{key.name}</bdi> (…{key.lastSix}) of{' '}
          <Link href={memberHref(key.holder)} className={effectLink}>
            <bdi>{key.holder.name}</bdi>
          </Link>
          : {note(key)}
        </li>
      ))}
      {rest > 0 && <li>and {rest.toLocaleString('en-GB')} more</li>}
    </ul>
  )
}
