import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look'
import { cn } from './cn'

type Props = ComponentProps<typeof Link> & ButtonLook & { icon?: ReactNode }

/** A link that looks like a button: for going somewhere. */
export const LinkButton = ({ variant, size, icon, className, children, ...rest }: Props) => (
  <Link {...rest} data-variant={variant} className={cn(buttonLook({ variant, size }), className)}>
    {icon}
    {children}
  </Link>
)
