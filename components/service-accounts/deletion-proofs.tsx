'use client'
import { Time } from '@/components/ui/time'
import { formatCount, plural } from '@/lib/client/words'
import type { DeletionPreview, Proof } from './account-queries'

const NAMED = 5

type Props = { preview: DeletionPreview }

/** Its trust rules and public keys, each by its name: what got tokens by them is refused. */
export function EndingProofs({ preview: { rules, publicKeys } }: Props) {
  const counted = [
    rules.length > 0 && plural(rules.length, 'trust rule'),
    publicKeys.length > 0 && plural(publicKeys.length, 'public key'),
  ].filter(Boolean)
  if (counted.length === 0) return null
  const lines = [
    ...rules.map(({ id, name, issuer, enabled }) => ({
      id,
      name,
      more: `${enabled ? 'trusts' : 'off, trusted'} ${issuer.replace(/^https?:\/\//, '')}`,
    })),
    ...publicKeys.map(({ id, name }) => ({ id, name, more: 'public key for OAuth' })),
  ]
  return (
    <>
      <p>{counted.join(' and ')}, with every token that they gave:</p>
      <ul>
        {lines.slice(0, NAMED).map(({ id, name, more }) => (
          <li key={id}>
            <bdi className="font-medium text-foreground">{name}</bdi>{' '}
            <span className="text-muted-foreground">
              · <bdi className="[overflow-wrap:anywhere]">{more}</bdi>
            </span>
          </li>
        ))}
        {lines.length > NAMED && <li>and {formatCount(lines.length - NAMED)} more</li>}
      </ul>
    </>
  )
}

/** What got a token by one of them lately. */
export function UsedProofs({ preview: { rules, publicKeys } }: Props) {
  const line = (what: string) => (proof: Proof) => (
    <p key={proof.id} className="mt-1 first:mt-0">
      <bdi className="font-medium text-foreground">{proof.name}</bdi>, {what}, last used:{' '}
      <Time at={proof.lastUsedAt} />.
    </p>
  )
  return (
    <>
      {rules.filter(({ usedLately }) => usedLately).map(line('trust rule'))}
      {publicKeys.filter(({ usedLately }) => usedLately).map(line('public key'))}
    </>
  )
}

export const hasUsedProofs = ({ rules, publicKeys }: DeletionPreview) =>
  [...rules, ...publicKeys].some(({ usedLately }) => usedLately)
