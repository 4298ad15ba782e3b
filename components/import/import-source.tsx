'use client'
import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Banner } from '@/components/feedback/banner'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { MAX_BYTES, textOfFile, tooLarge } from './file-text'
import { readPeople } from './people-file'
import type { Source } from './source'

type Props = {
  pasted: string
  onPasted: (text: string) => void
  onClose: () => void
  onRead: (source: Source) => void
}

/** Choose, drop or paste. What cannot be read is said, and nothing is sent anywhere yet. */
export function ImportSource({ pasted, onPasted, onClose, onRead }: Props) {
  const [fault, setFault] = useState<{ name: string; text: string } | null>(null)
  const dirty = pasted.trim() !== ''

  const take = (name: string, text: string) => {
    if (text.length > MAX_BYTES) return setFault({ name, text: tooLarge })
    const read = readPeople(text)
    if (!read.ok) return setFault({ name, text: read.fault })
    onRead({ name, text, rows: read.rows, hasRoles: read.hasRoles })
  }
  const readFile = async (file: File | undefined) => {
    if (!file) return
    if (file.size > MAX_BYTES) return setFault({ name: file.name, text: tooLarge })
    const bytes = await file.arrayBuffer().catch(() => null)
    if (!bytes) return setFault({ name: file.name, text: 'This file could not be read.' })
    const read = textOfFile(new Uint8Array(bytes))
    if (read.ok) take(file.name, read.text)
    else setFault({ name: file.name, text: read.fault })
  }
  return (
    <FormDialog
      open
      inAddress
      size="large"
      title="Import people to invite"
      description="You see what would happen to each row before anything is sent."
      onClose={onClose}
      onSubmit={() =>
        dirty
          ? take('What you pasted', pasted)
          : setFault({ name: 'Nothing to check', text: 'Choose a file, or paste the rows.' })
      }
      error={null}
      pending={false}
      dirty={dirty}
      submitLabel="Check"
      pendingLabel="Checking…"
    >
      {fault && (
        <Banner tone="error" title={<bdi>{fault.name}</bdi>}>
          {fault.text}
        </Banner>
      )}
      <DropPlace onFile={readFile} />
      <Field
        label="Or paste rows"
        hint="With a first line that names the columns, or just one address a line."
      >
        {(control) => (
          <textarea
            {...control}
            value={pasted}
            rows={5}
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            placeholder={'email,role\nlena.vogt@halden.example,collaborator'}
            onChange={(event) => {
              onPasted(event.target.value)
              setFault(null)
            }}
            className="field-box w-full resize-y px-2.5 py-1.5 font-mono text-xs max-sm:text-base"
          />
        )}
      </Field>
    </FormDialog>
  )
}

function DropPlace({ onFile }: { onFile: (file: File | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same
    <div
      className={cn(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-border-strong border-dashed p-4',
        over && 'border-primary-text bg-primary-soft',
      )}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button icon={<FileUp />} onClick={() => input.current?.click()}>
        Choose a CSV file
      </Button>
      <p className="min-w-0 flex-1 basis-60 text-muted-foreground text-xs">
        Or drop it here. A column “email” is needed; “role” may say owner or collaborator. Up to
        5,000 rows and 2 MB, UTF-8.
      </p>
      <input
        ref={input}
        type="file"
        aria-label="CSV file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        className="hidden"
        onChange={(event) => {
          onFile(event.target.files?.[0])
          event.target.value = '' // the same file can be chosen again, once it is mended
        }}
      />
    </div>
  )
}
