import { newKeyText } from '../tokens'
import type { Ids } from './rows'

const rule = {
  name: 'Deploys of main',
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'gatehouse',
  subject: 'repo:halden/robots:ref:refs/heads/main',
}

/** Inputs of how accounts sign in without a key. */
export const inputsOfTrust = ({ account, tr, ck }: Ids): Record<string, unknown> => ({
  'client_key.add': { accountId: account, name: 'builder', publicKey: newKeyText },
  'client_key.remove': { keyId: ck },
  'token.change_life': { accountId: account, seconds: 900 },
  'token.introspect': { clientId: account, tokenId: 'tok_unknown', hash: 'a'.repeat(64) },
  'token.issue': { clientId: account },
  'token.revoke': { clientId: account, tokenId: 'tok_unknown', hash: 'a'.repeat(64) },
  'token.revoke_of_account': { accountId: account },
  'trust.list': { accountId: account },
  'trust.test': { accountId: account, token: '{"sub": "repo:halden/robots"}' },
  'trust_rule.change': { ruleId: tr, ...rule, name: 'Deploys' },
  'trust_rule.create': { accountId: account, ...rule },
  'trust_rule.delete': { ruleId: tr },
  'trust_rule.get': { ruleId: tr },
})
