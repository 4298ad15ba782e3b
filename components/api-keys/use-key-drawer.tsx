'use client'
import { useDrawer } from '@/components/layout/use-drawer'
import { lazily } from '@/components/ui/lazily'

const KeyDetail = lazily(() => import('./key-detail').then((m) => m.KeyDetail), { soon: true })

/** The drawer of one key (`?key=`), to look at it. */
export function useKeyDrawer() {
  const drawer = useDrawer('key')
  return {
    open: ({ id }: { id: string }) => drawer.open(id),
    dialog: drawer.id && <KeyDetail keyId={drawer.id} onClose={drawer.close} />,
  }
}
