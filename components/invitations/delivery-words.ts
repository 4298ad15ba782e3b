import type { Delivery } from '@/lib/modules/invitations/invitation'

/** How those that were made reach their people. */
export function deliveryWords(delivery: Delivery, mailIsSetUp: boolean, made: number): string {
  if (delivery === 'mail') return 'Pending invites says whether each mail was delivered.'
  const pass = made === 1 ? 'Pass the link on yourself.' : 'Pass each link on yourself.'
  if (mailIsSetUp) return `No mail was sent. ${pass}`
  return `Mail is not set up on this server, so nothing was sent. ${pass}`
}
