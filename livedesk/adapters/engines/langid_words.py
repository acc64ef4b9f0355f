"""Everyday and trade words by which a short chat line is known. For the language identifier.

Each list holds the small words a language cannot do without and what buyers ask: price, stock, sample, delivery,
greetings, thanks; also as people type them, without accents. A word that several languages share stands in each of
their lists.
"""

_LATIN = {
    "en": (
        "a about accept add again all also am an and any are at back be better big black blue bro bulk buy "
        "can catalog catalogue cheap cheaper check close color colors colour come cost could day days deal "
        "dear deliver delivery design different discount do does dont each email expensive factory fast first "
        "for free friend from full get give good got great green have hello help here hey hi how i if im in "
        "inside is it its just kg know last lead leather less like link long look looks lot made make many "
        "material me minimum more much my name need new next nice not now of off offer ok old on one only "
        "open or order other our out over packing pay payment per photo pick piece pieces please pls plz "
        "price prices product quality quantity quotation quote ready really red reply sale same sample "
        "samples see sell send set ship shipping show sir size sizes small some soon still stock supply sure "
        "take than thank thanks that the their them there they thing this time to today tomorrow too try u up "
        "ur us very wait want warranty was water we weight what when where which white who wholesale why will "
        "with without work would yes you your "
    ),
    "es": (
        "a al algo amiga amigo antes aquí asi así azul barato bien blanco bonito buen buena buenas bueno "
        "buenos caja calidad cantidad caro catalogo catálogo certificado color colores como compra comprar "
        "con cual cuando cuanta cuanto cuesta cuestan cuál cuánta cuánto cuántos cómo de del descuento desde "
        "dia dias disponible donde días dónde el ella en entrega entregan envia envio envios envían envío "
        "envíos es esa ese eso esta este estos está fabrica favor fábrica gracias grande gratis hacen hacer "
        "hasta hay hola interesa la las lo los mas material mayor me medida mejor mi minimo muestra muestras "
        "muy más mínimo necesito negro no noches nos otro pago para pedido pedir pequeño pero personalizar "
        "por porque precio precios producto puede pueden puedo que quiero quisiera qué rojo saber se si son "
        "su sus sí tamaño tambien también tardes tarjeta tiempo tiene tienen tienes todo un una unidad "
        "unidades usted ustedes venta verde y ya "
    ),
    "pt": (
        "a aceita ainda alguma amostra amostras ao as atacado atenção azul bem boa bom branco cada caixa caro "
        "certificado com como comprar cor cores custa da de desconto desde dia dias disponível do dos dá e "
        "ela ele em embalagem entrega entregam envia enviam enviar essa esse esta este estoque está eu "
        "fabrica favor fazem fica foto frete fábrica garantia gostaria gostei grande grátis isso já legal "
        "lindo lojas mais manda mandar me menor mesmo meu minha muita muito mínimo na nao no noite nome nos "
        "nota não o obrigada obrigado ola olá os pagamento para pedido pela pelo pequeno pessoal peça peças "
        "posso pouco pra prazo preciso preto preço preços produto qual qualidade quando quantas quanto "
        "quantos que queria quero sem sim sobre tamanho também tarde tem temos tenho todos um uma unidade "
        "unidades valor vc vcs vem vende vendem verde vermelho você vocês vou à é "
    ),
    "fr": (
        "a acheter ai après au aussi avec avez avoir beau beaucoup bien blanc bleu bon bonjour bonne bonsoir "
        "carton catalogue ce cela certificat ces cest cet cette cher chez combien commande commander comment "
        "couleur couleurs coûte d dans de delai des devis disponible donc du dès délai elle en encore envoyer "
        "envoyez est et existe faire fait faites fr frais garantie grand gratuit il intéressé j jai je jours "
        "l la le les leur livraison livrer livrez là machine mais matière merci mes mieux minimum modèle moi "
        "moins mon montrez même n ne noir non nos notre nous on ou où paiement par pas petit peut peux photo "
        "pièce pièces plaît plus possible pour pourquoi pouvez prendre prix produit produits qu quand "
        "quantité que quel quelle quels qui rouge réduction s salut sans se si sont stock sur svp taille "
        "temps tout toutes tres trop très un une unité vendez vert veux voir voudrais vous y à ça échantillon "
        "échantillons êtes "
    ),
    "de": (
        "ab aber alles als am an andere angebot auch auf aus bei bekomme bestellen bestellung bis bitte blau "
        "brauche dank danke das dauert dem den der deutschland die dies diese dieses ein eine einen einer er "
        "es etwas farbe farben frei für gab ganz garantie geht gern gibt groß grün gut guten haben habt hallo "
        "hat heute hier hätte ich ihr ihre im in ist ja kann kannst kaufen kein keine klein kosten kostet "
        "können könnt lange liefern liefert lieferung lieferzeit machen mal mehr menge mich mindestmenge mir "
        "mit morgen muster möchte möglich nach nett nicht noch nur oder ohne preis preise pro qualität rabatt "
        "rechnung rot schicken schnell schon schwarz schön sehr sein sie sind so stück tag tage teuer und uns "
        "unter versand versenden viel viele vom von vor wann war was weiß welche wenn wer werden wie wieviel "
        "will wir wird wo wollen zahlung zertifikat zu zum zur österreich über "
    ),
    "it": (
        "a abbiamo accettate al alla anche arriva avete bella bello bene bianco blu buon buona buonasera "
        "buongiorno c campione campioni caro catalogo certificato che ci ciao cm colore colori come con "
        "consegna cosa costa costano costo così da dalla dei del della delle di disponibile disponibili dopo "
        "dove e ecco fare fate fatto garanzia gentile giorni gli grande gratis gratuito grazie ha ho i il in "
        "io italia la le lo ma magazzino mandare materiale me meno mi mia minimo mio misura molto nero no noi "
        "non nostro o ordinare ordine ordini pagamento pagare per perché pezzi pezzo piccolo più possibile "
        "posso potete preventivo prezzi prezzo prodotti prodotto può qual quale quali quando quanta quanti "
        "quanto questa questi questo rosso salve sconto scusi se sei senza serve servono si sia siamo solo "
        "sono spedire spedite spedizione sul sì tempi tempo troppo tutti tutto un una va vendete verde vi "
        "voglio vorrei è "
    ),
    "nl": (
        "aan als alsjeblieft bestellen bestelling betalen bij blauw dag dan dank dat de deze die dit doen een "
        "en er factuur gaat goed goede goedkoop graag gratis groen groot hallo hebben hebt heeft het hoe "
        "hoelang hoeveel ik in is ja jullie kan klein kleur kopen korting kost kosten krijgen kunnen "
        "kwaliteit lang leuk leveren levering maar maat maken meer mij mijn minimale moet monster monsters "
        "mooi naar nederland niet nog nu of ook op over per prijs prijzen rood staal stuk stuks te tot u uit "
        "van veel verkoop verzenden verzending voor waar wanneer wat we welke wij wil wit worden zijn zo "
        "zwart "
    ),
    "pl": (
        "ale bardzo biały by będzie cena ceny chciałbym chcę czarny czas czerwony cześć czy dla dni do dobra "
        "dobry dostawa dostawy drogo dużo duży dzień dziękuję faktura gdzie gwarancja i ile ilość ja jak jaka "
        "jaki jakie jakość jest już kiedy kolor kolory kosztuje ktoś lub ma macie mail maila mam mi minimalne "
        "mogę można na nie nowy od oferta oferte oferty po polska polski poproszę potrzebuję proszę przesyłka "
        "próbka próbki rabat rozmiar się sprzedaż szt sztuk sztuka sztuki są ta tak tam tanio to tylko u w "
        "wam witam wysyłacie wysyłka wysłać z za zamówienie zamówić zł że "
    ),
    "tr": (
        "acaba adedi adet alabilir alabilirim almak ama aynı bana beyaz bir bize bu bugün büyük cok da daha "
        "dahil de devam değil en evet fatura fiyat fiyati fiyatları fiyatı gelir gelsin gibi guzel gönderir "
        "gönderiyor gün günde güzel hangi hayır hemen icin ile indirim istiyorum iyi için kac kadar kalite "
        "kargo katalog kaç kolay kumaş küçük kırmızı lazım liste lütfen mavi merhaba mi minimum miyim mu "
        "musunuz mü müsünüz mı mısınız nasıl ne nerede numune olarak olur pahali pahalı renk renkler sağolun "
        "selam siparis sipariş siyah siz size stok stokta tane tek teklif teslimat teşekkürler toptan ucuz "
        "urun var ve veya yeni yeşil yok çok ödeme üretim ürün "
    ),
    "id": (
        "ada adalah aja aku anda apa apakah asli atau bagaimana bagus bahan bahannya bang banget banyak "
        "barang baru beli belum berapa besar biru bisa boleh brp buat bulan cepat cm cod dan dapat dari "
        "datang dengan di diskon dong dulu gak gambar garansi gimana gratis hai halo harga harganya hari "
        "hitam ini itu jadi jakarta jual juga juta kak kakak kalau kali kami kapan kasih katalog ke kecil "
        "kemana kilo kirim kita kok kualitas kurang lagi lama lebih lihat mahal mana masih mau merah minimal "
        "minimum minta mohon murah nanti ngga nih nya ongkir order pabrik pagi pakai paket pengiriman per "
        "permisi pesan pesanan pilihan produk putih ready rupiah sama sampai sampel saya sekarang selamat "
        "semua siang silakan stok stoknya sudah terima terimakasih tersedia tidak toko tolong tunggu udah "
        "ukuran untuk warna ya yang "
    ),
    "vi": (
        "anh ban bao bán báo bên bảo bớt cam chi cho chua chào chưa chị cm co cu cái có cũng cần của da dang "
        "dat dc dep di em gia giao giá giảm giấy gì gửi hang hay hom hàng hành hình hôm hỏi khong không kích "
        "lam len loại làm lâu lô lại lấy ma mat mau minh mot mua muốn màu máy mình mất mấy mẫu một nao nay "
        "ngày nhieu nhiêu nhiều nho nhà nhé nhỏ nào này nước nữa o phí phẩm qua quá rẻ rồi sao sau ship shop "
        "size so sản sỉ số tai thì thế thời tien tiền trang trả tôi tại tốt tới va vay ve viet việt vn và vậy "
        "về với xanh xem xin đang đen đi đó được đắt đặt đẹp để đồng ạ ở "
    ),
    "sw": (
        "asante asanteni au bado bei bidhaa bure dakika dukani gani ghali habari hadi haya hii hiyo hizi "
        "jambo je kaka kama kampuni karibu kiasi kiwango kuagiza kubwa kununua kutoka kwa kwanza la lini "
        "mambo mbili mnasafirisha mnauza moja mtu mzigo mzuri na nafuu naomba nataka ndiyo ndogo ngapi ni "
        "nini nipe nzuri oda pesa pia picha poa punguzo rahisi rangi safi sampuli sana sasa shilingi siku "
        "tafadhali tani tuma una unaweza usafirishaji vipande vipi wangu wapi wewe ya yake yangu za zaidi "
    ),
    "ms": (
        "ada apa bagaimana barang berapa bila boleh cantik dan dari encik hantar harga ini itu kami kasih ke "
        "kos kualiti macam mahal mahu mana murah nak pos sampel saya sila stok tak terima tolong untuk warna "
        "yang "
    ),
    "tl": (
        "ako ang ano ba bang bili dito gusto ilan ito kailan kailangan kayo ko kulay lang magkano mahal meron "
        "mga mo mura na naman ng ninyo nyo pa paano pag pagkain para po puwede pwede sa salamat sample "
        "shipping yung "
    ),
    "ro": (
        "am are aveți aș bun buna bună cat ce comanda comandă costă cu culoare cum cât de din este eu foarte "
        "la livrare livrați mai mare mică minim mulțumesc negru nu o pe pentru preț prețul produs sau scump "
        "si sunt un vreau vă și "
    ),
    "cs": (
        "ahoj ale barva bych cena chci co den do dobrý doprava děkuji faktura jak jaká je jsem kolik kus kusy "
        "kusů mi máte na ne objednávka od pro prosím se skladem sleva stojí to vzorek za že "
    ),
    "hu": (
        "a az db egy ez hello hogy hány jó kell kerül kérek kérem köszönöm lehet mennyi mennyibe minimum "
        "minta nem rendelés szia szállítás szép vagy van ár ára áru és "
    ),
    "sv": (
        "av beställa bra den det du dyrt en ett finns frakt från för gratis har hej hur i inte jag kan kostar "
        "kr leverans med mycket många ni och pris prov på rabatt skicka som stor tack till vad vi vill är "
    ),
}
"""Languages written in Latin letters."""

