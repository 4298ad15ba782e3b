'use client'
import { useLayoutEffect } from 'react'
import { setTheme, useTheme } from '@/lib/client/theme'

/**
 * Where the server's HTML broke off, React makes the whole document in the browser and runs no script in it; then
 * this does what the theme script of the root layout would have done.
 */
export function AppliedTheme() {
  const theme = useTheme()
  useLayoutEffect(() => setTheme(theme), [theme])
  return null
}
