'use client'
import { Check, Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'

/** The question as it stands: whoever may ask it gets the answer of their moment. */
export function CopyLink() {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    setCopied(await copyText(location.href))
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <>
      <Button
        variant="ghost"
        className="max-sm:hidden"
        icon={copied ? <Check /> : <Link2 />}
        onClick={copy}
      >
        {copied ? 'Copied' : 'Copy link'}
      </Button>
      <span role="status" className="sr-only">
        {copied ? 'Copied the link' : ''}
      </span>
    </>
  )
}
