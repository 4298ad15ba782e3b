import { roster } from './roster'

/** Those whom the pictures show, and the owners. */
export const firstPeople = roster(`
Priyanka Venkataraghavan · priyanka.venkataraghavan · 262 · 4m
渡辺 さくら · sakura.watanabe · 231 · 12m
Maximiliano Fernández de Córdoba y Aragón · maximiliano.fernandez-de-cordoba · 292 · 38m
Chukwuemeka Oyelaran · c.oyelaran · 88 · 1h
Nguyễn Thị Minh Khai · minhkhai.nguyen · 71 · 2h
Tom Li · tom@brightwell-consulting.example · 89 · 3h
Олександра Коваленко · oleksandra.kovalenko · 208 · 5h
محمد الحسيني · m.alhusseini · 64 · 19h
김민준 · minjun.kim · 83 · 22h
Siobhán O’Donnell-Ní Bhriain · siobhan.odonnell · 271 · 26h
Wolfgang Illmensee · w.illmensee · 246 · 4d
Λεωνίδας Παπαδόπουλος · l.papadopoulos · 77 · 10d
Ana-Lúcia Gonçalves Pereira · analucia.goncalves · 52 · 15d
Hubert Wolfeschlegelsteinhausenbergerdorff · h.wolfeschlegelsteinhausen · 119 · 27d
Zoë van der Berg · zoe.vanderberg · 188 · 113d
Jörg Müller · joerg.mueller · 255 · 160d
Thandiwe Nkosi · thandiwe.nkosi · 182 · 118d
Emre Yıldırım · emre.yildirim · 151 · 6h
Agnieszka Wójcik-Zielińska · agnieszka.wojcik · 104 · 90m
Rafael Monteverde · rafael.monteverde · 214 · 3d
Grace Adeyemi-Thornbury · grace.adeyemi · 33 · 7h
Mirela Dobrescu · mirela.dobrescu · 9 · 8h
`)
