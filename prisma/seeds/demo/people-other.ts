import { roster } from './roster'

/** Names in other scripts than the Latin one. */
export const otherPeople = roster(`
Дмитро Гончаренко · dmytro.honcharenko · 226
Светлана Йорданова · svetlana.yordanova · 173
Ђорђе Јовановић · djordje.jovanovic
Алтынай Сыдыкова · altynai.sydykova
Ганна Ігнатівна Перебийніс · hanna.perebyinis
Ελένη Καραγιάννη · eleni.karagianni · 140
Θεόδωρος Οικονόμου · t.oikonomou
فاطمة بنعلي · fatima.benali
عبد الرحمن القحطاني · abdulrahman.alqahtani
لیلا رضایی · leila.rezaei
نور الدين الشريف · nour.alsharif
عائشہ صدیقی · ayesha.siddiqui
נועה אברמוביץ׳ · noa.abramovich
יונתן בן־שחר · yonatan.benshachar
תמר לוי · tamar.levi
佐藤 健太 · kenta.sato · 203
高橋 美咲 · misaki.takahashi
小林 大輔 · daisuke.kobayashi
王芳 · fang.wang
李明轩 · mingxuan.li
陳怡君 · yichun.chen · 125
欧阳思远 · siyuan.ouyang
박서연 · seoyeon.park
이도윤 · doyun.lee
남궁지호 · jiho.namgung
ณัฐพงศ์ ศรีสุวรรณ · nattapong.srisuwan
ศิริพร วงศ์สุวรรณประเสริฐกุล · siriporn.wongsuwan
अनन्या शर्मा · ananya.sharma
रोहन देशपांडे · rohan.deshpande
கவிதா முருகன் · kavitha.murugan
রফিকুল ইসলাম · rafiqul.islam
Անի Հակոբյան · ani.hakobyan
ნინო ბერიძე · nino.beridze
ሰላማዊት ተስፋዬ · selamawit.tesfaye
`)
