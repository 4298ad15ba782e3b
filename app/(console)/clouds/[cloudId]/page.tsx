import { redirect } from 'next/navigation'
import { cloudHref } from '@/components/clouds/cloud-href'
import { type CloudParams, readCloud } from './cloud'

export default async function CloudPage({ params }: CloudParams) {
  const { found } = await readCloud((await params).cloudId)
  redirect(found.ok ? cloudHref(found.data) : '/clouds')
}
