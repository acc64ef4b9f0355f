"""The units, currencies and classifiers of trade, and how they are spelled. A table, therefore long.

Each line: dimension, name, factor to the base unit of the dimension, then a colon and the spellings
Each line: separated by
commas, in lower case where case does not matter. A spelling may stand for several units ("pound").
"""

PHYSICAL = """
mass mg 1/1000: mg, milligram, milligrams, 毫克, мг
mass g 1: g, gr, grs, gram, grams, gramme, grammes, 克, 公克, г
mass kg 1000: kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, 公斤, 千克, кг
mass jin 500: jin, catty, catties, 斤, 市斤
mass liang 50: liang, tael, taels, 两
mass t 1000000: t, tonne, tonnes, ton, tons, metric ton, metric tons, 吨, 公吨, тонн
mass short-ton 907184.74: short ton, short tons, ton, tons
mass lb 453.59237: lb, lbs, pound, pounds, 磅
mass oz 28.349523125: oz, ounce, ounces, 盎司
mass ct 1/5: carat, carats, 克拉
length um 1/1000: um, µm, μm, micron, microns, micrometre, micrometer, 微米, 丝
length mm 1: mm, millimetre, millimetres, millimeter, millimeters, 毫米, 公厘, мм
length mil 127/5000: mil, mils, 密耳
length cm 10: cm, cms, centimetre, centimetres, centimeter, centimeters, 厘米, 公分, см
length dm 100: dm, 分米
length m 1000: m, metre, metres, meter, meters, mtr, mtrs, 米, 公尺, м
length km 1000000: km, kms, kilometre, kilometres, kilometer, kilometers, 千米, 公里, км
length in 25.4: in, inch, inches, ", 英寸, 寸, 吋
length ft 304.8: ft, foot, feet, ', 英尺, 尺, 呎
length chi 1000/3: 尺, 市尺
length cun 100/3: 寸
length yd 914.4: yd, yds, yard, yards, 码
length mile 1609344: mile, miles, mi, 英里
length li 500000: 里, 华里
area mm² 1: mm2, mm², sq mm, square millimetre, square millimetres, square millimeter, square millimeters
area mm² 1: 平方毫米
area mm² 1: 平方, 平方线
area cm² 100: cm2, cm², sq cm, square centimetre, square centimetres, square centimeter
area cm² 100: square centimeters, 平方厘米
area m² 1000000: m2, m², ㎡, sqm, sqms, sq m, sq meters, square metre, square metres, square meter
area m² 1000000: square meters, 平方米, 平米, 平方, 平, м²
area km² 1000000000000: km2, km², sq km, square kilometre, square kilometres, square kilometer
area km² 1000000000000: square kilometers, 平方公里, 平方千米
area ft² 92903.04: ft2, ft², sqft, sq ft, square foot, square feet, 平方英尺
area ha 10000000000: ha, hectare, hectares, 公顷
area acre 4046856422.4: acre, acres, 英亩
area mu 2000000000/3: mu, 亩
area mile² 2589988110336: sq mi, square mile, square miles, 平方英里
volume ml 1: ml, cc, millilitre, millilitres, milliliter, milliliters, 毫升, мл
volume cl 10: cl
volume l 1000: l, lt, ltr, ltrs, litre, litres, liter, liters, 升, 公升, л
volume cm³ 1: cm3, cm³, cubic centimetre, cubic centimetres, cubic centimeters, 立方厘米
volume m³ 1000000: m3, m³, cbm, cbms, cu m, cubic metre, cubic metres, cubic meter, cubic meters, cube
volume m³ 1000000: cubes, 立方米, 立方, 方, 立方公尺
volume gal 3785.411784: gal, gals, gallon, gallons, 加仑
volume oz 29.5735295625: oz, fl oz, fluid ounce, fluid ounces, ounce, ounces, 盎司, 液体盎司
volume ft³ 28316.846592: ft3, ft³, cuft, cu ft, cubic foot, cubic feet, 立方英尺
power W 1: w, watt, watts, 瓦, 瓦特, вт
power kW 1000: kw, kilowatt, kilowatts, 千瓦, квт
power MW 1000000: mw, megawatt, megawatts, 兆瓦
power GW 1000000000: gw, gigawatt, gigawatts, 吉瓦
apparent VA 1: va, volt-amperes, 伏安
apparent kVA 1000: kva, kilovolt-amperes, 千伏安
power hp 735.49875: hp, horsepower, 马力, 匹
voltage V 1: v, volt, volts, 伏, 伏特, в
voltage kV 1000: kv, kilovolt, kilovolts, 千伏
voltage mV 1/1000: mv, 毫伏
current A 1: amp, amps, ampere, amperes, 安, 安培
current mA 1/1000: ma, milliamp, milliamps, 毫安
charge mAh 1/1000: mah, ma, 毫安时, 毫安
charge Ah 1: ah, amp hours, amp hour, 安时, 安
frequency Hz 1: hz, hertz, 赫兹, 赫
frequency kHz 1000: khz, kilohertz, 千赫
frequency MHz 1000000: mhz, megahertz, 兆赫
frequency GHz 1000000000: ghz, gigahertz, 吉赫
data KB 1000: kb, kilobytes
data MB 1000000: mb, megabyte, megabytes, 兆, 兆字节
data GB 1000000000: gb, gigabyte, gigabytes
data TB 1000000000000: tb, terabyte, terabytes
pressure Pa 1: pa, pascal, pascals, 帕, 帕斯卡
pressure kPa 1000: kpa, 千帕
pressure MPa 1000000: mpa, 兆帕
pressure bar 100000: bar, bars, 巴
pressure bar 100000: 公斤, 公斤力
pressure psi 6894.757293168: psi, 磅
force N 1: newton, newtons, 牛, 牛顿
force kN 1000: kn, kilonewtons, 千牛
torque Nm 1: nm, newton metres, newton metre, newton meters, newton meter, 牛米, 牛·米
energy Wh 1: wh, watt hours, 瓦时
energy kWh 1000: kwh, kilowatt hours, kilowatt hour, 千瓦时, 度, 度电
heat kcal 1000: kcal, 千卡, 大卡
heat cal 1: cal, calorie, calories, 卡, 卡路里
heat kcal 1000: cal, calorie, calories, 卡路里
temperature °C 1: °c, ℃, c, celsius, degree celsius, degrees celsius, degrees centigrade, degrees c
temperature °C 1: degree, degrees, °, 度, 摄氏度
temperature-f °F 1: °f, ℉, f, fahrenheit, degree fahrenheit, degrees fahrenheit, degrees f, degree
temperature-f °F 1: degrees, °, 度, 华氏度
angle ° 1: degree, degrees, °, 度
sound dB 1: db, decibel, decibels, 分贝
light lm 1: lm, lumen, lumens, 流明
light lx 1: lux, 勒克斯
colour K 1: kelvin, kelvins, 开尔文, 开
turn rpm 1: rpm, r/min, rpms
cloth gsm 1: gsm, g/m2, g/m²
mass g 1: gsm, g/m2, g/m²
pixel px 1: px, pixel, pixels, 像素
pixel MP 1000000: mp, megapixel, megapixels, 兆像素
duration ms 1/1000: ms, millisecond, milliseconds, 毫秒
duration s 1: s, sec, secs, second, seconds, 秒, 秒钟
duration min 60: min, mins, minute, minutes, 分钟, мин
duration h 3600: of an hour, h, hr, hrs, hour, hours, 小时, 钟头, 个小时, 个钟头, 个钟, ч
duration day 86400: day, days, d, 天, 日, working day, working days, business day, business days, 工作日, 个工作日
duration day 86400: дней, дня
duration week 604800: week, weeks, wk, wks, 周, 星期, 礼拜, 个星期, 个礼拜
months month 1: month, months, mth, mths, mo, 个月
months quarter 3: quarter, quarters, 季度, 个季度
months year 12: year, years, yr, yrs, 年, 周年, 岁, 周岁, year old, years old
months decade 120: decade, decades
multiple times 1: 倍
"""

