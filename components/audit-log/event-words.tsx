import type { ReactNode } from 'react'
import type { EventName } from '@/lib/domain/events'
import { type OrganizationRole, roleLabels } from '@/lib/domain/roles'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { Holder } from './holder'
import { Named } from './named'
import { type Fact, resourceWords } from './resource-words'
import { tokenWords } from './token-words'

type Facts = { subject: ReactNode; event: AuditEvent; before: Fact; after: Fact }
type Words = (facts: Facts) => ReactNode

const asRole = (role: string | undefined) =>
  role === 'owner'
    ? 'an owner'
    : `a ${roleLabels[role as OrganizationRole] ?? 'member'}`.toLowerCase()

/** Whether somebody did it to themselves, or to what is theirs. */
const isOwn = ({ actor, subject }: AuditEvent) => actor.id === subject.id || actor.id === subject.of

const policies: Record<string, string> = {
  secondFactorRequired: 'whether a second factor is required',
  secondFactorGraceDays: 'the days to set up a second factor',
  sessionIdleMinutes: 'after how much idle time sessions end',
  sessionHours: 'how long sessions last',
  signInMethods: 'the ways to sign in',
  invitationDomains: 'the domains that are invited',
  personKeyDays: 'how long people’s API keys live',
  accountKeyDays: 'how long service accounts’ API keys live',
  keysMustEnd: 'whether every API key ends',
  keyRanges: 'the addresses that API keys are let in from',
  defaultCloudAccess: 'the default access of new people',
}
const listed = new Intl.ListFormat('en-GB')
const policyWords = (fields: string[]) =>
  listed.format(fields.flatMap((field) => policies[field] ?? [])) || 'the policy'

const ways: Record<string, string> = {
  password: 'with a password',
  passkey: 'with a passkey',
  totp: 'with a code of their authenticator app',
  recovery_code: 'with a recovery code',
}
const factorKinds: Record<string, string> = {
  passkey: 'the passkey',
  totp: 'the authenticator app',
}

const factorOf = (fact: Fact) => {
  const kind = factorKinds[fact('kind') ?? ''] ?? 'a second factor'
  const name = fact('name')
  return name ? (
    <>
      {kind} <Named>{name}</Named>
    </>
  ) : (
    kind
  )
}

const signIns: Record<string, string> = {
  ...ways,
  email_link: 'with a link by email',
  invitation: 'through an invitation',
  set_up: 'through the set-up link',
}

