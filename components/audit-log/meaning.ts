/** gains and losses wear their sign; `same` says what stays or never was. */
export type Meaning = { sign: 'gain' | 'loss' | 'same'; text: string }

export const gain = (text: string): Meaning => ({ sign: 'gain', text })
export const loss = (text: string): Meaning => ({ sign: 'loss', text })
export const same = (text: string): Meaning => ({ sign: 'same', text })
/** Names change, access does not. */
export const nobody = (): Meaning[] => [same('Nobody’s access changed')]
