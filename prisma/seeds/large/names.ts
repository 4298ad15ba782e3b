import { fold } from '@/lib/domain/fold'
import type { Dice } from '../dice'

const words = (text: string): string[] => text.trim().split(/\s+/)

const given = words(`
  Ada Agnieszka Aiko Alejandra Amara Amélie Ana Andrés Anneke Anton Arjun Astrid Aylin Beatriz Björn Bogdan Camille
  Carlos Chiara Chidi Daniel Daria Deepa Diego Élodie Elif Emeka Emma Erik Esra Fatima Felix Fiona Francesca Gabriel
  Giulia Grace Gül Hana Hannah Hassan Håkon Helena Hiroshi Ibrahim Ines Ingrid Irina Isabel Ivan Jakub Jana Javier Jin
  João Jonas José Julia Kaito Karim Katarzyna Kavya Kenji Khadija Kofi Lars Laura Layla Lena Leonardo Liam Linh Lucía
  Łukasz Magnus Maja Malik Marek María Marta Mateo Matthias Mei Mehmet Mia Michał Mina Mohammed Nadia Naomi Nia Nikolai
  Nina Noah Noor Nuria Ola Oliver Olivia Oluwaseun Omar Oskar Pablo Paola Patricia Pavel Petra Priya Quentin Rafael
  Rania Ravi Renata Rhys Rohan Rosa Ryan Sakura Salma Samuel Sana Sanjay Sara Selin Sergei Siddharth Siobhán Sofia
  Søren Stefan Sunita Svetlana Tariq Teresa Thabo Theo Thomas Tomáš Tuuli Uche Valentina Vera Viktor Wanjiru Wei Xiulan
  Yara Yasmin Yuki Yusuf Zainab Zeynep Žofia`)

const family = words(`
  Abebe Adeyemi Ahmed Alvarez Andersen Aoki Arslan Bakker Banerjee Barbosa Bauer Becker Bergström Bianchi Björk Brandt
  Brown Cabrera Castillo Çelik Chen Cohen Costa Cruz Dąbrowska Das Dimitrov Dubois Díaz Eriksson Fernández Fischer
  Fontaine Fujita Garcia Gómez Greene Gupta Guzmán Haddad Hansen Hartmann Hernández Hoang Horvat Hughes Ibáñez Ito
  Iyer Jansen Jensen Jones Joshi Jovanović Kamau Kapoor Karlsson Kaya Keller Khalil Kim Kobayashi Koch Kovács Kowalski
  Kumar Kurt Lambert Larsen Laurent Lee Lefèvre Lehmann Li Lindqvist Lopes Lopez Lund Mahmoud Malik Marino Martin
  Mbeki Mehta Mendes Meyer Moreau Moreno Moretti Mukherjee Müller Murphy Mwangi Nagy Nakamura Nair Nielsen Novák Nowak
  Nwosu O’Brien O’Connor Obi Okafor Olsen Oliveira Omondi Ortiz Osei Özdemir Park Patel Pavlov Pereira Petersen Petrov
  Pham Popescu Quintero Ramos Rao Rasmussen Reyes Ricci Rivera Robinson Rodríguez Romano Rossi Roux Ruiz Sahin Saito
  Sánchez Santos Sato Schäfer Schmidt Schneider Schulz Sharma Silva Singh Šimić Smith Sørensen Sousa Suzuki Svensson
  Takahashi Tan Tanaka Taylor Torres Tran Traoré Vargas Varga Vasquez Virtanen Vogel Wagner Walker Wang Watanabe Weber
  Williams Wójcik Wolff Wood Yamamoto Yang Yıldız Young Zając Zhang Zhou Zimmermann`)

/** Names of organizations, two hundred and more. */
const first = words(`
  Amber Birch Cedar Cobalt Coral Delta Ember Fjord Granite Harbour Indigo Juniper Lagoon Meridian Northwind Onyx Prairie
  Quartz Ridge Saffron`)
const second = words(`
  Analytics Biotech Robotics Logistics Mapping Optics Energy Therapeutics Research Imaging Materials Genomics`)

export const organizationName = (place: number): string =>
  `${first[place % first.length]} ${second[Math.floor(place / first.length) % second.length]}`

const letters = (text: string) => fold(text).replace(/[^a-z]/g, '')

/** People of one organization, each with an address of their own: the second Ada Chen is ada.chen2. */
export class Names {
  private readonly taken = new Map<string, number>()

  constructor(private readonly domain: string) {}

  next(chance: Dice): { name: string; email: string } {
    const [one, other] = [chance.pick(given), chance.pick(family)]
    const middle = chance.chance(0.12) ? ` ${chance.pick(family)}-` : ' '
    const local = `${letters(one)}.${letters(other)}`
    const count = (this.taken.get(local) ?? 0) + 1
    this.taken.set(local, count)
    return {
      name: `${one}${middle}${other}`,
      email: `${local}${count > 1 ? count : ''}@${this.domain}`,
    }
  }
}
