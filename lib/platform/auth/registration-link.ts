import 'server-only'
import { env } from '../env'

/** The address that brings people to one organization (facts §2). It is no secret and lets nobody in by itself. */
export const registrationLink = (organizationId: string): string =>
  new URL(`/register?organizationId=${organizationId}`, env.PUBLIC_URL).href
