'use client'
import { useEffect, useState } from 'react'

/** What is typed, once there is a pause; emptied at once. */
export function useSettled(text: string, milliseconds = 200): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text ? milliseconds : 0)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return text ? settled : text
}
