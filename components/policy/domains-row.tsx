'use client'
import Link from 'next/link'
import { useId } from 'react'
import { SettingsRow } from '@/components/settings/settings-row'
import { countWords, Effect, Effects, effectLink } from './effect'
import { LinesInput } from './lines-input'
import type { PolicyForm } from './use-policy-form'

/** At which domains people are invited. */
export function DomainsRow({ form }: { form: PolicyForm }) {
  const id = useId()
  const { draft, change, preview, faultOf } = form
  const fault = faultOf('invitationDomains')
  const outside = preview?.outside
  return (
    <SettingsRow
      label="Domains for invitations"
      htmlFor={id}
      about="Only addresses at these domains are invited or added. A subdomain is one of its own. Empty: any address. Members stay whatever their address."
    >
      <LinesInput
        id={id}
        dir="auto"
        placeholder="halden.example"
        value={draft.invitationDomains}
        fault={fault}
        onType={(text) => change({ invitationDomains: text })}
      />
      <Effects id={`${id}note`} fault={fault}>
        {outside && outside.count > 0 && (
          <Effect>
            {countWords(outside)} pending{' '}
            {outside.count === 1 ? 'invitation goes' : 'invitations go'} elsewhere, to{' '}
            {outside.first.slice(0, 3).map(({ id: key, email }, index) => (
              <span key={key}>
                {index > 0 && ', '}
                <bdi>{email}</bdi>
              </span>
            ))}
            {outside.count > 3 && ' and others'}. {outside.count === 1 ? 'It stays' : 'They stay'}{' '}
            and can be accepted, but not sent again.{' '}
            <Link href="/users/pending" className={effectLink}>
              Pending invites
            </Link>
          </Effect>
        )}
      </Effects>
    </SettingsRow>
  )
}
