'use client'
import Link from 'next/link'
import { useEffect, useEffectEvent, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { dropMissing, type Missing, missingOf } from './unfinished'

type Props = { account: { id: string; name: string } }

/** Right after its creation: which role or key is missing, and why. */
export function UnfinishedNotice({ account: { id, name } }: Props) {
  const viewer = useViewer()
  const [missing, setMissing] = useState<Missing[]>([])
  const read = useEffectEvent(() => setMissing(missingOf(viewer, id)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another account, other things are missing
  useEffect(() => read(), [id])
  if (missing.length === 0) return null
  return (
    <Banner
      tone="warning"
      className="mt-4"
      title={
        <>
          <bdi>{name}</bdi> was created, but not everything that it was to have
        </>
      }
      action={
        <Button
          size="small"
          onClick={() => {
            dropMissing(viewer, id)
            setMissing([])
          }}
        >
          Close
        </Button>
      }
    >
      <ul>
        {missing.map(({ what, why, href }) => (
          <li key={what}>
            {href ? (
              <Link href={href} className="link">
                <bdi>{what}</bdi>
              </Link>
            ) : (
              <bdi className="font-medium text-foreground">{what}</bdi>
            )}{' '}
            is missing. <bdi>{why}</bdi>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
