import 'server-only'
import { env } from '../env'
import { mailIsSetUp } from './mail'

/** Whether this installation lets people sign in by a link that is mailed to them. */
export const emailLinksAreOn = (): boolean => env.SIGN_IN_BY_EMAIL_LINK === 'on' && mailIsSetUp()
