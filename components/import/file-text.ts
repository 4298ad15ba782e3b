export type FileText = { ok: true; text: string } | { ok: false; fault: string }

export const MAX_BYTES = 2_000_000

export const tooLarge =
  'This file is larger than 2 MB. Split it, or keep only the column with email addresses.'
const refuse = (fault: string): FileText => ({ ok: false, fault })

/** The text of a file that somebody chose, if it is one: UTF-8, with or without a byte order mark. */
export function textOfFile(bytes: Uint8Array): FileText {
  if (bytes.length > MAX_BYTES) return refuse(tooLarge)
  if (isUtf16(bytes)) {
    return refuse('This file is in UTF-16. Save it as “CSV UTF-8” and choose it again.')
  }
  const kind = knownKinds.find(({ start }) => start.every((byte, place) => bytes[place] === byte))
  if (kind) return refuse(kind.fault)
  if (bytes.includes(0)) {
    return refuse('This is not a text file. Save the table as CSV and choose that file.')
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return refuse('This file is not in UTF-8. Save it as “CSV UTF-8” and choose it again.')
  }
}

const knownKinds = [
  {
    start: [0x50, 0x4b, 3, 4],
    fault: 'This is a workbook, not a CSV file. Save its sheet as “CSV UTF-8” and choose that.',
  },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    fault: 'This is a workbook, not a CSV file. Save its sheet as “CSV UTF-8” and choose that.',
  },
  { start: [0x25, 0x50, 0x44, 0x46], fault: 'This is a PDF. Choose a CSV file.' },
]

/** With its mark; or without it, Latin letters with a zero beside each. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const head = bytes.subarray(0, 400)
  const zeros = head.filter((byte) => byte === 0).length
  return zeros > 0 && zeros >= Math.floor(head.length / 2) - 2 && head.length > 7
}
