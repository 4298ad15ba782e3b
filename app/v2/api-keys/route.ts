import { redirect } from 'next/navigation'

/** The official client prints this address when it has no key. */
export const GET = () => redirect('/api-keys')
