'use client'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button'

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

/** False when the browser refuses; without TLS the clipboard API is absent, so a hidden field helps. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    return false
  }
  const field = document.createElement('textarea')
  field.value = text
  field.style.cssText = 'position:fixed;opacity:0'
  const host = document.activeElement?.closest('[role=dialog],[role=alertdialog]') ?? document.body
  host.append(field)
  const before = document.activeElement as HTMLElement | null
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  before?.focus()
  return done
}
