import { CompareScreen } from '@/components/roles/compare-screen'
import { signedIn } from '@/lib/transport/page'

export const metadata = { title: 'Compare roles' }

export default async function ComparePage() {
  await signedIn()
  return <CompareScreen />
}
