/** What is set by utilities of one property; longest first. merge-classes.test.ts holds it against tailwind-merge. */
const properties =
  'pointer-events outline-offset justify-items border-spacing translate-x translate-y divide-y divide-x overflow-x overflow-y whitespace scroll-pt scroll-pb scroll-py ' +
  'rotate rounded-t rounded-b rounded-l rounded-r grid-cols grid-rows transition duration overflow tracking ' +
  'inset-x inset-y animate justify rounded opacity leading cursor bottom shadow divide shrink items basis ' +
  'min-w max-w min-h max-h gap-x gap-y right inset select align grow size fill left list top gap ' +
  'self px py pt pr pb pl mx my mt mr mb ml bg p m w h z'
const known = properties.split(' ')

const words: Record<string, string> = {}
const alike: Record<string, string> = {
  display: 'block inline inline-block flex inline-flex grid inline-grid contents hidden table',
  position: 'static relative absolute fixed sticky',
  decoration: 'underline no-underline line-through',
  'text-overflow': 'truncate text-ellipsis text-clip',
  'text-align': 'text-left text-center text-right text-start text-end',
  'border-style': 'border-solid border-dashed border-dotted border-none',
  'border-collapse': 'border-collapse border-separate',
  'flex-direction': 'flex-row flex-col flex-row-reverse flex-col-reverse',
  'flex-wrap': 'flex-wrap flex-nowrap',
  'font-family': 'font-sans font-mono',
}
for (const [group, names] of Object.entries(alike)) {
  for (const name of names.split(' ')) words[name] = group
}

/** The wider property takes these with it. */
const covers: Record<string, string> = {
  p: 'px py pt pr pb pl',
  px: 'pr pl',
  py: 'pt pb',
  m: 'mx my mt mr mb ml',
  mx: 'mr ml',
  my: 'mt mb',
  inset: 'inset-x inset-y top right bottom left',
  'inset-x': 'right left',
  'inset-y': 'top bottom',
  size: 'w h',
  gap: 'gap-x gap-y',
  overflow: 'overflow-x overflow-y',
  rounded: 'rounded-t rounded-b rounded-l rounded-r',
  border: 'border-x border-y border-t border-r border-b border-l',
  'border-x': 'border-r border-l',
  'border-y': 'border-t border-b',
  flex: 'basis grow shrink',
  'text-size': 'leading',
  'scroll-py': 'scroll-pt scroll-pb',
}

function groupOf(utility: string): string | undefined {
  const name = utility.replace(/^-/, '')
  if (words[name]) return words[name]
  if (name.startsWith('text-')) {
    return /^text-(\d*x[sl]|sm|base|lg|\[\d)/.test(name) ? 'text-size' : 'text-color'
  }
  if (name.startsWith('stroke-')) return /^stroke-\d/.test(name) ? 'stroke-width' : 'stroke'
  if (name === 'border') return 'border'
  if (/^border-[xytrbl](-|$)/.test(name)) return name.slice(0, 8)
  const property = known.find((each) => name === each || name.startsWith(`${each}-`))
  if (property) return property
  for (const [prefix, group] of [
    ['border-', 'border-color'],
    ['flex-', 'flex'],
    ['font-', 'font-weight'],
  ] as const) {
    if (name.startsWith(prefix)) return group
  }
  return undefined
}

/** "dark:hover:bg-accent" → "dark:hover:" and "bg-accent"; colons inside brackets are not between them. */
function split(name: string): [string, string] {
  let depth = 0
  let from = 0
  for (let at = 0; at < name.length; at++) {
    const letter = name[at]
    if (letter === '[' || letter === '(') depth++
    else if (letter === ']' || letter === ')') depth--
    else if (letter === ':' && depth === 0) from = at + 1
  }
  return [name.slice(0, from), name.slice(from)]
}

const merged = new Map<string, string>()

/** Of two classes that set the same under the same condition, the later one stays. */
export function mergeClasses(text: string): string {
  const before = merged.get(text)
  if (before !== undefined) return before
  const set = new Set<string>()
  const kept: string[] = []
  for (const name of text.split(/\s+/).reverse()) {
    const [condition, utility] = split(name)
    const group = groupOf(utility)
    if (group && set.has(condition + group)) continue
    kept.push(name)
    if (!group) continue
    for (const each of [group, ...(covers[group]?.split(' ') ?? [])]) set.add(condition + each)
  }
  const result = kept.reverse().join(' ')
  if (merged.size > 2_000) merged.clear()
  merged.set(text, result)
  return result
}
