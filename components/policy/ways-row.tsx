'use client'
import { useId } from 'react'
import { SettingsRow } from '@/components/settings/settings-row'
import { CheckboxLine } from '@/components/ui/checkbox'
import { type SignInWay, signInWays } from '@/lib/modules/policy/policy-rules'
import { countWords, Effect, Effects, People } from './effect'
import type { PolicyForm } from './use-policy-form'

const words: Record<SignInWay, string> = {
  password: 'Password',
  passkey: 'Passkey',
  email_link: 'Link by email, where this server sends them',
}

/** Which ways to sign in this organization admits. */
export function WaysRow({ form }: { form: PolicyForm }) {
  const id = useId()
  const { draft, change, preview, faultOf } = form
  const lost = preview?.withoutWay
  const set = (way: SignInWay, on: boolean) =>
    change({
      signInMethods: signInWays.filter((one) =>
        one === way ? on : draft.signInMethods.includes(one),
      ),
    })
  return (
    <SettingsRow
      label="Ways to sign in"
      about="From the next sign-in on. Sessions that are open stay, and an invitation still lets somebody join."
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame */}
      <div
        role="group"
        aria-label="Ways to sign in"
        aria-describedby={`${id}note`}
        className="flex flex-col gap-2"
      >
        {signInWays.map((way) => (
          <CheckboxLine
            key={way}
            id={`${id}${way}`}
            checked={draft.signInMethods.includes(way)}
            onCheckedChange={(on) => set(way, on)}
          >
            {words[way]}
          </CheckboxLine>
        ))}
      </div>
      <Effects id={`${id}note`} fault={faultOf('signInMethods')}>
        {lost && lost.count > 0 && (
          <Effect alarming>
            {countWords(lost)} {lost.count === 1 ? 'person' : 'people'} could not sign in any more,
            until they set up another way: <People of={lost} />.
          </Effect>
        )}
      </Effects>
    </SettingsRow>
  )
}
