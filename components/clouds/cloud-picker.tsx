'use client'
import { useQuery } from '@tanstack/react-query'
import { Cloud } from 'lucide-react'
import { useState } from 'react'
import { PickerList } from '@/components/access/picker'
import { useViewer } from '@/components/access/viewer'
import { useSettled } from '@/components/members/use-settled'
import { problemOf } from '@/lib/client/problem-error'
import { fold } from '@/lib/domain/fold'
import { cloudsQuery } from './cloud-queries'
import { placeWords } from './provider-words'

const MOST = 8

type Props = { label: string; onChoose: (id: string) => void }

/** One of the clouds that the reader can reach, by part of its name. */
export function CloudPicker({ label, onChoose }: Props) {
  const { organizationId } = useViewer()
  const [text, setText] = useState('')
  const search = useSettled(text)
  const { data, error } = useQuery(
    cloudsQuery(organizationId, { ...(search && { search }), count: MOST }),
  )
  // The answer to what was typed before may still be here.
  const rows = (data?.rows ?? []).filter(({ name }) => fold(name).includes(fold(text)))
  return (
    <PickerList
      label={label}
      placeholder="Name of the cloud"
      search={{ text, onChange: setText }}
      empty={error ? problemOf(error).detail : 'No cloud matches'}
      groups={[
        {
          options: rows.map((cloud) => ({
            value: cloud.id,
            label: cloud.name,
            hint: placeWords(cloud),
            icon: <Cloud />,
          })),
        },
      ]}
      onChoose={onChoose}
    />
  )
}
