import { redirect } from 'next/navigation'

/** Where the console of the system we stand for has them. */
export const GET = () => redirect('/service-accounts')
