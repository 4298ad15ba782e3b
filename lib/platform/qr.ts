import 'server-only'
import { encode } from 'uqr'

/** A QR code as one path in a square of `size` units, quiet zone included: drawn here, no other host is asked. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { size, path: runs.join('') }
}
