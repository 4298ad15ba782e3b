import { redirect } from 'next/navigation'

/** The oldest name of the same page (facts §6.2). */
export const GET = () => redirect('/users')
