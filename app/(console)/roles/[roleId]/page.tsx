import { notFound } from 'next/navigation'
import { RoleScreen } from '@/components/roles/role-screen'
import { roleById } from '@/components/roles/role-table'
import { signedIn } from '@/lib/transport/page'

type Props = { params: Promise<{ roleId: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: roleById((await params).roleId)?.label ?? 'Roles' }
}

export default async function RolePage({ params }: Props) {
  await signedIn()
  const role = roleById((await params).roleId)
  if (!role) notFound()
  return <RoleScreen role={role} />
}
