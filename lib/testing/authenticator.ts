import {
  createHash,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (text: string) => createHash('sha256').update(text).digest()
const VERIFIED = 0x05 // user present and verified
const WITH_KEY = 0x40

type Place = { origin?: string; rpId?: string; flags?: number }
type Told = { challenge: string; user?: unknown }

/** A passkey as a phone would keep it: made for one question, it signs others. ES256, no attestation. */
export class Authenticator {
  readonly id = randomBytes(32)
  counter = 0
  #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #user: string | undefined
  constructor(readonly place: Place = {}) {}

  create({ challenge, user }: Told, place = this.place) {
    this.#user = (user as { id?: string } | undefined)?.id
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const key = [Buffer.alloc(16), length, this.id, coseOf(this.#keys.publicKey)]
    const data = Buffer.concat([this.#data(place, WITH_KEY), ...key])
    // CBOR: { fmt: 'none', attStmt: {}, authData }
    const head = Buffer.from('a363666d74646e6f6e656761747453746d74a06861757468446174615900', 'hex')
    const size = Buffer.from([data.length])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64url(clientData('webauthn.create', challenge, place)),
        attestationObject: base64url(Buffer.concat([head, size, data])),
        transports: ['internal'],
      },
    }
  }

  get({ challenge }: Told, place = this.place) {
    this.counter += 1
    const client = clientData('webauthn.get', challenge, place)
    const data = this.#data(place, 0)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(createSign('sha256').update(signed).sign(this.#keys.privateKey)),
        ...(this.#user && { userHandle: this.#user }),
      },
    }
  }

  #credential() {
    const id = base64url(this.id)
    return { id, rawId: id, type: 'public-key' as const }
  }

  #data({ rpId = 'localhost', flags = VERIFIED }: Place, more: number) {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | more]), counter])
  }
}

const clientData = (type: string, challenge: string, { origin = 'http://localhost:3000' }: Place) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** COSE (RFC 9053): { 1: 2, 3: -7, -1: 1, -2: x, -3: y }. */
function coseOf(key: KeyObject) {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.from('a5010203262001', 'hex')
  const bytes = (label: number, value: string) => [
    Buffer.from([label, 0x58, 0x20]),
    Buffer.from(value, 'base64url'),
  ]
  return Buffer.concat([head, ...bytes(0x21, x), ...bytes(0x22, y)])
}
