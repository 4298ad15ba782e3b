'use client'
import { Download } from 'lucide-react'
import { useId, useState } from 'react'
import { StoredFooter } from '@/components/form/stored-footer'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { saveFile } from '@/lib/client/download'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'

type Props = { codes: readonly string[]; onClose: () => void }

/** The ten codes, this once: Done needs the word that they are stored. */
export function RecoveryCodes({ codes, onClose }: Props) {
  const [stored, setStored] = useState(false)
  const id = useId()
  useLeaveWarning(!stored)
  const text = codes.join('\n')
  return (
    <Dialog
      open
      alert
      size="small"
      onOpenChange={() => stored && onClose()}
      title="Store your recovery codes now"
      description="Each signs you in once, when your passkey or app is not at hand. They are shown this once."
      footer={
        <StoredFooter
          id={id}
          what="the codes"
          stored={stored}
          onStored={setStored}
          onDone={onClose}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <ul
          aria-label="Recovery codes"
          // The reader hears the codes first; Copy is the next stop.
          data-autofocus
          tabIndex={-1}
          className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg border bg-sunken p-3 font-mono text-foreground text-sm outline-none"
        >
          {codes.map((code) => (
            <li key={code} className="select-all">
              {code}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <CopyButton value={text} label="recovery codes" variant="primary" size="default" />
          <Button
            icon={<Download />}
            onClick={() =>
              saveFile(
                new Blob([`${text}\n`], { type: 'text/plain' }),
                'gatehouse-recovery-codes.txt',
              )
            }
          >
            Download
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
