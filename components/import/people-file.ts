import { type ParseStepResult, parse } from 'papaparse'
import { original } from '@/lib/domain/csv'
import { shown } from '@/lib/domain/email'
import { parsePersonEmail } from '@/lib/domain/service-account'
import { type OrganizationRole, organizationRoles } from '@/lib/domain/roles'

export const MAX_ROWS = 5_000

/** One record of the file: where it begins, and what it says. `role` null: the file names none. */
export type FileRow = { line: number; given: string; role: OrganizationRole | null } & (
  | { email: string; fault?: undefined }
  | { email?: undefined; fault: string }
) & { roleFault?: string }

export type PeopleFile =
  | { ok: true; rows: FileRow[]; hasRoles: boolean }
  | { ok: false; fault: string }

/** The plainest name first: beside “email”, another column may be called “mail address” or “user email”. */
const headers = {
  email: [
    /^e-?mails?$/,
    /^(mail|e-?mail[ _-]?address(es)?|mail[ _-]?address)$/,
    /^(user|work|primary|login)[ _-]?e-?mail([ _-]?address)?$/,
  ],
  role: [/^org(ani[sz]ation)?[ _-]?role$/, /^role$/],
  kind: [/^kind$/],
}
type Columns = { email: number; role: number; kind: number }
type Record = { cells: string[]; line: number }

/** People to invite out of CSV, or of a plain list. Columns are known by their header; without one, by an address. */
export function readPeople(text: string): PeopleFile {
  const read = recordsOf(text)
  if ('fault' in read) return { ok: false, fault: read.fault }
  const [first, ...rest] = read.records
  if (!first) return { ok: false, fault: 'There is nothing in it. Each person needs a line.' }
  const named = columnsOf(first.cells)
  const columns = named ?? headless(first.cells)
  if (!columns) {
    return {
      ok: false,
      fault:
        'No column with email addresses was found. Name one of them “email” in the first line.',
    }
  }
  const records = named ? rest : read.records
  if (records.length === 0) {
    return { ok: false, fault: 'Only the first line was found. Each person needs a line below it.' }
  }
  if (records.length > MAX_ROWS) {
    return {
      ok: false,
      fault: 'There are more than 5,000 rows in it. Split it and import each part.',
    }
  }
  return {
    ok: true,
    rows: records.map((record) => rowOf(record, columns)),
    hasRoles: columns.role >= 0,
  }
}

function recordsOf(text: string): { records: Record[] } | { fault: string } {
  const records: Record[] = []
  let line = 1
  let from = 0
  let open: number | undefined
  parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t'],
    step({ data, errors, meta }: ParseStepResult<string[]>, parser) {
      if (errors.some(({ type }) => type === 'Quotes')) open ??= line
      const cells = data.map((cell) => original(cell).trim())
      if (cells.some((cell) => cell !== '')) records.push({ cells, line })
      line += breaksIn(text.slice(from, meta.cursor))
      from = meta.cursor
      if (records.length > MAX_ROWS + 1) parser.abort()
    },
  })
  if (open !== undefined) {
    return {
      fault: `A quote that begins on line ${open} is not closed as CSV has it. Mend that line.`,
    }
  }
  return { records }
}

const breaksIn = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0

function columnsOf(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  )
  const at = (patterns: readonly RegExp[]) =>
    patterns
      .map((pattern) => names.findIndex((name) => pattern.test(name)))
      .find((place) => place >= 0) ?? -1
  const email = at(headers.email)
  return email < 0 ? null : { email, role: at(headers.role), kind: at(headers.kind) }
}

/** The first line is a person already: the column in which an address stands, or could be meant to. */
function headless(cells: readonly string[]): Columns | null {
  const email = cells.findIndex((cell) => cell.includes('@'))
  return email < 0 ? null : { email, role: -1, kind: -1 }
}

function rowOf({ cells, line }: Record, columns: Columns): FileRow {
  const given = cells[columns.email] ?? ''
  const says = (cells[columns.role] ?? '').toLowerCase()
  const role = organizationRoles.find((known) => known === says) ?? null
  const roles = {
    role,
    ...(says &&
      !role && { roleFault: `${shown(says)} is not a role. Write owner or collaborator.` }),
  }
  if (cells[columns.kind]?.toLowerCase() === 'service_account') {
    return { line, given, ...roles, fault: 'A service account is not invited.' }
  }
  const parsed = parsePersonEmail(/<([^<>]*)>\s*$/.exec(given)?.[1] ?? given)
  if (!parsed.ok) return { line, given, ...roles, fault: parsed.fault }
  return { line, given, ...roles, email: parsed.email }
}
