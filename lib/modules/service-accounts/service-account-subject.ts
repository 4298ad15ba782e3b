import type { Subject } from '@/lib/domain/events'

/** A service account as the subject of an event. */
export const accountSubject = ({ id, name }: { id: string; name: string }): Subject => ({
  kind: 'service_account',
  id,
  label: name,
})
