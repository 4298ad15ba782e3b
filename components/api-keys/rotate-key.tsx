'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { FieldGroup } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { RadioCards } from '@/components/ui/radio-cards'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import { useCommand } from '@/lib/client/use-command'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { rotateApiKeyAction } from '@/lib/transport/actions/api-keys'
import { LastSix } from './key-columns'
import { keyReads } from './key-holder'
import { firstOverlap, overlaps } from './overlaps'
import type { NewKey } from './own-keys'

type Props = {
  apiKey: ApiKey
  /** Others know it: unless told otherwise it ends now. */
  leaked?: boolean
  onClose: () => void
  onMade: (made: NewKey) => void
}

/** A new key in the place of one: same name, same ceiling. The old one works on for as long as is chosen. */
export function RotateKey({ apiKey, leaked = false, onClose, onMade }: Props) {
  const { organizationId } = useViewer()
  const [overlap, setOverlap] = useState(String(firstOverlap(leaked)))
  const now = useNow()
  const { run, problem, pending } = useCommand(rotateApiKeyAction, {
    organizationId,
    invalidates: keyReads,
    onDone: onMade,
  })
  const { expiresAt } = apiKey
  const until = now === null ? null : now + Number(overlap) * 1_000
  const sooner = expiresAt !== null && until !== null && Date.parse(expiresAt) < until
  return (
    <FormDialog
      open
      title={
        <>
          Rotate <bdi>{apiKey.name}</bdi>
        </>
      }
      description="The new key has the same name, holder and ceiling, and works at once. It is shown right after this."
      onClose={onClose}
      onSubmit={() => void run({ keyId: apiKey.id, overlapSeconds: Number(overlap) })}
      error={problem}
      pending={pending}
      dirty={false}
      submitLabel="Rotate key"
      pendingLabel="Rotating…"
    >
      <FieldGroup
        label="The old key ends"
        hint={
          sooner ? (
            <>
              Its own end comes first: <Time at={expiresAt} kind="countdown" />.
            </>
          ) : undefined
        }
      >
        {(group) => (
          <RadioCards
            {...group}
            value={overlap}
            onValueChange={setOverlap}
            options={overlaps.map(({ seconds, ...card }) => ({ ...card, value: String(seconds) }))}
          />
        )}
      </FieldGroup>
      <p className="text-foreground-2">
        Old key: <LastSix apiKey={apiKey} />
        {apiKey.lastUsedAt && (
          <>
            , last used <Time at={apiKey.lastUsedAt} />
          </>
        )}
        .
      </p>
    </FormDialog>
  )
}
