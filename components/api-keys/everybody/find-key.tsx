'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { Input } from '@/components/ui/input'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { harmless } from '@/lib/modules/api-keys/key-text'
import { ForScanners } from './for-scanners'
import { FoundKey, type FoundKeyRow } from './found-key'

type Props = {
  onClose: () => void
  onRevoke: (key: FoundKeyRow) => void
  onRotate: (key: FoundKeyRow) => void
}

const NONE = 'Paste a key, its first characters (agh_pat_… or agh_sa_…), or its last six.'

/** For a key that leaked. The secret of what is pasted stays in this dialog: only what names the key is asked for. */
export function FindKey({ onClose, ...verbs }: Props) {
  const { organizationId } = useViewer()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [fault, setFault] = useState<string>()
  const { data, error, isFetching } = useQuery({
    ...consoleQuery<{ rows: FoundKeyRow[] }>(organizationId, 'api_key.find', { text: asked ?? '' }),
    enabled: asked !== null,
    placeholderData: undefined,
    staleTime: 0,
  })
  const find = () => {
    const part = harmless(text)
    setAsked(part)
    setFault(part === null ? NONE : undefined)
    if (part !== null) setText(part)
  }
  return (
    <FormDialog
      open
      inAddress
      title="Find a leaked key"
      description="Whose it is, what it can do, and the way to end it. Only its beginning or end is sent, never the secret in it."
      onClose={onClose}
      onSubmit={find}
      error={error && problemOf(error)}
      pending={isFetching}
      dirty={false}
      submitLabel="Find key"
      pendingLabel="Looking…"
    >
      <Field label="Key" hint="The whole, its beginning, or its last six characters." error={fault}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setFault(undefined)
            }}
          />
        )}
      </Field>
      <div aria-live="polite" className="mt-4 flex flex-col gap-3">
        {data?.rows.length === 0 && (
          <p className="text-foreground-2">
            This organization never had such a key, or it is of another one.
          </p>
        )}
        {data?.rows.map((row) => (
          <FoundKey key={row.id} apiKey={row} {...verbs} />
        ))}
      </div>
      <ForScanners />
    </FormDialog>
  )
}
