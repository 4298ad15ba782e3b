'use client'
import { SquareTerminal } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import type { ApiCall } from './curl'

const CallPopover = lazily(() => import('./call-popover').then((m) => m.CallPopover))

/** What this page shows, by the API. Give it to `PageHeader` as `api`. */
export function ApiCallButton({ call }: { call: ApiCall }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button
        ref={button}
        variant="ghost"
        aria-label="API call of this page"
        aria-haspopup="dialog"
        aria-expanded={open}
        data-state={open ? 'open' : 'closed'}
        icon={<SquareTerminal />}
        onPointerEnter={CallPopover.load}
        onFocus={CallPopover.load}
        onClick={() => setOpen(!open)}
      >
        <span className="max-sm:hidden">API</span>
      </Button>
      {open && <CallPopover call={call} opener={button} onClose={() => setOpen(false)} />}
    </>
  )
}
