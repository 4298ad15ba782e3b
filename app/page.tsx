import { redirect } from 'next/navigation'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { read } from '@/lib/transport/page'

/** Those who may see the people begin there, everybody else at their own access. */
export default async function HomePage() {
  const found = await read(currentOrganization, {})
  redirect(found.ok && found.data.people !== undefined ? '/users' : '/my-access')
}
