import 'server-only'
import { env } from '../env'

/** The address that brings people to one organization (facts §2). It is no secret and lets nobody in by itself. */
export const registrationLink = (organizationId: string): string =>
  new URL(`/register?organizationId=${organizationId}`, env.PUBLIC_URL).href

/** A page of the console, as mail links to it: whoever is signed in to another organization is asked before they see it. */
export function consoleLink(path: string, organizationId: string): string {
  const link = new URL(path, env.PUBLIC_URL)
  link.searchParams.set('organizationId', organizationId)
  return link.href
}
