'use client'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonProps, buttonVariants } from './button'
import { cn } from './cn'

type Props = ComponentProps<typeof Link> & {
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  icon?: ReactNode
}

/** A link that looks like a button: for going somewhere. */
export const LinkButton = ({ variant, size, icon, className, children, ...rest }: Props) => (
  <Link
    {...rest}
    data-variant={variant}
    className={cn(buttonVariants({ variant, size }), className)}
  >
    {icon}
    {children}
  </Link>
)
