import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Files below a folder, by their name. */
export const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => name.test(file))
    .sort()

/** Every page there is, with an address that leads to it: groups and slots are left out, ids are any. */
export const pages = filesIn('app', /\/page\.tsx$/).map((file) => ({
  file,
  path: `/${dirname(file)
    .split('/')
    .slice(1)
    .filter((part) => !/^[(@]/.test(part))
    .map((part) => part.replace(/^\[.*\]$/, 'x'))
    .join('/')}`,
}))
