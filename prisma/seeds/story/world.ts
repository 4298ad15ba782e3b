import { randomText } from '@/lib/domain/random'
import { newPerson } from '@/lib/modules/persons/person'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { newSignInPassword } from './passwords'
import { emptyRows, type PersonRow, type Rows } from './rows'

/** Somebody with sign-in data; everybody else has a password that nobody knows. */
export type Known = { name: string; email: string }

/** One moment, the people across its organizations, and the rows that come of it. */
export class World {
  readonly rows = emptyRows()
  private readonly hashes = new Map<string, string>()

  private constructor(
    readonly now: Date,
    private readonly hash: typeof hashPassword,
    private readonly sharedHash: string,
    private readonly write: ((rows: Rows) => Promise<void>) | null,
  ) {}

  // argon2 is slow by design: one hash for all those who never sign in.
  static async begin(
    now: Date,
    hash = hashPassword,
    write: ((rows: Rows) => Promise<void>) | null = null,
  ): Promise<World> {
    return new World(now, hash, await hash(randomText('0123456789abcdef', 64)), write)
  }

  /** Writes what has been told and forgets it, so that a world may be larger than the memory. */
  async flush(): Promise<void> {
    if (!this.write) return
    await this.write(this.rows)
    for (const rows of Object.values(this.rows)) rows.length = 0
  }

  /** Gives somebody a password before they join. Returns it; only its hash stays. */
  async knows({ name, email }: Known, organizationName: string): Promise<string> {
    const password = newSignInPassword({ personName: name, email, organizationName })
    this.hashes.set(email, await this.hash(password))
    return password
  }

  hashOf = (email: string): string => this.hashes.get(email) ?? this.sharedHash

  /** The account that accepts: the proven one of the address, that of this organization alone, or a new one. */
  account({ name, email }: Known, standing: PersonRow['homeOrganizationId'], now: Date): PersonRow {
    const accounts = this.rows.people.filter((person) => person.email === email)
    const found =
      accounts.find(({ emailProvenAt }) => emailProvenAt) ??
      accounts.find(({ homeOrganizationId }) => homeOrganizationId === standing)
    if (found) return found
    if (!standing && accounts.length > 0) throw new Error(`${email} would take over an account.`)
    const person = newPerson({
      email,
      name,
      passwordHash: this.hashOf(email),
      standing: standing ? { homeOrganizationId: standing } : 'proven',
      now,
    })
    this.rows.people.push(person)
    return person
  }
}
