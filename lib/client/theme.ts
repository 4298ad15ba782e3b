'use client'
import { useSyncExternalStore } from 'react'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const key = 'theme'
const listeners = new Set<() => void>()

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)')

function read(): Theme {
  const stored = localStorage.getItem(key)
  return themes.find((theme) => theme === stored) ?? 'system'
}

function apply() {
  const theme = read()
  const dark = theme === 'dark' || (theme === 'system' && darkSystem().matches)
  document.documentElement.classList.toggle('dark', dark)
  for (const listener of listeners) listener()
}

export function setTheme(theme: Theme) {
  localStorage.setItem(key, theme)
  apply()
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    darkSystem().addEventListener('change', apply)
    addEventListener('storage', apply)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    darkSystem().removeEventListener('change', apply)
    removeEventListener('storage', apply)
  }
}

export const useTheme = () => useSyncExternalStore<Theme>(subscribe, read, () => 'system')