_ROMANISED = {
    "hi": (
        "aap aapka aapke accha acha achha bada badhiya bahut bataiye batao bataye bechte bhai bhaiya bhej "
        "bhejna bhejo bol chahiye chota dam de delivery dena dijiye dikha dikhao do ek garam ghar gram haan "
        "hai hain ho hoga hota hu is iska itna jaisa jaldi ji jyada ka kab kaha kahan kaisa kaise kam kar "
        "karke karna karo karte ke ki kis kitna kitne kitni ko koi kuch kya kyun lagega lao le lekin lena lo "
        "maal mat mehenga mehnga mein mera mil milega milta mujhe na nahi nahin namaskar namaste padega paisa "
        "paise par pe pees poora raha rate sab sabse sahi sakta sasta saste se shukriya sir thoda tum wala "
        "wale wali yaar ye yeh zyada "
    ),
    "ur": (
        "aap acha afsos alaikum assalam baray bata bheja bhijwa bohat bohot chahiye dein hai hain hum "
        "inshallah janab jazakallah ka karachi karain kardo keh ki kijiye kya lahore maal mehnga mein mujhe "
        "nahin namoona paisay pakistan qeemat rupay sahab salam shukria tak wala walaikum yeh zyada "
    ),
    "bn": (
        "ache achhe amar ami amra apnar apnara bangladesh bhai bhalo chai dada dam dhaka dhonnobad dibo dite "
        "ekta eta etar hobe jabe jinis kinte kintu kobe koi kom kore korte koto koyta lagbe nai nite niye "
        "onek pabo pathan pathano pathate pawa porjonto rong shomoy shundor taka theke tumi valo "
    ),
    "ru": (
        "bolshe budet byl cena chto da davaite den dengi deshevle dlya dobryi dobryy dorogo dostavka eshche "
        "esli est eto etot garantiya gde goroda ili ima izvinite kak kakaya kakie kakoi kakoy kogda "
        "kolichestvo kotoryy krasnyy kupit lyublyu menya mne mnogo moskvu mozhno na nado ne net nuzhen nuzhno "
        "obrazec obrazets ochen optom po pochem poka pokazhite pozhaluista pozhaluysta privet raz razmer "
        "rossiyu shtuk shtuka skidka skolko spasibo srok stoit tovar u ukaz upakovka upakovku vam vas vi vy "
        "zakaz zavtra zdravstvuyte "
    ),
    "uk": (
        "bud bude chomu chy cina den dlya dobryi dostavka duzhe dyakuyu harno koly koshtuye kyiv kyiva maye "
        "meni mozhna nemaye pokazhit pryvit shcho skilky treba tse u vartist vash vy yak yaka yaki yakyi ye "
        "zamovlennya zamovyty zrazok "
    ),
    "ar": (
        "afwan ahlan akthar alaikum ana ayna b3d bas bde bdi bekam bikam bkam da eish el else3r fein fen fi "
        "gedan ghali habibi hada hadha hal halal hatha hatta hna inshallah inta inti jamil jiddan kam kaman "
        "keef khasm kif kteer ktir lau law lel li ma3 maa mafi marhaba mashallah maujud mawjood men min "
        "momken mumkin sa3r salam se3r shi sho shokran shu shukran si3r si3ro tamam tawseel walla wallah we "
        "wein wen ya yalla "
    ),
    "fa": (
        "aga agha ast ba bara baraye befrest bekharam cand chand chande chandeh che chetor chetore dalar dar "
        "dare darid doost dorost ersal geroon geroone gerun geymat gheymat gheymate hast hazar hazer hazine "
        "in ino iran kam kheili kheyli khob khoob khoobe khubi lotfan mamnoon mamnun man merci mersi mikhaham "
        "mikham mishe nemishe nist ra rang salam sefaresh shoma ta takhfif taxfif tedad tehran ya "
    ),
    "zh": (
        "bao baoyou beijing bi bu bushi chang dan dao de dian dong duo duoshao fa fahuo ge gei guangzhou gui "
        "hao haokan hei hen hong huo jia jiage jian jianyi jie jin kan kanyixia ke keyi kuai le liang ma mai "
        "mei meiyou mian mianfei mingtian na neng ni nihao nimen pianyi qian qing shangpin shao sheme shenme "
        "shi shihou shouhuo shu ta tai wo women xian xiang xiao xie xiexie yang yangpin yanse yao ye yi "
        "yidian yige yixia you zai zaijian zenme zhe zhege zhi zhiliang "
    ),
    "ja": (
        "arigato arigatou arimasu arimasuka chotto da dake dame demo desu doko dono dou ga gozaimasu hai "
        "hitotsu hoshii ikura ikutsu itsu ja ka kaimasu kara kau kawaii kirei konnichiwa kore kudasai made mo "
        "nan nani ne nihon no o ohayou okane okuri onegai onegaishimasu ookii saisho sanpuru shimasu sore "
        "sugoi sumimasen takai to todokimasu wa wo yasui yasuku yo "
    ),
    "ko": (
        "aniyo annyeong annyeonghaseyo baesong bissa bissayo chuseyo eodi eolma eolmaeyo eolmainga eolmayeyo "
        "gaeyo gamsahamnida ganeunghae ganeunghan geo hana hanbeon hanguk igeo igeon isseo isseoyo issnayo "
        "itnayo jeogi jom jumun juseyo kamsahamnida mwo neomu oneul saek saekkal sampeul yeppeo yeyo yo "
    ),
    "th": (
        "a aroi baht bai ban bang daai dai dee di duai gee gi ha ja jai jang ka kao kap karuna kha khap kho "
        "khob khop khrab khrap khun kin kon krab krap krub kub kup lae laew lot luk maak mai mak mee mi na "
        "nai naka ni noi nueng paeng pai phaeng phom raan raka rakha rao sabai sai sang sawasdee sawatdee see "
        "si sip song suai suay tao tee thai thao thaorai thi tong wan yak yang "
    ),
    "he": (
        "anachnu ani at ata be beseder bevakasha bishvil cama efo efshar eich ein eize gadol ha hachi haze "
        "hazot hem hu im israel kama kamah ken ktan lama le leisrael lo ma maher matai mechir meod mi "
        "mishloach mispar nachon od ola ole po rotza rotze sh shalom shavua shekel shel slicha tishlach toda "
        "todah tov yafe yakar yesh ze zeh zol "
    ),
    "el": (
        "afto akrivo apo ayto den dio echete efharisto efxaristo ehete eimai einai ela ellada esas gia giati "
        "i ine kai kala kali kalimera kalispera kanei kanete kerkyra kostizei me mia mou mporeite mporo na "
        "nai ne ohi ola oxi pano parakalo parangelia poia poio pola poli poly pos posa posi poso pote pou pws "
        "sas stin stoixizi ston ta tha thelo ti timi to xroma xrwma yparxei "
    ),
}
"""Languages of other scripts in Latin letters, as people type them on a foreign keyboard."""

