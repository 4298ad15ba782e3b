import type { ReactNode } from 'react'
import type { EventName } from '@/lib/domain/events'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { gain, loss, type Meaning, nobody, same } from './meaning'
import { Named } from './named'
import type { Fact } from './resource-words'

export type TokenEvent = Extract<
  EventName,
  `trust_rule.${string}` | `client_key.${string}` | `token.${string}`
>
type Facts = { subject: ReactNode; before: Fact; after: Fact }

const by = (fact: Fact, what: string) =>
  fact('name') ? (
    <>
      the {what} <Named>{fact('name')}</Named>
    </>
  ) : (
    <>a {what}</>
  )

/** The words of how service accounts sign in without a key, after the name of whoever acted. */
export const tokenWords: Record<TokenEvent, (facts: Facts) => ReactNode> = {
  'trust_rule.created': ({ subject, after }) => (
    <>
      made {by(after, 'trust rule')} of {subject}
    </>
  ),
  'trust_rule.changed': ({ subject, after }) => (
    <>
      changed {by(after, 'trust rule')} of {subject}
    </>
  ),
  'trust_rule.deleted': ({ subject, before }) => (
    <>
      deleted {by(before, 'trust rule')} of {subject}
    </>
  ),
  'client_key.added': ({ subject, after }) => (
    <>
      added {by(after, 'public key')} to {subject}
    </>
  ),
  'client_key.removed': ({ subject, before }) => (
    <>
      removed {by(before, 'public key')} of {subject}
    </>
  ),
  'token.issued': ({ after }) =>
    after('via') === 'token_exchange' ? (
      <>
        signed in without a key, by the trust rule <Named>{after('by') ?? 'of the account'}</Named>
      </>
    ) : (
      <>got an access token</>
    ),
  'token.revoked': ({ subject }) => <>ended access tokens of {subject}</>,
  'token.life_changed': ({ subject }) => <>changed how long access tokens of {subject} live</>,
}

export const tokenMeanings: Record<TokenEvent, (event: AuditEvent) => Meaning[]> = {
  'trust_rule.created': () => [gain('Workloads that the rule names act as the account')],
  'trust_rule.changed': () => [same('Tokens given before live on, unless the rule is off')],
  'trust_rule.deleted': () => [loss('Its workloads, at the next request: their tokens end too')],
  'client_key.added': () => [gain('Whoever has its private half acts as the account')],
  'client_key.removed': () => [loss('Whoever has its private half, and the tokens they got')],
  'token.issued': () => [gain('Act as the account until the token ends')],
  'token.revoked': () => [loss('The token, at the next request'), same('A new one can be got')],
  'token.life_changed': nobody,
}
