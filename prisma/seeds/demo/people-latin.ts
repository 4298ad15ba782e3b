import { roster } from './roster'

export const latinPeople = roster(`
Øystein Håkonsen · oystein.hakonsen · 284
Astrid Nygård · astrid.nygard · 240
Þórunn Guðmundsdóttir · thorunn.gudmundsdottir · 197
Łukasz Brzozowski · lukasz.brzozowski · 166
Małgorzata Wróblewska-Dziedzic · m.wroblewska · 131
Željko Šarić · zeljko.saric · 110
Anaïs L’Hôpital · anais.lhopital · 97
François-Xavier Beaumont-Delacroix · fx.beaumont
Núria Puigdevall i Col·lell · nuria.puigdevall
María del Carmen Guadalupe Hernández-Villalobos de la Garza · mc.hernandez
Iñaki Etxeberria · inaki.etxeberria
João Vasconcelos · joao.vasconcelos
Conceição Brandão de Figueiredo · c.brandao
Gülşah Öztürk · gulsah.ozturk
İbrahim Çelik · ibrahim.celik
Ștefan Țurcanu · stefan.turcanu
Zsófia Kovácsné Szűcs · zsofia.szucs
Gergő Hollósi · gergo.hollosi
Kristýna Dvořáková · kristyna.dvorakova
Ľubomír Šťastný · lubomir.stastny
Jurģis Bērziņš · jurgis.berzins
Živilė Žukauskaitė · zivile.zukauskaite
Õnne Põldmäe · onne.poldmae
Päivi Hämäläinen · paivi.hamalainen
Sølvi Bjerregård · solvi.bjerregard
Åsa Lindqvist-Åkerman · asa.lindqvist
Lotte Vandenbroucke · lotte.vandenbroucke
Maarten ’t Hooft van Dijk · maarten.thooft
Llŷr ap Rhys · llyr.aprhys
Caoimhe Ní Dhomhnaill · caoimhe.nidhomhnaill
Eilidh MacGillivray · eilidh.macgillivray
Bartholomew Higginbotham-Fotheringay · b.higginbotham
Kalani Kaʻanāʻanā · kalani.kaanaana
Hēmi Te Rangi · hemi.terangi
Ọláyínká Adébáyọ̀ · olayinka.adebayo
Ngozi Eze · ngozi.eze
Kwabena Owusu-Ansah · kwabena.owusu
Wanjirũ Mũthoni · wanjiru.muthoni
Andriamihajatiana Rakotondrafara · a.rakotondrafara
Tsegaye Wolde · tsegaye.wolde
Wulandari · wulandari
Suharyanto · suharyanto
Aung · aung
Trần Quốc Bảo · bao.tran
Đặng Thị Thu Hà · ha.dang
Lê Hoàng Phương · phuong.le
Maria Kristina dela Cruz-Bautista · kristina.delacruz
Nurul ’Aisyah binti Abdul Rahman · nurul.aisyah
Kuruppu Arachchige Nimal Jayawardena Wickramasinghe · nimal.wickramasinghe
Raghunathan · raghunathan
Harpreet Kaur Dhillon · harpreet.dhillon
Devendra Bhattacharyya · devendra.bhattacharyya
Ximena Ñanculeo · ximena.nanculeo
Quetzalli Xochitlotzin · quetzalli.xochitlotzin
Ólafur Jökulsson · olafur.jokulsson
Uwe Weißenborn · uwe.weissenborn
Chiara D’Alessandro · chiara.dalessandro
Niccolò Dell’Acqua · niccolo.dellacqua
Jean-Baptiste Mbeki-Kouassi · jb.mbeki
Aminata Diop · aminata.diop
Owen Brightwell · owen@brightwell-consulting.example
Marguerite Okafor · marguerite@brightwell-consulting.example
Dieter Kranz · dieter@brightwell-consulting.example
`)
