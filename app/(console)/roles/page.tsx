import { RolesScreen } from '@/components/roles/roles-screen'
import { signedIn } from '@/lib/transport/page'

export const metadata = { title: 'Roles' }

export default async function RolesPage() {
  await signedIn()
  return <RolesScreen />
}
