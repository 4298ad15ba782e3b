import { firstPeople } from './people-first'
import { formerPeople } from './people-gone'
import { latinPeople } from './people-latin'
import { otherPeople } from './people-other'

const at = (local: string) => `${local}@halden.example`

export const ingrid = { name: 'Ingrid Solheim-Bjørnstad', email: at('ingrid.solheim') }
export const siobhan = { name: 'Siobhán O’Donnell-Ní Bhriain', email: at('siobhan.odonnell') }
export const priyanka = { name: 'Priyanka Venkataraghavan', email: at('priyanka.venkataraghavan') }
export const maximiliano = at('maximiliano.fernandez-de-cordoba')
export const casper = at('casper.halvorsen')
export const emre = at('emre.yildirim')
export const agnieszka = at('agnieszka.wojcik')
export const thandiwe = at('thandiwe.nkosi')
export const rafael = at('rafael.monteverde')
export const oleksandra = at('oleksandra.kovalenko')
export const wolfgang = at('w.illmensee')
export const chukwuemeka = at('c.oyelaran')
export const leonidas = at('l.papadopoulos')
export const kenta = at('kenta.sato')
export const ryo = at('ryo.matsumoto')
export const tom = 'tom@brightwell-consulting.example'

/** Added without an invitation; nobody has used their accounts yet. */
export const added = new Set([
  at('nimal.wickramasinghe'),
  at('devendra.bhattacharyya'),
  at('ximena.nanculeo'),
])

/** Founded it and has been there ever since; everybody else was invited. */
export const present = [...firstPeople, ...latinPeople, ...otherPeople]
export const former = formerPeople

/** Owners who invite, as long as they are owners. */
export const recruiters = [ingrid.email, maximiliano, siobhan.email, casper, emre, agnieszka]

/** Whoever does something besides signing in has to be signed in for it. */
export const busy = new Set([
  ...recruiters,
  priyanka.email,
  oleksandra,
  wolfgang,
  chukwuemeka,
  kenta,
  ryo,
])
