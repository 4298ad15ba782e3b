import { PageTabs } from '@/components/layout/page'

/** The two pages of General. */
export const GeneralTabs = () => (
  <PageTabs
    label="General"
    tabs={[
      { href: '/settings/general', label: 'Organizational details' },
      { href: '/settings/general/authentication', label: 'Authentication' },
    ]}
  />
)
