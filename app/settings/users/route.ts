import { redirect } from 'next/navigation'

/** Where the people of an organization were before they had an entry of their own (facts §6.2). */
export const GET = () => redirect('/users')
