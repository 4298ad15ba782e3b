'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Place } from './place'

const Context = createContext<Place | null>(null)

/** The cloud or project that the rows below are about. */
export const PlaceProvider = ({ place, children }: { place: Place; children: ReactNode }) => (
  <Context.Provider value={place}>{children}</Context.Provider>
)

export function usePlace(): Place {
  const place = useContext(Context)
  if (!place) throw new Error('usePlace needs a PlaceProvider above it')
  return place
}
