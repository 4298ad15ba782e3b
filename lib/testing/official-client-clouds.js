// @ts-check

/**
 * @typedef {import('./official-client.js').Case} Case
 * @typedef {(run: string[], says: RegExp, exit?: number) => Case} Asked
 * @param {{ one: Asked, other: Asked, email: string }} who an owner, and a collaborator of this address
 * @returns {Case[]} clouds, projects and who may use them, made by the generated client where no command makes them
 */
export function cloudCases({ one, other, email }) {
  const address = email.replace(/[.+]/g, '\\$&')
  const add = (/** @type {string} */ file) => [
    'cloud',
    'add-collaborators',
    '-c',
    'lab',
    '--users-file',
    file,
  ]
  const addTo = (/** @type {string} */ project, /** @type {string} */ file) => {
    return ['project', 'add-collaborators', '-c', 'lab', '-p', project, '--users-file', file]
  }
  return [
    one(['clouds.py', 'prod', 'lab'], /prod cld_\w+ True\nlab (?<cloud>cld_\w+) False/),
    one(['cloud', 'list', '-o', 'json'], /"lab"[\s\S]*"prod"/),
    one(['cloud', 'list', '-n', 'lab'], /Fetched 1 clouds/),
    one(['cloud', 'get', '-n', 'lab'], /name: lab\nid: cld_\w+\nresources: \[\]/),
    one(['cloud', 'get', '--cloud-id', '{cloud}'], /name: lab/),
    one(['cloud', 'get', '-n', 'nowhere'], /Cloud not found/, 1),
    one(['cloud', 'get-default', '-o', 'json'], /"name": "prod"/),
    one(['cloud', 'set-default', '-n', 'lab'], /Updated default cloud to lab/),
    one(['cloud', 'get-default'], /name: lab[\s\S]*is_default: true/),
    other(['cloud', 'list'], /No clouds found/),
    other(['cloud', 'get', '-n', 'lab'], /Cloud not found/, 1),
    one(add('{write_file}'), /added 1 collaborators to cloud lab/),
    one(add('{write_file}'), /already has permissions for this cloud\./, 1),
    other(['cloud', 'get', '-n', 'lab'], /name: lab/),
    other(['cloud', 'set-default', '-n', 'lab'], /Only owners can choose the default cloud/, 4),
    other(add('{write_file}'), /Only owners of the cloud can /, 1),
    one(['cloud', 'update', '-n', 'lab', '--enable-auto-add-user'], /successfully enabled/),
    one(
      ['cloud', 'update', '-n', 'lab', '--enable-auto-add-user'],
      /already|Cloud update completed/,
    ),
    one(['cloud', 'update', '-n', 'lab', '--disable-auto-add-user'], /successfully disabled/),
    one(
      ['project', 'create', '-n', 'grasp', '--cloud-id', '{cloud}', '-d', 'Policies'],
      /Created project 'grasp' with ID: (?<project>prj_\w+)/,
    ),
    one(['project', 'create', '-n', 'grasp', '--cloud-id', '{cloud}', '-d', ''], /already/, 1),
    one(['project', 'list', '--cloud-id', '{cloud}', '-o', 'json'], /"default"[\s\S]*"grasp"/),
    one(['project', 'list', '-n', 'GRAS', '--exclude-defaults'], /Fetched 1 projects/),
    one(['project', 'list', '--sort', '-NAME'], /grasp[\s\S]*default[\s\S]*Fetched 3 projects/),
    one(['project', 'get', '-i', '{project}'], /description: Policies[\s\S]*is_owner: true/),
    other(['project', 'get', '-i', '{project}'], /There is no such cloud or project/, 1),
    one(['project', 'get-default', '--cloud-id', '{cloud}'], /is_default: true/),
    one(addTo('grasp', '{readonly_file}'), /added 1 collaborators to project grasp/),
    one(addTo('grasp', '{readonly_file}'), /already has permissions for this project\./, 1),
    one(addTo('nothing', '{readonly_file}'), /Project 'nothing' was not found/, 1),
    other(['project', 'get', '-i', '{project}'], /is_read_only: true/),
    one(
      ['user', 'list-permissions'],
      new RegExp(
        `"org_owners"[\\s\\S]*"project_name": "grasp",\\s*"role": "readonly"[\\s\\S]*${address}`,
      ),
    ),
    other(['user', 'list-permissions'], /Only owners can see the access of others/, 1),
    other(['project', 'delete', '-i', '{project}'], /Only owners of the project can /, 1),
    one(['project', 'delete', '-i', '{project}'], /Deleted project/),
    one(['cloud', 'delete', '-n', 'prod', '-y'], /Deleted cloud with name prod/),
    one(['cloud', 'delete', '-n', 'lab', '-y'], /Deleted cloud with name lab/),
    one(['cloud', 'get-default'], /no default cloud/, 1),
  ]
}
