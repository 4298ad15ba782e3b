'use client'
import type { ComponentProps } from 'react'
import { useViewer } from '@/components/access/viewer'
import { DeedFrame } from './deed-frame'

type Props = Omit<ComponentProps<typeof DeedFrame>, 'title' | 'description' | 'label'> & {
  /** "Remove": of the title and of the button. */
  verb: string
  /** On the button, when it does more than the title says. */
  label?: string
  /** "From" or "In", before the organization. */
  where: string
  name: string
}

/** A deed on one person that ends something in the organization. */
export function DeedDialog({ verb, label, where, name, ...props }: Props) {
  const { organizationName } = useViewer()
  const deed = (
    <>
      {verb} <bdi>{name}</bdi>
    </>
  )
  return (
    <DeedFrame
      inAddress
      {...props}
      title={<>{deed}?</>}
      description={
        <>
          {where} <bdi>{organizationName}</bdi>. Other organizations are not affected.
        </>
      }
      label={label || deed}
    />
  )
}
