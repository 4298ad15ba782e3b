import { expect, test } from 'vitest'
import { parseApiKey } from '@/lib/domain/api-key'
import { mintKey } from './keys.js'

test('the keys of the bench are such as the program makes', () => {
  for (let turn = 0; turn < 50; turn++) expect(parseApiKey(mintKey())).not.toBeNull()
})
