import type { ReactNode } from 'react'
import { PageHeader, PageTabs } from '@/components/layout/page'

type Props = { children: ReactNode }

/** What the pages of roles share. */
export const RolesFrame = ({ children }: Props) => (
  <>
    <PageHeader
      title="Roles"
      api={{
        method: 'GET',
        path: '/api/v2/openapi.json',
        note: 'Names the permission that each call needs, as x-permission.',
      }}
      description="What each role may do. The same table decides every request."
    />
    <PageTabs
      label="Roles"
      tabs={[
        { href: '/roles', label: 'Matrix' },
        { href: '/roles/compare', label: 'Compare' },
      ]}
    />
    {children}
  </>
)