_CYRILLIC = {
    "ru": (
        "а без больше будет бы в вам вас вы гарантия где да давайте делаете день дешевле для добрый дорого "
        "доставка доставляете если есть еще ещё завтра заказ заказать здравствуйте и из или интересует как "
        "какая какие какой когда количество красиво красный ли минимальный мне можно мы на надо не нет нужен "
        "нужна нужно образец оптом от отправка очень первый по пожалуйста покажите показать почем почему при "
        "привет размер с сделать сертификат скидка сколько спасибо срок стоит товар только у упаковка "
        "упаковку хочу цвет цена цену цены что штук штука это этот "
    ),
    "uk": (
        "але безкоштовно буде будь вартість ви від відправка гарантія гарно де день для добрий дорого "
        "доставка доставки дуже дякую ж за замовити замовлення зразки зразок коли колір кошту коштувати "
        "коштує кількість ласка мені ми можна мінімальне на не немає покажіть потрібно привіт розмір "
        "сертифікат скільки та так термін товар треба у хочу це цей ціна ціну чи чому що як яка який які "
        "якісний є і із "
    ),
    "bg": (
        "аз безплатно бихте благодаря в вас ви върши да ден добър доставка доставяте за здравейте и или имате "
        "искам как каква какво какъв количество колко която ли минимална много мога мостра на не от още по "
        "поръчам поръчка при с са се сертификат скъпо струва със това цвят цена цената че черно ще "
    ),
    "sr": (
        "али бела било бих боја да дан дана добар достава достављате за и или имате испорука како колика "
        "колико кошта која који ли минимална могу може на не нема од по поручити поруџбина сертификат скупо "
        "су у узорак хвала цена црна шта је "
    ),
}

