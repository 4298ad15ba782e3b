'use client'
import { useDenial } from '@/components/access/viewer'
import { PageTabs } from '@/components/layout/page'

const tabs = [
  { label: 'Yours', href: '/api-keys' },
  { label: 'Everybody’s', href: '/api-keys/everybody' },
]

/** For owners: between their own keys and everybody's. */
export const KeyTabs = () =>
  useDenial()('api_key.list') === null ? <PageTabs label="Whose keys" tabs={tabs} /> : null