/** What happened, after the name of whoever acted. Every event has its words: one without is a type error. */
const words: Record<EventName, Words> = {
  ...resourceWords,
  ...tokenWords,
  'organization.created': ({ subject }) => <>made the organization {subject}</>,
  'organization.renamed': ({ before, after, subject }) => (
    <>
      renamed the organization <Named>{before('name')}</Named> to{' '}
      {after('name') ? <Named>{after('name')}</Named> : subject}
    </>
  ),
  'organization.policy_changed': ({ event }) => (
    <>changed {policyWords(Object.keys(event.before ?? {}))}</>
  ),
  'organization.deletion_requested': ({ subject }) => <>asked for {subject} to be deleted</>,
  'organization.deletion_reminded': ({ subject }) => (
    <>reminded the owners that {subject} will be deleted</>
  ),
  'organization.deletion_stopped': ({ subject }) => <>stopped the deletion of {subject}</>,
  'member.joined': ({ event, subject, after }) =>
    isOwn(event) ? (
      <>joined as {asRole(after('role'))}</>
    ) : (
      <>
        added {subject} as {asRole(after('role'))}
      </>
    ),
  'member.role_changed': ({ subject, after }) => (
    <>
      made {subject} {asRole(after('role'))}
    </>
  ),
  'member.limits_changed': ({ subject }) => <>changed the deny roles of {subject}</>,
  'member.removed': ({ subject }) => <>removed {subject}</>,
  'member.suspended': ({ subject }) => <>suspended {subject}</>,
  'member.restored': ({ subject }) => <>restored {subject}</>,
  'member.left': () => <>left the organization</>,
  'member.renamed': ({ before, after, subject }) => (
    <>
      changed the name <Named>{before('name') ?? subject}</Named> to{' '}
      <Named>{after('name') ?? subject}</Named>
    </>
  ),
  'member.password_changed': ({ after }) => (
    <>{after('by') === 'reset' ? 'set a new password by a link' : 'changed the password'}</>
  ),
  'member.email_changed': ({ before, after, subject }) => (
    <>
      changed the address <Named>{before('email') ?? subject}</Named> to{' '}
      <Named>{after('email') ?? subject}</Named>
    </>
  ),
  'member.reset_link_made': ({ subject }) => (
    <>made a link on the server by which {subject} sets a new password</>
  ),
  'member.exported': () => <>downloaded the list of people</>,
  'invitation.sent': ({ subject, after }) => (
    <>
      {after('delivery') === 'link' ? 'made an invitation link for' : 'invited'} {subject} as{' '}
      {asRole(after('role'))}
    </>
  ),
  'invitation.accepted': ({ subject }) => <>accepted the invitation to {subject}</>,
  'invitation.revoked': ({ subject, after }) => {
    if (after('because') === 'replaced') return <>replaced the invitation to {subject}</>
    if (after('because') === 'inviter') {
      return <>ended the invitation to {subject}, whose sender is no longer an owner</>
    }
    return <>revoked the invitation to {subject}</>
  },
  'api_key.created': ({ event, subject, after }) => (
    <>
      made the key {subject}
      {!isOwn(event) && <Holder word="for" email={after('owner')} />}
      {after('source') === 'login' && (
        <>
          {' '}
          by <code>anyscale login</code>
        </>
      )}
    </>
  ),
  'api_key.login_allowed': ({ after }) => (
    <>allowed a login of the command line{after('address') && ` from ${after('address')}`}</>
  ),
  'api_key.login_refused': ({ after }) => (
    <>refused a login of the command line{after('address') && ` from ${after('address')}`}</>
  ),
  'api_key.rotated': ({ event, subject, after }) => (
    <>
      put a new key in the place of {subject}
      {!isOwn(event) && <Holder word="of" email={after('owner')} />}
    </>
  ),
  'api_key.revoked': ({ event, subject, before, after }) => (
    <>
      revoked the key {subject}
      {!isOwn(event) && <Holder word="of" email={before('owner')} />}
      {after('because') === 'removed' && ', by the removal'}
      {after('because') === 'left' && ', by leaving'}
      {after('because') === 'proven' && ', by proving the address'}
      {after('because') === 'found' && ', which was reported as found'}
    </>
  ),
  'api_key.end_warned': ({ subject, before }) => (
    <>
      warned that the key {subject}
      <Holder word="of" email={before('owner')} /> ends soon
    </>
  ),
  'session.started': ({ after }) => {
    const [method = '', factor = ''] = [after('method'), after('factor')]
    const second = factor !== method && ways[factor] ? ` and ${ways[factor]}` : ''
    return <>{`signed in ${signIns[method] ?? ''}${second}`.trim()}</>
  },
  'session.ended': ({ event, subject, after }) => {
    const because = after('because')
    if (!isOwn(event)) {
      return (
        <>
          signed {subject} out{because === 'removed' && ', by the removal'}
          {because === 'suspended' && ', by the suspension'}
        </>
      )
    }
    if (because === 'replaced') return <>signed in again, which ended an earlier session</>
    if (because === 'password') return <>ended a session by setting a new password</>
    if (because === 'proven') return <>ended an earlier session by proving the address</>
    return because === 'left' ? <>left, which ended a session</> : <>signed out</>
  },
  'session.confirmed': ({ after }) => (
    <>{`confirmed that it is them ${ways[after('by') ?? ''] ?? ''}`.trim()}</>
  ),
  'factor.added': ({ after }) => <>set up {factorOf(after)}</>,
  'factor.renamed': ({ before, after }) => (
    <>
      renamed {factorOf(before)} to <Named>{after('name') ?? 'another name'}</Named>
    </>
  ),
  'factor.removed': ({ before }) => <>removed {factorOf(before)}</>,
  'recovery_codes.made': () => <>made new recovery codes</>,
  'operation.started': ({ subject }) => <>started work: {subject}</>,
  'operation.stopped': ({ subject }) => <>stopped work: {subject}</>,
  'audit.exported': () => <>downloaded the audit log</>,
  'terms.accepted': ({ after }) => <>accepted {after('accepted') ?? 'the terms'}</>,
  // The label of a permission completes "You may …".
  'access.denied': ({ event }) => (
    <>
      tried to <Named>{event.subject.label}</Named>
    </>
  ),
}

const factsOf =
  (values: AuditEvent['before']): Fact =>
  (key) => {
    const value = values?.[key]
    return value === undefined || value === null ? undefined : String(value)
  }

/** The words of any event, also of one that a later version of this program wrote. */
export function wordsOf(event: AuditEvent): ReactNode {
  const tell = words[event.event as EventName] as Words | undefined
  const subject = <Named>{event.subject.label}</Named>
  if (!tell) return <>did this to {subject}</>
  return tell({ event, subject, before: factsOf(event.before), after: factsOf(event.after) })
}
