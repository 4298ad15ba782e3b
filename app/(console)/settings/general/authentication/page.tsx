import { Prefetched } from '@/components/console-frame/prefetched'
import { AuthenticationScreen } from '@/components/policy/authentication-screen'
import { previewPolicy } from '@/lib/modules/policy/queries/preview-policy'
import { readPolicy } from '@/lib/modules/policy/queries/read-policy'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Authentication' }

export default async function AuthenticationPage() {
  const { state, found } = await prefetch(readPolicy, {})
  if (!found.ok) return null // the layout says why
  const preview = await prefetch(previewPolicy, {})
  return (
    <Prefetched reads={[state, preview.state]}>
      <AuthenticationScreen />
    </Prefetched>
  )
}