_ARABIC = {
    "ar": (
        "أريد أو أي إلى ابغى ارسال اريد اكثر السعر السلام الكتالوج الوان الى ام انا او اي بدي بعد بكم توصيل "
        "ثمن جدا جميل حتى خصم رخيص سعر سعره شحن شكرا شهادة صور ضمان طلب عرض على عليكم عن عندكم عندي عينة غالي "
        "في كم كمية كيف لكم لو لون ما متوفر متى مجاني مرحبا مع مقاس ممكن من موجود هذا هذه هذي هل هو هي واتساب "
        "وصل وين يوجد يوصل يوم "
    ),
    "fa": (
        "ارسال ازش است اگر ای این با باشه برای بزرگ به تا تخفیف تعداد تهران تومان حداقل خوب خوبه خیلی دارد "
        "داره دارید دارین در دلار را رنگ رو سایز سفارش سلام شما عالی عدد قشنگه قیمت قیمتش لطفا مرسی ممنون "
        "ممنونم من می میخوام میشه نمونه نیست هزار هست هم و چطور چقدر چقدره چند چندتا چندتاست چنده چی کالا کجا "
        "کنید گارانتی گرون گرونه یا "
    ),
    "ur": (
        "آپ اس اور بتائیں بھیج بہت تک جناب رنگ سستا سے شکریہ قیمت لیے مال مفت مل ملے مہنگا میں نمونہ نہیں پر "
        "چاہیے کا کب کتنا کتنی کتنے کریں کم کو کی کیا کیسے گا گے ہم ہو ہیں ہے یہ "
    ),
}

_NEUTRAL = (
    "abs alibaba amazon app cbm ce cif cm cnf ctn ddp dhl email eur exw fcl fda fedex fob haha iso kg lcl "
    "led live logo lol ml mm moq odm oem ok okay online paypal pc pcs pix pvc qr rohs sku tiktok ups usb "
    "usd video wechat whatsapp wifi wow "
)


def _read(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in lists.items()}


LATIN, ROMANISED, CYRILLIC, ARABIC = (_read(lists) for lists in (_LATIN, _ROMANISED, _CYRILLIC, _ARABIC))
"""The lists by language."""
NEUTRAL = frozenset(_NEUTRAL.split())
"""Words at home in every language."""
