'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { cn } from './cn'
import { Input, type InputProps } from './input'

type Props = Omit<InputProps, 'type' | 'autoComplete'> & {
  /** Password managers need to know which one this is. */
  autoComplete: 'current-password' | 'new-password'
}

export function PasswordInput({ className, ...rest }: Props) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input
        {...rest}
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="none"
        className={cn('pr-10 max-sm:pr-12', className)}
      />
      <button
        type="button"
        aria-label="Show password"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-1 right-1 flex w-8 items-center max-sm:inset-y-0 max-sm:right-0 max-sm:w-11 justify-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground"
      >
        <Icon />
      </button>
    </div>
  )
}
