import { expect, test } from 'vitest'
import { isolated } from './isolated'

test.each(['محمد الفارسي', 'אביגיל (HR)', 'Noor نور 24', '𐤀𐤁', 'ﷺ'])('%s is set apart', (name) =>
  expect(isolated(name)).toBe(`\u2068${name}\u2069`),
)

test.each(['Zoë', '渡辺 さくら', '👩🏽‍🚀', 'Олена', 'X', ''])('%s stays as it is', (name) =>
  expect(isolated(name)).toBe(name),
)
