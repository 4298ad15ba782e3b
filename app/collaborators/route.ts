import { redirect } from 'next/navigation'

/** The official client prints this address beside the people of an organization. */
export const GET = () => redirect('/users')
