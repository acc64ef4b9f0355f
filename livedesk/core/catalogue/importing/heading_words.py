"""What exporters call the columns of their tables, in Chinese (Simplified) and English."""

from livedesk.core.catalogue.importing.columns import Field

WORDS: dict[Field, str] = {
    Field.SKU: "sku, 货号, 款号, 商品编号, 产品编号, 产品编码, 商品编码, 商品货号, 产品货号, 料号,"
    " 物料编码, 编码, 编号, 型号, 产品型号, 规格型号, item no, item number, item code, item #, item id,"
    " item, art no, article no, article number, article, product code, product no, product number,"
    " product id, style no, style, part no, part number, ref, reference, ref no, model, model no,"
    " model number, code",
    Field.NUMBER: "直播编号, 直播号, 买家编号, 口播编号, 链接号, live no, live number, buyer number,"
    " number on air, number",
    Field.NAMES: "品名, 名称, 产品名, 产品名称, 商品名称, 商品名, 产品标题, 标题, 货品名称, 产品,"
    " 商品, name, product name, item name, product title, title, product, commodity, goods",
    Field.CATEGORY: "类别, 分类, 品类, 类目, 产品类别, 产品分类, 大类, 系列, category, product category,"
    " type, series",
    Field.BRAND: "品牌, 商标, brand, brand name, trademark",
    Field.PRICE: "单价, 价格, 出口价, 外销价, 出厂价, 离岸价, 报价, 批发价, 售价, 含税价, 不含税价,"
    " 价, unit price, price, fob price, exw price, cif price, ex works price, quotation, quote, offer,"
    " unit cost, fob, exw, cif, price per unit, price per piece, price per pc, wholesale price",
    Field.CURRENCY: "币种, 货币, 币别, 结算货币, currency",
    Field.INCOTERM: "贸易术语, 贸易条款, 价格条款, 价格术语, 成交方式, 交货方式, incoterm, incoterms,"
    " trade term, trade terms, price term, price terms, terms of delivery, delivery terms",
    Field.INCOTERM_PLACE: "港口, 起运港, 装运港, 发货港, 交货地, 交货地点, 术语地点, port, loading port,"
    " port of loading, incoterm place, place of delivery, shipping port",
    Field.MOQ: "起订量, 最小起订量, 最低起订量, 最小订单量, 起批量, 最小订量, moq,"
    " minimum order quantity, min order, minimum order, min order qty, minimum order qty, min qty,"
    " minimum quantity",
    Field.UNIT: "单位, 计量单位, 销售单位, unit, units, uom, selling unit",
    Field.LEAD_TIME: "交期, 交货期, 货期, 生产周期, 生产期, 交货时间, 大货周期, 大货交期, 备货期,"
    " lead time, delivery time, production time, delivery, production lead time, lead time days",
    Field.SAMPLE_PRICE: "样品价, 样品价格, 样品费, 样品单价, 打样费, sample price, sample cost, sample fee,"
    " sample charge",
    Field.SAMPLE_DAYS: "样品天数, 样品时间, 打样时间, 打样周期, 样品交期, 样品周期, 打样天数, sample time,"
    " sample days, sample lead time, sampling time",
    Field.CERTIFICATES: "证书, 认证, 产品认证, 资质, 检测报告, certificate, certificates, certification,"
    " certifications, compliance",
    Field.EXPIRES: "证书有效期, 认证有效期, 证书到期, 证书到期日, 有效期至, 证书有效期至,"
    " certificate expiry, certificate expires, certificate valid until, cert expiry, expiry date,"
    " valid until, expiry, certificate expiry date",
    Field.PICTURES: "图片, 产品图片, 图, 主图, 商品图片, 产品图, 照片, 图样, picture, pictures, photo,"
    " photos, image, images, product picture, product photo, product image, pic",
    Field.DESCRIPTION: "描述, 产品描述, 说明, 产品说明, 详情, 产品详情, 商品描述, 产品介绍, description,"
    " product description, details, product details, specification description, desc",
    Field.TAGS: "标签, 关键词, 关键字, 搜索词, tag, tags, keyword, keywords",
    Field.MATERIALS: "材质, 材料, 面料, 产品材质, 成分, material, materials, composition, fabric",
    Field.COLOURS: "颜色, 色号, 产品颜色, 可选颜色, colour, colours, color, colors",
    Field.SIZES: "尺寸, 规格, 产品规格, 产品尺寸, 单品尺寸, 尺码, 容量, 规格尺寸, size, sizes,"
    " specification, specifications, spec, specs, product size, item size, dimension, dimensions,"
    " product dimensions, capacity",
    Field.PIECES: "装箱数, 装箱量, 每箱数量, 箱入数, 装箱数量, 外箱数量, 每箱装, 单箱数量, 入数,"
    " 箱装量, 装箱, 件数箱, 数量箱, pcs/ctn, pcs/carton, pc/ctn, qty/ctn, qty/carton, pcs per carton,"
    " pieces per carton, pcs per ctn, units per carton, qty per carton, quantity per carton,"
    " packing quantity, packing qty, carton quantity, carton qty, inner/outer",
    Field.CARTON_SIZE: "外箱尺寸, 箱规, 外箱规格, 纸箱尺寸, 包装尺寸, 箱子尺寸, 装箱尺寸, 外箱, 箱尺寸,"
    " 长宽高, carton size, ctn size, carton dimension, carton dimensions, outer carton, packing size,"
    " package size, carton measurement, meas, measurement, l*w*h, lxwxh, ctn meas, carton meas,"
    " master carton size, outer carton size",
    Field.CARTON_LENGTH: "外箱长, 箱长, 纸箱长, carton length, ctn length",
    Field.CARTON_WIDTH: "外箱宽, 箱宽, 纸箱宽, carton width, ctn width",
    Field.CARTON_HEIGHT: "外箱高, 箱高, 纸箱高, carton height, ctn height",
    Field.GROSS_WEIGHT: "毛重, 箱毛重, 外箱毛重, 整箱毛重, g.w., gw, g.w, gross weight, carton gross weight,"
    " carton weight",
    Field.NET_WEIGHT: "净重, 箱净重, 外箱净重, 整箱净重, n.w., nw, n.w, net weight, carton net weight",
    Field.CBM: "体积, 立方数, 箱体积, 立方, 材积, cbm, volume, cbm/ctn, cubic, m3, cuft",
    Field.HS_CODE: "海关编码, 海关编号, 商检编码, 税号, hs编码, hscode, hs code, hs, hs no, hts code,"
    " customs code, tariff code",
    Field.STOCK: "库存, 库存数量, 现货, 现货数量, 库存量, stock, inventory, in stock, stock qty,"
    " stock quantity, available",
    Field.SELLING_POINTS: "卖点, 产品卖点, 亮点, 产品特点, 特点, 优势, 产品优势, selling point,"
    " selling points, feature, features, key features, highlights, usp",
    Field.SCRIPT: "话术, 直播话术, 口播稿, 讲解稿, 脚本, 直播脚本, script, live script, talking points",
    Field.VARIANT_OF: "主款货号, 主货号, 主款, 父货号, 父sku, 所属货号, variant of, parent sku, parent,"
    " parent item, main item",
    Field.OPTIONS: "变体, 款式, 变体规格, 变体选项, option, options, variant, variants, variation",
    Field.MACHINE_TEXTS: "机器译文, machine texts, machine translated",
    Field.ROW_NUMBER: "缩略图, preview, 序号, 行号, 序, no, nr, no., s/n, sn, #, s.no, serial no, line, line no, seq",
}
"""In each field the usual word comes first: of two columns that say the same, the earlier word counts."""

