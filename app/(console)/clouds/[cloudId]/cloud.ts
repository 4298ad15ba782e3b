import { cache } from 'react'
import { isolated } from '@/lib/domain/isolated'
import { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { prefetch } from '@/lib/transport/page'

export type CloudParams = { params: Promise<{ cloudId: string }> }

/** Read once a request: the title needs it, and the page. */
export const readCloud = cache((cloudId: string) => prefetch(getCloud, { cloudId }))

export const cloudTitle = async ({ params }: CloudParams) => {
  const { found } = await readCloud((await params).cloudId)
  return { title: found.ok ? isolated(found.data.name) : 'Clouds' }
}
