"""The words by which `intents.py` tells what a buyer asks, for each language; it is as long as their list.

Words stand between bars. `*` at the end lets a word go on ("price*"), `..` stands for a few words in between, and a
word behind `~` decides only where nothing else in the message does: "FOB" is the place of a price as often as a
question about shipping. They are compared folded: lower case, without accents.
"""

from livedesk.core.chat.intent import Intent

_I = Intent

WORDS: dict[str, dict[Intent, str]] = {
    "en": {
        _I.PRICE: (
            "price*|prices|pricing|pirce|prise|prize|prcie|how much|howmuch|hw much|how mutch|cost|costs|"
            "quote|quotes|quotation*|qoute|cheap*|discount*|best offer|expensive|dollars each|rate per|"
            "what rate|per piece|per pc|last one price|lowest|bargain|rebate|~usd"
        ),
        _I.MOQ: (
            "moq*|m.o.q|minimum*|min order|min qty|min quantity|minimal order|minimun|smallest order|"
            "least order|small order*|small quantity|small quantities|trial order*|order less|"
            "less than .. pcs|start with .. pcs|only need|just need|only want|~can i order|~can i buy|"
            "order only|buy only|just one|one piece|1 piece|1 pc|one pc|retail|few pieces|mix colo*|"
            "mixed container"
        ),
        _I.SAMPLE: "sampl*|smaple*|sampel*|sanple*|tester|trial piece|test unit",
        _I.SHIPPING: (
            "ship*|shiping|deliver*|delivry|freight|ddp|ddu|dap|air cargo|by sea|by air|by train|courier|dhl|"
            "fedex|ups|lead time|leadtime|production time|how many days|how many weeks|how long|how soon|"
            "how fast|when .. arrive|when .. get it|transit|customs|duty|import tax|send to|send .. to my|"
            "container*|forwarder|eta|tracking|door to door|turnaround|~fob|~cif|~exw|~port|~express"
        ),
        _I.CUSTOMISATION: (
            "logo*|oem|odm|custom made|customi*|custom|print|printed|printing|engrav*|own brand|my brand|"
            "our brand|private label|white label|own label|my design|our design|own design|own packaging|"
            "color box|colour box|own box|custom box|mould*|mold|molds|emboss*|embroid*|pantone|artwork|"
            "other colo*|different colo*|change .. colo*|make it in|make .. bigger|make .. smaller|gift box|"
            "packaging"
        ),
        _I.CERTIFICATE: (
            "certif*|certs|cert|ce mark*|ce cert*|ce approved|has ce|have ce|with ce|got ce|ce and|ce or|"
            "rohs|fda|lfgb|iso|iso9001|bsci|fcc|reach compliant|reach test|test report*|lab report*|sgs|"
            "inspection report|halal|complian*|comply|msds|en71|cpc|cpsia|saso|eac|ukca|ul listed|food grade|"
            "food safe|bpa|approved by|patent*|factory audit"
        ),
        _I.PAYMENT: (
            "pay|pays|paying|payment*|paymnt|paid|t/t|tt 30|lc|l/c|letter of credit|deposit|paypal|"
            "wire transfer|bank transfer|bank account|bank detail*|credit card|visa|western union|alipay|"
            "escrow|trade assurance|installment*|net 30|net 60|30 days credit|credit terms|usdt|crypto|"
            "proforma|pi please|send pi|currency|exchange rate|in euros|in rmb"
        ),
        _I.STOCK: (
            "stock*|available|availab*|avail|ready goods|ready to ship|inventory|sold out|soldout|"
            "do you have .. in|do you still have|still have|any left|are left|is left|how many left|got any|"
            "restock*|back in|in hand|do u have|have it in|in black|in red|in white|in blue|in green|in pink|"
            "what colo*|which colo*|what sizes|which sizes"
        ),
        _I.GREETING: (
            "hello*|helo|hi|hii*|hey|heya|good morning|good afternoon|good evening|good day|greetings|gm|"
            "nice to meet*|salam|salaam|assalam*|namaste|dear sir|dear seller|hello dear|howdy|how are you"
        ),
        _I.COMPLAINT: (
            "broken|broke|breaks|damage*|defect*|faulty|bad quality|poor quality|low quality|"
            "quality problem*|complain*|complaint*|not work*|doesnt work|does not work|don't work|dont work|"
            "doesn't work|stopped working|stop working|wrong item|wrong colo*|wrong size|wrong model|"
            "wrong product|missing|is late|was late|so late|delayed|never arrived|not arrived|not received|"
            "didnt receive|didn't receive|havent received|haven't received|never received|still waiting|"
            "refund|money back|scam*|fake|disappoint*|terrible|rubbish|garbage|crack*|leak*|rusty|rust|"
            "rusted|smells|smelly|burnt|scratch*|fell off|faded|peel*|different from .. sample|not same as|"
            "not the same as|no reply|no response|nobody repl*|nobody cared|nobody answer*|ignored|angry|"
            "unacceptable|worst|dead on arrival|shorted|less than .. ordered|last time .. got"
        ),
        _I.AFTER_SALES: (
            "warrant*|waranty|guarantee*|guaranty|garantee|spare part*|spares|spare|repair*|replacement*|"
            "after sale*|aftersale*|after-sale*|return policy|return it|can i return|returns|manual|"
            "how to use|how do i use|how to install|install*|maintenance|service cent*|technical support|"
            "how to clean|instructions|how do i clean|troubleshoot*|last order|my order|order number"
        ),
    },
    "zh": {
        _I.PRICE: (
            "价格|多少钱|单价|报价|报个价|什么价|啥价|几块|几多钱|多少一个|多少一件|怎么卖|咋卖|便宜|优惠|"
            "打折|折扣|太贵|有点贵|贵了|最低价|底价|价位|多少美金|多少美元|价錢|價格|報價|單價|多少錢|返利|"
            "价钱|米一个|批发价"
        ),
        _I.MOQ: (
            "起订|起批|最低起|最少|起订量|起購|起訂|最小订|订少|少量|小单|小量|几个起|多少起|moq|试单|"
            "一件代发|零售|单买|买一个|拿一个|混批|混装|只要"
        ),
        _I.SAMPLE: "样品|样板|样机|打样|拿样|寄样|樣品|试样|样衣|样费|拿个样",
        _I.SHIPPING: (
            "发货|发到|运费|物流|快递|海运|空运|货运|运到|寄到|送到|交期|交货|货期|多久到|多少天|几天|"
            "多长时间|多久能|清关|关税|集装箱|整柜|拼柜|货代|船期|發貨|運費|海運|交貨|多久|ddp|到港|出货|"
            "装柜|一个柜|包邮|什么时候到|~离岸"
        ),
        _I.CUSTOMISATION: (
            "定制|订制|定做|订做|贴牌|印logo|logo|商标|oem|odm|印字|刻字|印上|自己的品牌|包装盒|彩盒|换颜色|"
            "改颜色|其他颜色|开模|模具|客製|訂做|設計|自己的设计|我们的设计|来图|改尺寸|潘通|激光雕刻|丝印|"
            "能改|可以改"
        ),
        _I.CERTIFICATE: (
            "证书|认证|ce证|有ce|检测报告|测试报告|质检报告|资质|證書|認證|rohs|fda|lfgb|iso|食品级|3c认证|"
            "验厂|专利|sgs|清真|环保标准|bpa|检验报告"
        ),
        _I.PAYMENT: (
            "付款|支付|定金|订金|尾款|信用证|电汇|转账|账期|月结|刷卡|微信付|支付宝|付钱|打款|汇款|付定|"
            "paypal|结算|汇率|t/t|l/c|開票|开票|发票|預付|形式发票|银行账户"
        ),
        _I.STOCK: (
            "现货|库存|有货|没货|缺货|还有吗|有没有货|断货|补货|售罄|卖完|現貨|庫存|还剩|剩多少|有黑色|"
            "有红色|有白色|有蓝色|有绿色|有粉色|什么颜色|哪些颜色|几种颜色|有没有.色|有什么尺寸|备货"
        ),
        _I.GREETING: "你好|您好|大家好|哈喽|早上好|下午好|晚上好|哈啰|嗨|老板好|在吗|上午好|主播好",
        _I.COMPLAINT: (
            "坏了|破了|碎了|裂|质量差|质量问题|质量太|投诉|退款|退钱|发错|少发|漏发|少了|没收到|还没到|"
            "不能用|用不了|不工作|有问题|假货|骗|失望|生锈|漏水|掉漆|褪色|掉色|异味|味道大|没人回|不回复|"
            "没人理|和样品不一样|不一致|差评|太慢|迟|延误|晚了|刮花|划痕|断了|壞了|退錢|烧了|糊|松了|不满意|"
            "货不对板|垃圾"
        ),
        _I.AFTER_SALES: (
            "保修|质保|售后|配件|维修|更换|换货|退货|说明书|怎么用|怎么安装|安装|怎么清洗|保养|備件|备件|"
            "零件|修理|保養|怎么洗|怎么装|退换|上次的订单|上一单|教程"
        ),
    },
    "es": {
        _I.PRICE: (
            "precio*|presio*|cuanto cuesta*|cuanto vale*|cuanto sale|cuanto es|a cuanto|a como|cuanto por|"
            "coste|costo|costos|cotiza*|cotisa*|presupuesto|barato*|descuento*|rebaja*|caro|cara|cuesta|"
            "cuanto seria|cuanto cobra*|cuanto"
        ),
        _I.MOQ: (
            "pedido minimo|cantidad minima|minimo*|minima|compra minima|moq|menos cantidad|pocas unidades|"
            "cuantas piezas minimo|desde cuantas|a partir de cuant*|una sola|solo una|solo quiero|"
            "puedo comprar|puedo pedir|al por menor|al detalle|pedido de prueba|menos de"
        ),
        _I.SAMPLE: "muestra*|muetra*|prueba gratis|unidad de prueba",
        _I.SHIPPING: (
            "envio*|envian|enviar|mandan|manda a|entrega*|flete*|despacho|despachan|tarda*|demora*|plazo|"
            "cuantos dias|cuanto tiempo|llega*|aduana*|puerta a puerta|maritimo|aereo|transporte|contenedor*|"
            "arancel*|tiempo de|paqueteria|ddp|~cif|~fob|~puerto"
        ),
        _I.CUSTOMISATION: (
            "logo*|personaliza*|personalisa*|mi marca|nuestra marca|propia marca|marca propia|marca blanca|"
            "imprim*|impres*|grabar|grabado|mi diseno|diseno propio|nuestro diseno|otro color|otros colores|"
            "cambiar el color|empaque*|a medida|molde*|caja propia|etiqueta*|oem|bordar|bordado"
        ),
        _I.CERTIFICATE: (
            "certific*|sertific*|rohs|informe de prueba*|reporte de prueba*|norma*|homologa*|grado alimenti*|"
            "registro sanitario|invima|fda|libre de bpa|patente*|tienen ce|con ce"
        ),
        _I.PAYMENT: (
            "pago*|pagar*|pagos|forma de pago|formas de pago|anticipo|deposito|transferencia|tarjeta*|"
            "carta de credito|credito|paypal|cuenta bancaria|a plazos|cuotas|factura|proforma|acept*|en euros"
        ),
        _I.STOCK: (
            "stock|disponible*|disponibilidad|hay existencia*|existencia*|inventario|agotad*|queda|quedan|"
            "tienen en|hay en|lo tienen en|la tienen en|tienes en|que colores|cuales colores|que tallas|"
            "que tamanos|entrega inmediata"
        ),
        _I.GREETING: "hola*|ola|buenas*|buenos dias|buen dia|saludos|que tal|holi",
        _I.COMPLAINT: (
            "rot|roto|rota|rotos|rotas|danad*|defectuos*|mala calidad|no funciona*|no sirve*|queja*|reclam*|"
            "reembolso|devuelvan|devolver .. dinero|equivocad*|incorrect*|falta|faltan|faltaban|faltaron|"
            "no llego|no ha llegado|no me llego|no lleg*|retras*|llego tarde|muy tarde|estafa*|falso*|"
            "decepcion*|oxida*|gotea*|fuga*|rajad*|nadie responde|nadie contesta|no responden|pesim*|"
            "distint* a la muestra|diferente a la muestra|huele|se despega*|se quemo|mal estado|"
            "sin respuesta|no me respond*"
        ),
        _I.AFTER_SALES: (
            "garantia*|repuesto*|refaccion*|recambio*|reparar|reparacion*|posventa|postventa|devolucion*|"
            "cambio de|manual|como se usa|como se limpia|instal*|servicio tecnico|instrucciones|"
            "mantenimiento|mi pedido|como funciona"
        ),
    },
    "fr": {
        _I.PRICE: (
            "prix|pris|combien|tarif*|cout*|coute*|devis|remise|reduction*|rabais|pas cher|cher|trop cher|"
            "moins cher|cotation|ca coute"
        ),
        _I.MOQ: (
            "quantite minim*|commande minim*|minimum*|minimal*|moq|petite quantite|petites quantites|"
            "petite commande|a partir de combien|une seule|un seul|juste un|au detail|commande d'essai|"
            "puis-je commander|je peux commander|moins de"
        ),
        _I.SAMPLE: "echantillon*|echantilon*|un exemplaire",
        _I.SHIPPING: (
            "livr*|livraison*|expedi*|envoi*|envoy*|delai*|frais de port|transport*|fret|combien de temps|"
            "combien de jours|douane*|par mer|par avion|par bateau|conteneur*|arrive*|ddp|droits de|"
            "transitaire|~fob|~cif|~port"
        ),
        _I.CUSTOMISATION: (
            "logo*|personnalis*|notre marque|ma marque|marque blanche|propre marque|imprim*|impression|grav*|"
            "notre design|autre couleur|autres couleurs|changer la couleur|emballage*|sur mesure|moule*|oem|"
            "boite cadeau|etiquette*|brod*"
        ),
        _I.CERTIFICATE: (
            "certif*|norme*|conform*|rapport de test|rapports de test|rapport d'essai*|marquage ce|rohs|"
            "homologu*|contact alimentaire|qualite alimentaire|sans bpa|brevet*|alimentaire"
        ),
        _I.PAYMENT: (
            "paiement*|payer|paye*|payment|acompte*|virement*|carte bancaire|carte de credit|"
            "lettre de credit|paypal|facture*|cheque*|regl*|conditions de pai*|compte bancaire|"
            "en plusieurs fois|en euros"
        ),
        _I.STOCK: (
            "stock*|disponib*|en rupture|rupture|epuise*|il en reste|reste-t-il|vous avez en|existe en|"
            "quelles couleurs|quelle couleur|quelles tailles|dispo|avez-vous en|en reste"
        ),
        _I.GREETING: "bonjour*|bjr|bonsoir|salut|coucou|bonne journee",
        _I.COMPLAINT: (
            "casse|cassee|casses|cassees|abime*|defectu*|defaut*|mauvaise qualite|ne marche pas|marche pas|"
            "ne fonctionne p*|fonctionne pas|reclamation*|plainte|rembours*|erreur|mauvais article|"
            "mauvaise couleur|manque*|pas recu|pas encore recu|jamais recu|jamais arriv*|pas arriv*|retard*|"
            "arnaque*|faux|decu*|rouill*|fuit|fuite*|fissur*|personne ne repond|pas de reponse|inadmissible|"
            "inacceptable|nul|different de l'echantillon|sent mauvais|raye*"
        ),
        _I.AFTER_SALES: (
            "garantie*|piece detachee|pieces detachees|pieces de rechange|piece de rechange|repar*|sav|"
            "apres-vente|apres vente|retour*|echange*|mode d'emploi|notice|manuel|comment utilis*|"
            "comment nettoy*|install*|entretien|ma commande|ma derniere commande|remplac*"
        ),
    },
    "de": {
        _I.PRICE: (
            "preis*|stuckpreis*|was kostet|was kosten|kostet|kosten|wie teuer|teuer|zu teuer|wieviel|"
            "wie viel|angebot|rabatt*|gunstig*|billig*|nachlass|skonto|preisliste|euro pro|eur pro"
        ),
        _I.MOQ: (
            "mindestbestell*|mindestmenge*|mindestabnahme*|mindestens|minimum|moq|kleinste menge|"
            "kleine menge|kleine mengen|ab wie viel*|ab wieviel*|kleinmenge*|probebestellung*|nur ein stuck|"
            "einzeln|nur 1|weniger bestellen|weniger als"
        ),
        _I.SAMPLE: "muster|musterstuck*|probe|proben|probestuck*|testexemplar*|mustern|gratismuster",
        _I.SHIPPING: (
            "versand*|versenden|liefer*|lieferzeit*|lieferung*|fracht*|wie lange|wann kommt|wann kann|zoll*|"
            "per schiff|per luft|luftfracht|seefracht|porto|spedition*|container|schicken|verschick*|"
            "transport*|dauert|ddp|~fob|~cif|~hafen|wie schnell"
        ),
        _I.CUSTOMISATION: (
            "logo*|eigene marke|eigener marke|eigenmarke*|unsere marke|bedruck*|aufdruck*|druck|gravur*|"
            "gravier*|eigenes design|unser design|andere farbe*|anderen farben|anderer farbe|verpackung*|"
            "nach mass|massanfertigung|individuell*|personalisier*|werkzeug*|oem|besticken|farbe andern|"
            "sonderfarbe*|private label"
        ),
        _I.CERTIFICATE: (
            "zertifi*|zertifikat*|ce-zeichen|ce zeichen|ce-kennz*|ce konform*|konformitat*|prufbericht*|"
            "prufzeichen|testbericht*|rohs|lebensmittelecht*|tuv|gs-zeichen|norm|bpa*|patent*|zugelassen|"
            "zulassung"
        ),
        _I.PAYMENT: (
            "zahl*|zahlung*|bezahl*|anzahlung*|uberweis*|kreditkarte*|akkreditiv*|paypal|rechnung*|"
            "zahlungsziel*|vorkasse|ratenzahlung|bankverbindung|auf rechnung|zahlungsbed*|in euro"
        ),
        _I.STOCK: (
            "lager*|vorratig|verfugbar*|lieferbar|auf lager|ausverkauft|noch da|noch welche|gibt es .. in|"
            "gibt's .. in|gibt es noch|gibts das|gibts .. in|gibts noch|habt ihr .. in|haben sie .. in|"
            "welche farben|welchen farben|welche grossen|bestand|noch was da|sofort verfugbar"
        ),
        _I.GREETING: "hallo*|guten tag|guten morgen|guten abend|moin*|servus|gruss gott|hallihallo|gruezi",
        _I.COMPLAINT: (
            "kaputt*|defekt*|beschadigt*|schlechte qualitat|funktioniert nicht|geht nicht|reklam*|beschwer*|"
            "ruckerstattung|geld zuruck|erstatt*|falsche*|fehlt|fehlen|fehlten|nicht angekommen|"
            "nicht erhalten|nie angekommen|verspat*|zu spat|betrug*|enttausch*|rost*|undicht*|gerissen|riss|"
            "keine antwort|niemand antwortet|mangel|mangelhaft*|zerbrochen|anders als das muster|stinkt|"
            "verkratzt|unverschamt|gebrochen"
        ),
        _I.AFTER_SALES: (
            "garantie*|gewahrleistung*|ersatzteil*|reparatur*|reparier*|kundendienst|ruckgabe|zuruckgeben|"
            "zurucksend*|umtausch*|anleitung*|bedienungs*|wie benutzt|wie reinig*|reinigen|wartung|montage|"
            "meine bestellung|unsere bestellung|aufbau|einbau"
        ),
    },
    "pt": {
        _I.PRICE: (
            "preco*|presso|quanto custa*|qto custa|quanto e|quanto fica|quanto sai|qual o valor|valor|"
            "valores|custo|custa|orcamento*|cotacao|cotar|barato*|desconto*|caro|cara|quanto|por quanto"
        ),
        _I.MOQ: (
            "pedido minimo|quantidade minima|minimo*|minima|moq|pequena quantidade|poucas pecas|"
            "poucas unidades|a partir de quant*|so uma|so um|apenas uma|apenas um|varejo|pedido de teste|"
            "posso comprar|posso pedir|menos de"
        ),
        _I.SAMPLE: "amostra*|mostruario|peca piloto",
        _I.SHIPPING: (
            "frete*|envio*|enviam|enviar|entrega*|entregam|despach*|prazo*|quanto tempo|quantos dias|demora*|"
            "chega*|alfandega*|maritimo|aereo|transporte*|conteiner*|container*|mandam|manda para|ddp|"
            "imposto*|correio*|~fob|~cif|~porto"
        ),
        _I.CUSTOMISATION: (
            "logo*|logomarca*|personaliz*|minha marca|nossa marca|marca propria|imprim*|impress*|grava*|"
            "meu design|nosso design|outra cor|outras cores|mudar a cor|trocar a cor|embalagem*|sob medida|"
            "molde*|oem|bordar|bordado|etiqueta*"
        ),
        _I.CERTIFICATE: (
            "certific*|sertific*|inmetro|anvisa|laudo*|norma*|rohs|relatorio de teste*|grau alimenticio|"
            "livre de bpa|homologa*|patente*|anatel|tem ce"
        ),
        _I.PAYMENT: (
            "pagamento*|pagar|pago|pix|boleto|sinal|deposito|transferencia|cartao|carta de credito|parcel*|"
            "paypal|nota fiscal|fatura*|conta bancaria|a vista|a prazo|aceit*|proforma"
        ),
        _I.STOCK: (
            "estoque*|stock|disponivel*|disponiveis|disponibilidade|pronta entrega|esgotad*|tem em|ainda tem|"
            "sobrou|restam|tem na cor|quais cores|que cores|quais tamanhos|acabou"
        ),
        _I.GREETING: "ola*|oi|oie|oii*|bom dia|boa tarde|boa noite|saudacoes|tudo bem",
        _I.COMPLAINT: (
            "quebr*|danific*|defeit*|ma qualidade|pessima qualidade|nao funciona*|nao liga|reclam*|reembolso|"
            "dinheiro de volta|errad*|faltando|faltou|faltaram|falta|nao chegou|nunca chegou|nao recebi|"
            "atras*|golpe|falso*|decepcion*|enferruj*|vazando|vaza|vazamento|rachad*|ninguem responde|"
            "sem resposta|ninguem respond*|pessim*|diferente da amostra|cheiro|descasc*|queimou|riscad*|"
            "nao respond*"
        ),
        _I.AFTER_SALES: (
            "garantia*|peca de reposicao|pecas de reposicao|reposicao|conserto|consertar|reparo|"
            "assistencia tecnica|assistencia|pos-venda|pos venda|devolucao|devolver|troca|manual|como usa*|"
            "como limpa*|instala*|manutencao|meu pedido|instrucoes"
        ),
    },
    "it": {
        _I.PRICE: (
            "prezzo*|prezzi|quanto costa*|quanto costano|costo|costi|quanto viene*|quanto vengono|"
            "preventivo*|listino*|quotazione|sconto*|sconti|caro|economic*|quanto"
        ),
        _I.MOQ: (
            "ordine minimo|quantita minima|quantitativo minimo|minimo*|minima|moq|piccole quantita|"
            "piccolo ordine|pochi pezzi|a partire da quant*|solo uno|un solo|ordine di prova|al dettaglio|"
            "posso ordinare|meno di"
        ),
        _I.SAMPLE: "campion*|campionatura|pezzo di prova",
        _I.SHIPPING: (
            "spedi*|spedizion*|consegn*|trasporto*|tempi|quanto tempo|quanti giorni|dogana*|via mare|"
            "via aerea|nave|corriere|arriva*|container|ddp|~fob|~cif|~porto|dazi*"
        ),
        _I.CUSTOMISATION: (
            "logo*|personalizz*|nostro marchio|mio marchio|proprio marchio|stampa*|incis*|incidere|"
            "nostro design|altro colore|altri colori|cambiare colore|imballaggio|confezion*|su misura|stampo|"
            "oem|etichett*|ricam*"
        ),
        _I.CERTIFICATE: (
            "certific*|marchio ce|marcatura ce|rapporto di prova|rapporti di prova|test report|norma*|"
            "conform*|rohs|uso alimentare|alimentare|senza bpa|moca|brevett*"
        ),
        _I.PAYMENT: (
            "pagament*|pagare|paga|acconto|bonifico|carta di credito|lettera di credito|paypal|fattura*|"
            "a rate|caparra|conto bancario|accettate|proforma"
        ),
        _I.STOCK: (
            "disponibil*|magazzino|in stock|esaurit*|pronta consegna|ne avete|avete ancora|ce l'avete|c'e in|"
            "quali colori|che colori|che taglie|quali taglie|rimast*|avete in"
        ),
        _I.GREETING: "ciao*|buongiorno*|buonasera|buon giorno|salve|buon pomeriggio",
        _I.COMPLAINT: (
            "rotto|rotta|rotti|rotte|danneggiat*|difett*|scarsa qualita|pessima qualita|non funziona*|"
            "reclam*|lament*|rimbors*|sbagliat*|manca|mancano|mancavano|non e arrivat*|mai arrivat*|"
            "non ho ricevuto|ritardo|truffa*|falso|delus*|arruggin*|perde acqua|crepa*|nessuno risponde|"
            "nessuna risposta|diverso dal campione|puzza|graffiat*|inaccettabile"
        ),
        _I.AFTER_SALES: (
            "garanzia*|ricambi*|pezzi di ricambio|ripara*|assistenza*|post vendita|post-vendita|reso|resi|"
            "restitu*|sostitu*|istruzioni|manuale|come si usa|come si pulisce|install*|manutenzione|"
            "mio ordine"
        ),
    },
    "ru": {
        _I.PRICE: (
            "цена|цены|цену|ценой|ценник|сколько стоит|сколько стоят|скока стоит|почем|стоимость|стоит|"
            "прайс*|скидк*|дешев*|дорого|дороговато|расчет стоимости|оптовая|оптом|посчитайте|расценк*"
        ),
        _I.MOQ: (
            "минимал*|миним*|мин заказ|мин партия|moq|мин кол*|малая партия|небольшая партия|пробн* партия|"
            "пробный заказ|от скольки|поштучно|в розницу|розниц*|одну штуку|одна штука|1 шт|меньше чем|"
            "сколько минимум"
        ),
        _I.SAMPLE: "образец|образц*|пробник*|сэмпл*|семпл*",
        _I.SHIPPING: (
            "достав*|отправ*|перевоз*|фрахт|сколько дней|сколько времени|сроки|срок поставки|срок изготов*|"
            "срок|таможн*|морем|самолетом|авиа|поезд*|контейнер*|логист*|когда прид*|когда будет|привез*|"
            "растамож*|~fob|~cif|~порт|карго|как долго|как быстро"
        ),
        _I.CUSTOMISATION: (
            "логотип*|лого|нанес*|нанос*|печать|напечат*|гравир*|свой бренд|под своим брендом|наш бренд|"
            "наш дизайн|своя марка|стм|другой цвет|другие цвета|другом цвете|упаковк*|на заказ|кастом*|"
            "пресс-форм*|oem|вышив*|индивидуальн*|по нашему"
        ),
        _I.CERTIFICATE: (
            "сертифик*|еас|eac|декларац*|тр тс|протокол испыт*|протокол*|соответств*|rohs|пищев*|гост|"
            "патент*|разрешительн*|маркировк*"
        ),
        _I.PAYMENT: (
            "оплат*|платеж*|платить|заплат*|предоплат*|аванс|аккредитив*|карт*|перевод денег|банковск*|"
            "рассрочк*|отсрочк*|счет|инвойс*|депозит|юан*|рубл*|наличн*|реквизит*"
        ),
        _I.STOCK: (
            "в наличии|наличи*|на складе|склад*|есть в|остал*|остат*|закончил*|раскупил*|распродан*|есть еще|"
            "есть ли|какие цвета|каких цветов|какие размеры|есть зелен*|есть черн*|есть бел*|есть красн*|"
            "есть син*"
        ),
        _I.GREETING: "привет*|здравствуй*|добрый день|доброе утро|добрый вечер|доброго дня|здрасте|хай|салам*",
        _I.COMPLAINT: (
            "сломал*|сломан*|разбит*|поврежд*|брак|бракован*|дефект*|плохое качество|ужасное качество|"
            "не работа*|жалоб*|претензи*|возврат денег|верните деньги|вернуть деньги|не тот|не та|не те|"
            "не хватает|недоста*|не пришл*|не приш*|не получил*|опоздал*|задерж*|задержк*|обман*|мошенн*|"
            "подделк*|разочаров*|ржав*|протека*|трещин*|никто не отвеч*|не отвечаете|нет ответа|"
            "отличается от образца|воня*|пахн*|царапин*|ужас*|перестал*"
        ),
        _I.AFTER_SALES: (
            "гаранти*|запчаст*|запасн*|ремонт*|починит*|сервис*|возврат|вернуть товар|обмен|замен*|инструкц*|"
            "как пользоваться|как почистить|как чистить|как мыть|установк*|установить|обслуживан*|мой заказ|"
            "моему заказу|послепродаж*"
        ),
    },
    "ar": {
        _I.PRICE: (
            "سعر*|السعر|اسعار*|الاسعار|بكم|كم سعر*|كم ثمن*|ثمن*|بكام|قديش|تكلف*|التكلف*|عرض سعر|خصم*|تخفيض*|"
            "غالي*|ارخص|رخيص*|شحال"
        ),
        _I.MOQ: (
            "اقل كمي*|الحد الادنى|حد ادنى|ادنى كمي*|moq|كمية قليلة|كميه قليله|كمية صغيرة|قطعة واحدة|"
            "قطعه واحده|بالمفرق|طلب تجريبي|اقل طلب*|اقل من"
        ),
        _I.SAMPLE: "عينة|عينه|عينات|العينة|العينه|العينات|نموذج|سامبل",
        _I.SHIPPING: (
            "شحن*|الشحن|للشحن|توصيل*|التوصيل|تسليم*|التسليم|كم يوم*|متى يصل|متى توصل|كم ياخذ|كم تستغرق|مدة*|"
            "المدة|جمارك*|الجمارك|جمرك*|حاوية|كونتينر|بحري|جوي|توصلون|ترسلون|ddp|نقل|متى"
        ),
        _I.CUSTOMISATION: (
            "شعار*|الشعار|لوجو|لوغو|طباع*|الطباعة|نطبع|تطبعون|علامت*|علامة تجارية|ماركتي|تصميم*|تصميمي|"
            "تخصيص*|تغليف*|التغليف|لون اخر|الوان اخرى|تغيير اللون|تفصيل|نقش*|حفر|قالب|oem"
        ),
        _I.CERTIFICATE: (
            "شهاد*|الشهاد*|سابر|ساسو|مطابق*|تقرير فحص|تقارير*|اختبار*|مواصفات قياسية|حلال|rohs|معتمد*|براءة"
        ),
        _I.PAYMENT: (
            "دفع|الدفع|ادفع|ندفع|للدفع|طريقة الدفع|طرق الدفع|تحويل*|التحويل|عربون|مقدم|دفعة|اعتماد مستندي|"
            "بطاقة*|باي بال|تقسيط|فاتورة*|حساب بنكي|كاش|نقدا"
        ),
        _I.STOCK: (
            "متوفر*|المتوفر*|متاح*|مخزون*|المخزون|موجود*|نفد*|نفذ*|خلص|باقي*|عندكم منه|في عندكم|يوجد لون|"
            "اي الوان|ما الالوان|الالوان المتوفرة|جاهز*"
        ),
        _I.GREETING: "مرحبا*|السلام عليكم|سلام عليكم|اهلا*|صباح الخير|مساء الخير|هلا|هاي|السلام",
        _I.COMPLAINT: (
            "مكسور*|انكسر*|تالف*|عيب|عيوب|معيب*|جودة سيئة|سيئه*|سيئة|لا يعمل|لا تعمل|ما يشتغل|مايشتغل|"
            "ما تشتغل|شكوى|اشتكي|استرداد|استرجاع المبلغ|رجعوا*|فلوسي|خطا|غلط|ناقص*|ينقص|لم يصل|لم تصل|"
            "ما وصل*|لم استلم|تاخر*|متاخر*|نصب|احتيال|مزيف*|تقليد|محبط|صدا|يسرب|تسريب|تشقق*|لا احد يرد|"
            "محد يرد|ما حد رد|لا يوجد رد|مختلف عن العينة|رائحة"
        ),
        _I.AFTER_SALES: (
            "ضمان*|الضمان|كفال*|الكفالة|قطع غيار|قطع الغيار|صيانة*|الصيانة|اصلاح*|تصليح*|ارجاع*|استبدال*|"
            "تبديل|كيف استخدم*|طريقة الاستخدام|كيفية الاستخدام|كيف انظف*|تركيب*|ما بعد البيع|دليل المستخدم|"
            "تعليمات"
        ),
    },
    "ja": {
        _I.PRICE: (
            "価格|値段|いくら|単価|見積|お見積|料金|値引|割引|安く|高い|いくつで|おいくら|定価|コスト|何ドル|"
            "何円"
        ),
        _I.MOQ: (
            "最小ロット|最低ロット|ロット|最小注文|最低注文|最小発注|何個から|いくつから|moq|少量|小ロット|"
            "1個から|一個から|1個だけ|一個だけ|小売|最低数量|単品"
        ),
        _I.SAMPLE: "サンプル|見本|試作|試供",
        _I.SHIPPING: (
            "送料|配送|発送|納期|出荷|何日|何週間|どのくらいで|どれくらいで|いつ届|届きます|届く|船便|航空便|"
            "輸送|通関|関税|コンテナ|運賃|日本まで|まで送|リードタイム|~fob|~cif"
        ),
        _I.CUSTOMISATION: (
            "ロゴ|名入れ|印刷|刻印|オリジナル|カスタム|oem|odm|自社ブランド|パッケージ|箱を|別の色|他の色|"
            "色を変|色違い|金型|デザイン|特注|オーダーメイド|刺繍|サイズ変更"
        ),
        _I.CERTIFICATE: (
            "認証|証明書|検査報告|試験報告|テストレポート|試験成績|pse|食品衛生|適合|規格|rohs|bpa|特許|"
            "検査証"
        ),
        _I.PAYMENT: (
            "支払|決済|前払|後払|入金|送金|振込|クレジットカード|カード払|信用状|掛け払|請求書|paypal|手付|"
            "インボイス"
        ),
        _I.STOCK: (
            "在庫|売り切れ|品切|入荷|残って|残り|まだあり|即納|何色|色は|黒は|白は|赤は|青は|緑は|サイズ展開|"
            "ピンクは"
        ),
        _I.GREETING: "こんにちは|こんばんは|おはよう|はじめまして|初めまして|お世話に|どうも|ハロー|もしもし",
        _I.COMPLAINT: (
            "壊れ|割れ|破損|不良|品質が悪|動かない|動きません|使えない|使えません|クレーム|苦情|返金|間違|"
            "違うもの|違う色|足りない|足りません|不足|届かない|届いてない|届いていません|届きません|遅れ|"
            "遅い|遅延|詐欺|偽物|がっかり|錆|さび|漏れ|ヒビ|返事がない|返事が来|連絡がない|返信がない|"
            "見本と違|サンプルと違|臭い|傷が|剥が|欠け|最悪|ひどい"
        ),
        _I.AFTER_SALES: (
            "保証|修理|部品|交換|返品|アフター|説明書|マニュアル|使い方|洗い方|お手入れ|取り付け|設置|"
            "サポート|メンテ|前回の注文|先日の注文"
        ),
    },
    "ko": {
        _I.PRICE: "가격|얼마|단가|견적|할인|비싸|비싼|싸게|저렴|금액|네고|원가|에누리|몇달러|몇 달러",
        _I.MOQ: (
            "최소|최소주문|최소 주문|moq|소량|몇개부터|몇 개부터|낱개|한개만|한 개만|1개만|소매|샘플오더|"
            "최저 수량|1개도"
        ),
        _I.SAMPLE: "샘플|견본|시제품",
        _I.SHIPPING: (
            "배송|납기|선적|출고|며칠|몇일|얼마나 걸|언제 도착|언제 와|언제쯤|언제 받|운송|운임|통관|관세|"
            "컨테이너|항공|해상|택배|발송|기간|리드타임|~fob|~cif|보내주|까지 보내"
        ),
        _I.CUSTOMISATION: (
            "로고|인쇄|각인|주문제작|커스텀|맞춤|oem|odm|자체 브랜드|자사 브랜드|우리 브랜드|저희 브랜드|"
            "포장|박스|다른 색|색상 변경|색 변경|금형|디자인|자수|pb"
        ),
        _I.CERTIFICATE: "인증|인증서|시험성적|성적서|kc|검사|안전성|식품용|rohs|적합|환경호르몬|특허|허가|증명서",
        _I.PAYMENT: (
            "결제|지불|송금|선금|계약금|잔금|신용장|카드|계좌|페이팔|외상|인보이스|세금계산서|입금|할부|t/t|"
            "l/c"
        ),
        _I.STOCK: "재고|품절|입고|남아|남았|있어요|있나요|있습니까|현물|무슨 색|어떤 색|색상은|사이즈는|다 팔|색 있",
        _I.GREETING: "안녕|반갑|하이|좋은 아침|수고하|수고 많|헬로",
        _I.COMPLAINT: (
            "고장|깨졌|깨져|깨진|파손|불량|품질이 나|품질이 안|작동 안|작동이 안|작동하지|안돼요|안 돼요|"
            "안됩니다|불만|컴플레인|환불|잘못 왔|잘못 보|잘못 배송|다른 제품|다른 게 왔|누락|부족|모자라|"
            "빠졌|못 받|안 왔|안왔|안 와|도착 안|늦|지연|사기|가짜|실망|녹슬|녹이|누수|새요|샙니다|금이 갔|"
            "답이 없|답장이 없|답변이 없|연락이 없|샘플과 다|샘플이랑 다|냄새|긁|벗겨|최악"
        ),
        _I.AFTER_SALES: (
            "보증|a/s|as 되|as는|as가|as 기간|수리|부품|교환|반품|설명서|매뉴얼|사용법|사용 방법|설치|세척|"
            "청소 방법|유지보수|애프터|지난 주문|저번 주문"
        ),
    },
    "vi": {
        _I.PRICE: (
            "gia|gia bao nhieu|bao nhieu tien|bao nhieu 1|bao nhieu mot|bn tien|bnhieu|bao gia|bao nhieu the|"
            "nhieu tien|giam gia|chiet khau|re hon|dat qua|mac qua|don gia|gia si|inbox gia|ib gia|bn"
        ),
        _I.MOQ: (
            "toi thieu|it nhat|so luong nho|dat it|moq|mua le|ban le|mot cai|1 cai|don hang nho|don thu|"
            "lay it|may cai|tu bao nhieu cai"
        ),
        _I.SAMPLE: "mau thu|hang mau|gui mau|lay mau|xin mau|san pham mau|mua mau|phi mau|mau truoc|lam mau",
        _I.SHIPPING: (
            "ship|van chuyen|giao hang|giao|bao lau|may ngay|bao nhieu ngay|thoi gian|phi ship|hai quan|"
            "duong bien|duong hang khong|container|cuoc|ve viet nam|khi nao|gui hang|gui ve|thue nhap|~fob|"
            "~cif"
        ),
        _I.CUSTOMISATION: (
            "logo*|in logo|in ten|thiet ke|thuong hieu|dat lam|lam theo|theo yeu cau|mau khac|doi mau|bao bi|"
            "hop rieng|dong goi|khac ten|khac laser|oem|khuon|thue*"
        ),
        _I.CERTIFICATE: (
            "chung chi|chung nhan|giay chung nhan|kiem dinh|bao cao thu nghiem|kiem nghiem|tieu chuan|rohs|"
            "an toan thuc pham|co cq|c/o|hop quy|giay to|ban quyen"
        ),
        _I.PAYMENT: (
            "thanh toan|tra tien|dat coc|coc|chuyen khoan|the tin dung|tin dung thu|paypal|hoa don|tra gop|"
            "tai khoan ngan hang|cod"
        ),
        _I.STOCK: (
            "con hang|con khong|het hang|co san|san hang|ton kho|hang san|con mau|co mau|nhung mau nao|"
            "may mau|co size|size nao|con bao nhieu"
        ),
        _I.GREETING: "xin chao|chao ban|chao shop|chao|alo|hello|hi shop|chao ad|chao anh|chao chi",
        _I.COMPLAINT: (
            "bi hong|hong roi|bi vo|vo roi|vo het|bi loi|loi|chat luong kem|kem chat luong|khong hoat dong|"
            "khong dung duoc|khong chay|khieu nai|hoan tien|tra lai tien|giao sai|sai mau|gui sai|sai hang|"
            "thieu|chua nhan|chua nhan duoc|khong nhan duoc|giao tre|tre qua|cham|lua dao|hang gia|hang nhai|"
            "that vong|gi set|ri nuoc|nut|khong ai tra loi|khong tra loi|khong phan hoi|khac mau|"
            "khong giong mau|mui|tray|te qua"
        ),
        _I.AFTER_SALES: (
            "bao hanh|phu tung|linh kien|sua chua|sua|doi tra|tra hang|doi hang|huong dan|cach dung|"
            "cach su dung|lap dat|hau mai|ve sinh|bao tri|don hang cua toi|don cua toi"
        ),
    },
    "th": {
        _I.PRICE: (
            "ราคา|เท่าไหร่|เท่าไร|กี่บาท|กี่ดอลลาร์|กี่เหรียญ|ใบเสนอราคา|ลดราคา|ส่วนลด|ลดได้|แพง|ถูกกว่า|ราคาส่ง|เท่าไหร|ต้นทุน"
        ),
        _I.MOQ: "ขั้นต่ำ|สั่งน้อย|กี่ชิ้น|อย่างน้อย|moq|จำนวนน้อย|ชิ้นเดียว|1 ชิ้น|ขายปลีก|ปลีก|ทดลองสั่ง|กี่อัน",
        _I.SAMPLE: "ตัวอย่าง|แซมเปิ้ล|ของตัวอย่าง",
        _I.SHIPPING: (
            "ส่งไป|จัดส่ง|ค่าส่ง|ค่าขนส่ง|ขนส่ง|กี่วัน|นานไหม|นานแค่ไหน|เมื่อไหร่|ศุลกากร|ภาษีนำเข้า|ทางเรือ|"
            "ทางอากาศ|ตู้คอนเทนเนอร์|คอนเทนเนอร์|ส่งมา|ส่งถึง|ได้ของ|ส่งที่|ส่งของ|ระยะเวลา|~fob|~cif"
        ),
        _I.CUSTOMISATION: (
            "โลโก้|พิมพ์|สกรีน|สลัก|แบรนด์|ออกแบบ|สั่งทำ|สั่งผลิต|เปลี่ยนสี|สีอื่น|บรรจุภัณฑ์|แพ็คเกจ|กล่อง|oem|แม่พิมพ์|ปัก"
        ),
        _I.CERTIFICATE: (
            "ใบรับรอง|ใบอนุญาต|มาตรฐาน|มอก|อย.|รายงานการทดสอบ|ผลทดสอบ|rohs|ฟู้ดเกรด|ปลอดสาร|รับรอง|ฮาลาล|ใบเซอร์"
        ),
        _I.PAYMENT: (
            "ชำระ|จ่าย|มัดจำ|โอนเงิน|โอน|บัตรเครดิต|แอลซี|paypal|ใบแจ้งหนี้|ผ่อน|เครดิตเทอม|เครดิต|บัญชีธนาคาร|ใบกำกับ"
        ),
        _I.STOCK: ("สต็อก|สต๊อก|มีของ|ของหมด|หมดแล้ว|หมดไหม|หมดยัง|พร้อมส่ง|เหลือ|มีสี|สีอะไร|กี่สี|มีไซส์|ของมี|ยังมี"),
        _I.GREETING: "สวัสดี|หวัดดี|ดีค่ะ|ดีครับ|ฮัลโหล|ดีจ้า",
        _I.COMPLAINT: (
            "แตก|พัง|เสียหาย|ชำรุด|คุณภาพแย่|คุณภาพไม่ดี|ไม่ทำงาน|ใช้ไม่ได้|ใช้งานไม่ได้|เปิดไม่ติด|"
            "ร้องเรียน|คืนเงิน|ส่งผิด|ผิดสี|ผิดรุ่น|ขาด|ไม่ครบ|ยังไม่ได้รับ|ไม่ได้รับ|ยังไม่ถึง|ล่าช้า|"
            "ช้ามาก|โกง|ของปลอม|ผิดหวัง|สนิม|รั่ว|ร้าว|ไม่ตอบ|ไม่มีใครตอบ|ไม่เหมือนตัวอย่าง|เหม็น|รอย|ห่วย|"
            "แย่มาก"
        ),
        _I.AFTER_SALES: (
            "รับประกัน|ประกัน|อะไหล่|ซ่อม|เปลี่ยนสินค้า|คืนสินค้า|เปลี่ยนคืน|คู่มือ|วิธีใช้|ใช้ยังไง|"
            "ใช้อย่างไร|ติดตั้ง|ล้างยังไง|ทำความสะอาด|หลังการขาย|บำรุงรักษา|ออเดอร์เก่า"
        ),
    },
    "id": {
        _I.PRICE: (
            "harga*|harganya|berapa harga*|berapaan|brp|berapa duit|berapa|penawaran harga|diskon|murah|"
            "mahal|biaya per|nego|kena berapa|hrg"
        ),
        _I.MOQ: (
            "minimal*|minimum*|min order|min pembelian|moq|jumlah kecil|sedikit|satuan|eceran|beli satu|"
            "1 pcs|satu saja|pesanan percobaan|minim order|min berapa|kurang dari"
        ),
        _I.SAMPLE: "sampel*|sample*|contoh barang|contoh produk|contohnya|contoh",
        _I.SHIPPING: (
            "kirim*|pengiriman|ongkir|ongkos kirim|dikirim|berapa lama|berapa hari|kapan sampai|kapan|"
            "bea cukai|pajak impor|lewat laut|lewat udara|kontainer|ekspedisi|sampai ke|estimasi|"
            "lama pengerjaan|~fob|~cif"
        ),
        _I.CUSTOMISATION: (
            "logo*|cetak|sablon|custom*|kustom*|merek sendiri|merek kami|brand sendiri|brand kami|desain*|"
            "kemasan|warna lain|ganti warna|ubah warna|grafir|oem|cetakan|bordir|maklon"
        ),
        _I.CERTIFICATE: (
            "sertifik*|sertipikat|sni|bpom|halal|laporan uji|hasil uji|standar|rohs|aman makanan|food grade|"
            "bebas bpa|izin edar|paten"
        ),
        _I.PAYMENT: (
            "bayar*|pembayaran|dp|uang muka|transfer|kartu kredit|rekening|paypal|faktur|cicil*|lc|tempo|"
            "invoice|cod|qris"
        ),
        _I.STOCK: (
            "stok*|ready|tersedia|masih ada|habis|kosong|sisa|ada warna|warna apa|ukuran apa|restok|ada ga|"
            "ada gak|ada nggak"
        ),
        _I.GREETING: (
            "halo*|hallo|hai|selamat pagi|selamat siang|selamat sore|selamat malam|assalam*|permisi|pagi kak|"
            "malam kak"
        ),
        _I.COMPLAINT: (
            "rusak|pecah|cacat|kualitas jelek|jelek|tidak berfungsi|ga bisa dipakai|tidak bisa dipakai|"
            "gak nyala|tidak nyala|mati|komplain|keluhan|refund|uang kembali|kembalikan uang|salah kirim|"
            "salah warna|salah barang|kurang .. pcs|belum sampai|belum diterima|belum datang|tidak sampai|"
            "telat|terlambat|lambat|penipu*|tipu|palsu|kecewa|karat*|bocor|retak|tidak dibalas|ga dibalas|"
            "gak dibalas|tidak ada balasan|beda dengan sampel|tidak sesuai|bau|lecet|parah"
        ),
        _I.AFTER_SALES: (
            "garansi*|suku cadang|sparepart*|spare part|perbaikan|servis|service|retur|tukar|penggantian|"
            "buku panduan|cara pakai|cara menggunakan|cara pasang|pasang|cara bersih*|purna jual|perawatan|"
            "pesanan saya"
        ),
    },
    "tr": {
        _I.PRICE: (
            "fiyat*|kac para|ne kadar|kac dolar|kac lira|kac tl|ucret*|teklif*|indirim*|iskonto|pahali|ucuz*|"
            "maliyet*|kaca|kactan|birim fiyat"
        ),
        _I.MOQ: (
            "minimum*|asgari|en az|moq|az adet|kucuk siparis|kac adetten|tek adet|bir tane|1 adet|perakende|"
            "deneme siparis*|minumum|daha az"
        ),
        _I.SAMPLE: "numune*|ornek urun|ornek|sample|deneme urun*",
        _I.SHIPPING: (
            "kargo*|gonder*|teslim*|nakliye*|navlun|kac gun*|ne kadar sur*|ne zaman|gumruk*|deniz yolu|"
            "hava yolu|denizyolu|havayolu|konteyner*|ulas*|gelir mi|sevkiyat*|termin|sure*|ddp|~fob|~cif|"
            "~liman"
        ),
        _I.CUSTOMISATION: (
            "logo*|baski*|bastir*|basabil*|ozel uretim|ozel tasarim|kendi marka*|markamiz*|marka*|tasarim*|"
            "ambalaj*|paketleme|baska renk|farkli renk|renk degis*|kisisel*|kalip|fason|oem|kazima|nakis|"
            "kutu*"
        ),
        _I.CERTIFICATE: (
            "sertifika*|ce belge*|belge*|test rapor*|rapor*|uygunluk|standart*|rohs|gida*|tse|helal|bpa|"
            "patent*|onayli"
        ),
        _I.PAYMENT: (
            "odeme*|ode*|pesin|kapora|havale|eft|kredi kart*|akreditif|paypal|fatura*|taksit*|vade*|"
            "banka hesab*|depozito|iban"
        ),
        _I.STOCK: (
            "stok*|mevcut*|var mi|elinizde|kaldi mi|tukendi*|bitti mi|hangi renk*|renkleri|hangi beden*|"
            "siyahi var|hazir urun|kac tane var"
        ),
        _I.GREETING: "merhaba*|mrb|slm|selam*|iyi gunler|gunaydin|iyi aksamlar|iyi calismalar|kolay gelsin",
        _I.COMPLAINT: (
            "kirik*|kirildi|bozuk*|bozuldu|hasarli|hasar*|arizali|kusurlu|defolu|kalitesiz*|kotu kalite|"
            "calismiyor|calismadi|sikayet*|iade*|para iade*|parami|yanlis*|eksik*|gelmedi|ulasmadi|almadim|"
            "gec geldi|gecik*|dolandir*|sahte*|hayal kirik*|pasla*|sizdir*|catla*|cevap yok|cevap vermi*|"
            "kimse cevap|numuneden farkli|numune gibi degil|kokuyor|cizik*|rezalet|berbat"
        ),
        _I.AFTER_SALES: (
            "garanti*|yedek parca*|tamir*|onarim|servis*|satis sonrasi|degisim|degistir*|kilavuz*|"
            "nasil kullan*|nasil temiz*|kurulum*|montaj*|bakim*|siparisim*|kullanim"
        ),
    },
    "hi": {
        _I.PRICE: (
            "कीमत|दाम|कितने का|कितने की|कितने में|कितना पैसा|रेट|भाव|प्राइस|मूल्य|कोटेशन|छूट|डिस्काउंट|महंगा|"
            "सस्ता|kitne ka|kitne ki|kitne me*|kitna hai|kimat|keemat|daam|bhav"
        ),
        _I.MOQ: "न्यूनतम|कम से कम|मिनिमम|एमओक्यू|moq|थोड़ा|एक पीस|छोटा ऑर्डर|kam se kam|ek piece|minimum",
        _I.SAMPLE: "सैंपल|सैम्पल|नमूना|नमूने|sample*|namuna",
        _I.SHIPPING: (
            "डिलीवरी|शिपिंग|भेज|कितने दिन|कब तक|कब मिलेगा|कब आएगा|पहुंच|माल भाड़ा|कस्टम|भाड़ा|कंटेनर|"
            "ट्रांसपोर्ट|kitne din|kab tak|bhej*|delivery|kab milega"
        ),
        _I.CUSTOMISATION: (
            "लोगो|छपाई|प्रिंट|ब्रांड|डिजाइन|डिज़ाइन|पैकेजिंग|दूसरा रंग|रंग बदल|कस्टमाइज|अपना नाम|oem|logo|"
            "apna brand|apne brand"
        ),
        _I.CERTIFICATE: (
            "सर्टिफिकेट|प्रमाणपत्र|प्रमाण पत्र|बीआईएस|bis|टेस्ट रिपोर्ट|जांच रिपोर्ट|फूड ग्रेड|सर्टिफाइड|certificate"
        ),
        _I.PAYMENT: (
            "भुगतान|पेमेंट|पैसे कैसे|एडवांस|बैंक|क्रेडिट|ट्रांसफर|यूपीआई|upi|किस्त|बिल|जीएसटी|payment|paise kaise|advance"
        ),
        _I.STOCK: "स्टॉक|उपलब्ध|खत्म|बचा है|बचे हैं|मिल जाएगा|कौन से रंग|किस रंग|रंग में|stock|available|bacha hai",
        _I.GREETING: "नमस्ते|नमस्कार|हेलो|हैलो|राम राम|सलाम|namaste|namaskar",
        _I.COMPLAINT: (
            "टूट|टूटा|खराब|ख़राब|काम नहीं|नहीं चल|शिकायत|पैसे वापस|रिफंड|गलत|कम निकल|कम मिला|नहीं मिला|"
            "नहीं आया|देर|लेट|धोखा|नकली|निराश|जंग|लीक|जवाब नहीं|घटिया|toota|kharab|kaam nahi|nahi mila|"
            "nahi aaya|paise wapas"
        ),
        _I.AFTER_SALES: (
            "वारंटी|गारंटी|स्पेयर|पार्ट्स|मरम्मत|रिपेयर|वापसी|बदल सकते|कैसे इस्तेमाल|कैसे उपयोग|मैनुअल|"
            "सर्विस|इंस्टॉल|warranty|guarantee|spare part*|repair"
        ),
    },
}
