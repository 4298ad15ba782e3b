import { expect, test } from 'vitest'
import { handedWords, handOverInput, ownedThings } from './heirs'

const cloud = { id: 'cld_1', name: 'prod' }
const left = {
  clouds: {
    count: 2,
    more: false,
    rows: [
      { ...cloud, owns: true, made: false, otherOwners: [] },
      { id: 'cld_2', name: 'made only', owns: false, made: true, otherOwners: [] },
    ],
  },
  projects: {
    count: 1,
    more: false,
    rows: [{ id: 'prj_1', name: 'grasp', owns: true, made: true, otherOwners: ['Ada'], cloud }],
  },
}

test('what is owned by a role is handed over; what was only made is not', () => {
  expect(ownedThings(left as never).map(({ id, on }) => [id, on])).toEqual([
    ['cld_1', null],
    ['prj_1', 'prod'],
  ])
})

test('only what got an heir is sent, and said on the button', () => {
  const tom = { id: 'ide_tom', name: 'Tom' }
  expect(handOverInput({ cld_1: tom, prj_1: tom })).toEqual([
    { cloudId: 'cld_1', to: 'ide_tom' },
    { projectId: 'prj_1', to: 'ide_tom' },
  ])
  expect(handedWords({})).toBe('')
  expect(handedWords({ prj_1: tom, prj_2: tom })).toBe('2 projects')
  expect(handedWords({ cld_1: tom, prj_1: tom })).toBe('1 cloud and 1 project')
})
