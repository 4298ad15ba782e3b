'use client'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { copyText } from './copy-text'

type Props = {
  value: string
  /** What is copied, for the name of an icon-only button: "user ID". */
  label: string
  /** "icon" shows only the glyph. */
  size?: ButtonProps['size']
  variant?: ButtonProps['variant']
  onCopied?: () => void
  className?: string
}

/** Copies and says so, to eyes and ears. */
export function CopyButton({ value, label, size = 'small', variant, onCopied, className }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () =>
    copyText(value).then((done) => {
      setState(done ? 'copied' : 'refused')
      if (done) onCopied?.()
    })
  const iconOnly = size === 'icon'
  const words = { idle: 'Copy', copied: 'Copied', refused: 'Not copied' }[state]
  return (
    <>
      <Button
        size={size}
        variant={variant ?? (iconOnly ? 'ghost' : 'outline')}
        className={className}
        aria-label={iconOnly ? `Copy ${label}` : `${words} ${label}`}
        icon={state === 'copied' ? <Check /> : <Copy />}
        onClick={copy}
      >
        {iconOnly ? null : words}
      </Button>
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : `${words}: ${label}`}
      </span>
    </>
  )
}
