'use client'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { Dialog } from '@/components/ui/dialog'
import { fieldBox } from '@/components/ui/input'
import { useNow } from '@/lib/client/clock'
import type { Check as Demanded } from '@/lib/modules/trust/trust-matching'
import type { TrustRule } from '@/lib/modules/trust/trust-rule'
import { readClaims, type Tested, testOf } from '@/lib/modules/trust/trust-test'

type Props = { rules: readonly TrustRule[]; onClose: () => void }

/** Which rule would match a token. It is read here, in the browser: nothing of it is sent or kept. */
export function TrustTester({ rules, onClose }: Props) {
  const now = useNow() ?? 0
  const [text, setText] = useState('')
  const claims = text.trim() === '' ? null : readClaims(text)
  const found = claims && testOf(rules, claims, now)
  const fault = text.trim() !== '' && !claims
  return (
    <Dialog
      open
      size="large"
      onOpenChange={onClose}
      title="Which rule would match?"
      description="The token stays in this browser. Its signature is checked when a workload signs in."
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Token or claims"
          hint={'A JWT, or its claims as JSON: {"iss": …, "aud": …, "sub": …}'}
          error={fault ? 'This is neither a JWT nor the claims of one as JSON.' : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              rows={5}
              spellCheck={false}
              autoComplete="off"
              className={`${fieldBox} h-auto! break-all py-1.5 font-mono`}
              value={text}
              data-autofocus
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div role="status" className="flex flex-col gap-1 empty:hidden">
          {found && (
            <p className="font-medium">
              {found.counts ? (
                <>
                  <bdi>{found.counts.rule.name}</bdi> would let it in.
                </>
              ) : (
                'No rule would let it in.'
              )}
            </p>
          )}
          {found?.expired && <p className="text-destructive-text">The token has expired.</p>}
        </div>
        {found?.tested.map((tested) => (
          <TestedRule key={tested.rule.id} {...tested} />
        ))}
      </div>
    </Dialog>
  )
}

const TestedRule = ({ rule, matches, checks }: Tested) => (
  <section className="rounded-lg border" aria-label={rule.name}>
    <h3 className="flex flex-wrap justify-between gap-x-4 border-b px-3 py-2 font-medium text-sm">
      <bdi className="[overflow-wrap:anywhere]">{rule.name}</bdi>
      <span className="font-normal text-foreground-2">
        {matches ? 'Matches' : 'Does not match'}
        {!rule.enabled && ', and is off'}
      </span>
    </h3>
    <ul className="divide-y divide-border-subtle">
      {checks.map((check) => (
        <CheckLine key={check.name} check={check} />
      ))}
    </ul>
  </section>
)

const code = 'font-mono text-xs [overflow-wrap:anywhere]'

const CheckLine = ({ check }: { check: Demanded }) => (
  <li className="flex gap-2 px-3 py-1.5">
    {check.fits ? (
      <Check aria-label="fits" className="mt-0.5 size-4 shrink-0 text-success-text" />
    ) : (
      <X aria-label="does not fit" className="mt-0.5 size-4 shrink-0 text-destructive-text" />
    )}
    <span className="min-w-0">
      <span className="font-medium">{check.name}</span> is{' '}
      {check.found === null ? 'absent' : <code className={code}>{check.found}</code>}
      {!check.fits && (
        <>
          ; the rule wants <code className={code}>{check.wanted}</code>
        </>
      )}
    </span>
  </li>
)
