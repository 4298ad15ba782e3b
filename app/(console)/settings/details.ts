import { cache } from 'react'
import { organizationDetails } from '@/lib/modules/organizations/queries/organization-details'
import { prefetch } from '@/lib/transport/page'

/** Read once a request: the layout asks whether one may see it, the page shows it. */
export const readDetails = cache(() => prefetch(organizationDetails, {}))