OTHERS = (
    "公司 联系 客户 供应商 工厂 店铺 开户 银行 内盒 彩盒 中盒 展会 日期 电话 邮箱 备注 税率 退税 链接 条码"
    " 包装方式 单品重量"
    " company contact customer supplier factory inner-box gift-box colour-box color-box remark remarks barcode ean"
    " date phone email link url bank website"
)
"""What a heading with one of these words is about is no field of a product, whatever else it says."""

BARE_KEYS: dict[str, Field] = {
    "name": Field.NAMES,
    "category": Field.CATEGORY,
    "unit": Field.UNIT,
    "description": Field.DESCRIPTION,
    "material": Field.MATERIALS,
    "materials": Field.MATERIALS,
    "colour": Field.COLOURS,
    "colours": Field.COLOURS,
    "size": Field.SIZES,
    "sizes": Field.SIZES,
    "selling_points": Field.SELLING_POINTS,
    "script": Field.SCRIPT,
    "option": Field.OPTIONS,
    "options": Field.OPTIONS,
    "names": Field.NAMES,
}
"""How a column name such as "name_zh" begins."""

LANGUAGES: dict[str, str] = {
    "中文": "zh",
    "简体中文": "zh",
    "汉语": "zh",
    "中": "zh",
    "chinese": "zh",
    "cn": "zh",
    "chn": "zh",
    "英文": "en",
    "英语": "en",
    "英": "en",
    "english": "en",
    "eng": "en",
    "西班牙语": "es",
    "西班牙文": "es",
    "西语": "es",
    "spanish": "es",
    "法语": "fr",
    "法文": "fr",
    "french": "fr",
    "德语": "de",
    "德文": "de",
    "german": "de",
    "葡萄牙语": "pt",
    "葡语": "pt",
    "portuguese": "pt",
    "俄语": "ru",
    "俄文": "ru",
    "russian": "ru",
    "阿拉伯语": "ar",
    "阿语": "ar",
    "arabic": "ar",
    "日语": "ja",
    "日文": "ja",
    "japanese": "ja",
    "韩语": "ko",
    "韩文": "ko",
    "korean": "ko",
    "越南语": "vi",
    "vietnamese": "vi",
    "泰语": "th",
    "thai": "th",
    "印尼语": "id",
    "indonesian": "id",
    "意大利语": "it",
    "italian": "it",
    "土耳其语": "tr",
    "turkish": "tr",
}
"""How a heading names the language of its column."""

TRADITIONAL = str.maketrans(
    "貨號單價產編碼規顏數裝體積淨證書認庫圖樣費幣備註關稅類別題圍詳說標籤詞鍵賣點優勢腳變選項機譯稱離報批術條結"
    "發運時間週訂購計語長寬檢測資質親屬貿雙對張電頁圓歐種現個凈級廠銷鏈",
    "货号单价产编码规颜数装体积净证书认库图样费币备注关税类别题围详说标签词键卖点优势脚变选项机译称离报批术条结"
    "发运时间周订购计语长宽检测资质亲属贸双对张电页圆欧种现个净级厂销链",
)
"""The characters of the words above as Traditional script has them; where a word is the same in both, nothing."""
