'use client'
import { useId } from 'react'
import { SettingsRow } from '@/components/settings/settings-row'
import { plural } from '@/lib/client/words'
import { AffectedKeys } from './affected-keys'
import { Effect, Effects } from './effect'
import { LinesInput } from './lines-input'
import type { PolicyForm } from './use-policy-form'

/** From which addresses API keys are let in. */
export function KeyRangesRow({ form }: { form: PolicyForm }) {
  const id = useId()
  const { draft, change, preview, faultOf } = form
  const fault = faultOf('keyRanges')
  const elsewhere = preview?.keysElsewhere
  return (
    <SettingsRow
      label="Addresses for API keys"
      htmlFor={id}
      about="Keys are let in from these ranges only. IPv4 or IPv6, one to a line. Empty: from everywhere. The console is open from everywhere."
    >
      <LinesInput
        id={id}
        dir="ltr"
        placeholder="203.0.113.0/24"
        value={draft.keyRanges}
        fault={fault}
        onType={(text) => change({ keyRanges: text })}
      />
      <Effects id={`${id}note`} fault={fault}>
        {elsewhere && elsewhere.count > 0 && (
          <>
            <Effect alarming>
              {plural(elsewhere.count, 'key was', 'keys were')} last used from an address that is in
              none of these. {elsewhere.count === 1 ? 'It stays, and is' : 'They stay, and are'}{' '}
              refused from there.
            </Effect>
            <AffectedKeys
              count={elsewhere.count}
              keys={elsewhere.first}
              note={({ address }) => (
                <>
                  from <bdi>{address}</bdi>
                </>
              )}
            />
          </>
        )}
      </Effects>
    </SettingsRow>
  )
}
