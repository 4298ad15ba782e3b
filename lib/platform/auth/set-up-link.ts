import 'server-only'
import { tokenPrefixes } from '@/lib/domain/tokens'
import { mac, sameText } from '../crypto/hash'
import { env } from '../env'

// The same in every process and after a restart, without a row; worthless once an organization exists.
const setUpToken = () => tokenPrefixes.set_up + mac('set-up', 'first owner')

/** Where the first owner sets Gatehouse up: printed in the server's terminal, shown nowhere else. */
export const setUpLink = (): string => `${env.PUBLIC_URL}/set-up?token=${setUpToken()}`

export const isSetUpToken = (token: string): boolean => sameText(token, setUpToken())