COUNTED = """
count pcs 1: pc, pcs, pce, pces, piece, pieces, pieza, piezas, шт, 件
count dozen 12: dozen, dozens, dz, doz, 打
count gross 144: gross, 罗
pair pair 1: pair, pairs, prs, 双, 对
carton carton 1: carton, cartons, ctn, ctns, case, cases, box, boxes, 箱, 盒
pallet pallet 1: pallet, pallets, plt, plts, 托盘, 托
container container 1: container, containers, 货柜, 集装箱, 柜, 个柜
"""

WEAK = """
个 个 只 台 套 条 支 瓶 把 张 块 片 根 位 人 名 颗 粒 枚 辆 卷 袋
桶 罐 本 盘 架 部 款 种 样 家 间 次 头 节 匹 盏 床 顶 棵 朵 份 组 副
unit units set sets item items order orders unidades
"""

MONEY = """
USD 1: usd, us$, u$, u$s, us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars, american dollar
USD 1: 美元, 美金, 美刀, 刀, 块美金, 块美元, 元美金
CNY 1: cny, rmb, yuan, renminbi, kuai, cn¥, 元, 块, 块钱, 元钱, 人民币, 元人民币, 块人民币, юаней
EUR 1: eur, euro, euros, €, 欧元, 欧, евро
GBP 1: gbp, £, pound sterling, pounds sterling, british pounds, quid, pound, pounds, 英镑, 镑
JPY 1: jpy, yen, 日元, 日圆, 円
CNY 1: ¥
JPY 1: ¥
KRW 1: krw, won, ₩, 韩元, 韩币, 원
HKD 1: hkd, hk$, hong kong dollar, hong kong dollars, hk dollars, 港元, 港币
TWD 1: twd, nt$, ntd, taiwan dollars, 新台币, 台币
AUD 1: aud, au$, a$, australian dollars, aussie dollars, 澳元, 澳币
CAD 1: cad, ca$, c$, canadian dollars, 加元, 加币
SGD 1: sgd, s$, singapore dollars, 新加坡元, 新元, 新币
INR 1: inr, ₹, rs, rupee, rupees, 卢比
RUB 1: rub, ₽, ruble, rubles, rouble, roubles, 卢布, руб, рублей, рубля, рубль
AED 1: aed, dirham, dirhams, dhs, 迪拉姆
SAR 1: sar, riyal, riyals, 里亚尔
THB 1: thb, ฿, baht, 泰铢, บาท
VND 1: vnd, ₫, dong, 越南盾, đồng
IDR 1: idr, rp, rupiah, 印尼盾
MYR 1: myr, rm, ringgit, 马币, 林吉特, 令吉
PHP 1: php, ₱
MXN 1: mxn, mx$
PHP 1: peso, pesos, 比索
MXN 1: peso, pesos, 比索
BRL 1: brl, r$, real, reais, 雷亚尔
TRY 1: try, ₺, lira, liras, 里拉
ZAR 1: zar, rand, 兰特
NGN 1: ngn, ₦, naira, 奈拉
CHF 1: chf, swiss francs, francs, 瑞士法郎, 瑞郎, 法郎
PLN 1: pln, zloty, 兹罗提
ILS 1: ils, ₪, shekel, shekels, 谢克尔
USD 1/100: us cent, us cents, 美分
EUR 1/100: euro cents, cent, cents, ¢, 欧分
GBP 1/100: pence, 便士
CNY 1/100: fen, 分钱
CNY 1/10: jiao, mao, 毛, 毛钱, 角, 角钱
"""

DOLLARS = "USD HKD TWD AUD CAD SGD MXN NZD"
DOLLAR_SPELLINGS = "$, dollar, dollars, buck, bucks, dólares, dolares, долларов, доллара, دولار"
CENT_SPELLINGS = "cent, cents, ¢"

PERCENT = (
    "%, percent, per cent, percents, pct, percentage points, percentage point, 个百分点, 百分点, por ciento, "
    "por cento, pour cent, prozent, процентов, процента, процент, per cento, phần trăm, persen, パーセント, 퍼센트, "
    "بالمئة, بالمائة"
)
PER_MILLE = "‰, per mille, per thousand"
