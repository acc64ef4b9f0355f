<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About livedesk</source>
        <translation>关于 livedesk</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>版本 {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>Sell by livestream from a trade-fair booth: your catalogue, bilingual captions of what the host says, and buyers&apos; messages in your language. Everything is translated on this computer.</source>
        <translation>在展会展位上直播卖货：产品目录、主播讲话的双语字幕、翻译成您语言的买家留言，都在一个窗口里。所有翻译都在这台电脑上完成。</translation>
    </message>
    <message>
        <source>livedesk is free software under the Apache License 2.0. It uses Qt (LGPL 3) and MarianMT translation models, each under the licence that came with it. Cities: GeoNames (CC BY 4.0). Map: Natural Earth.</source>
        <translation>livedesk 是采用 Apache License 2.0 的自由软件，使用 Qt（LGPL 3）和 MarianMT 翻译模型，各按其附带的许可证使用。城市数据：GeoNames（CC BY 4.0）。地图：Natural Earth。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AddRow</name>
    <message>
        <source>New term in {language}</source>
        <translation>{language}新词</translation>
    </message>
    <message>
        <source>Kind of the new term</source>
        <translation>新词类别</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the term</source>
        <translation>添加词条</translation>
    </message>
    <message>
        <source>A term needs both languages.</source>
        <translation>两种语言都要填写。</translation>
    </message>
</context>
<context>
    <name>AsHeardMenu</name>
    <message>
        <source>Changed since it was heard</source>
        <translation>与听到的不同</translation>
    </message>
    <message>
        <source>Write “{heard}”, not “{written}”</source>
        <translation>写“{heard}”，不写“{written}”</translation>
    </message>
</context>
<context>
    <name>AudienceBox</name>
    <message>
        <source>Who is reading</source>
        <translation>谁在看</translation>
    </message>
    <message>
        <source>Nobody yet. Show the code, or print it and put it up.</source>
        <translation>还没有人。请展示二维码，或打印出来贴好。</translation>
    </message>
    <message>
        <source>Offer {language}</source>
        <translation>提供 {language}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BasicsSection</name>
    <message>
        <source>Write a whole number, such as 500.</source>
        <translation>请填整数，例如 500。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What buyers type to ask about it</source>
        <translation>买家输入这个数字来询问该产品</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Your own article number</source>
        <translation>您自己的货号</translation>
    </message>
    <message>
        <source>A product needs a SKU that no other one has.</source>
        <translation>产品需要一个不与其他产品重复的货号。</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>“Kitchen &gt; Juicers” makes a branch of its own</source>
        <translation>写成“厨房 &gt; 榨汁机”可建立下级类目</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Set apart by commas</source>
        <translation>用逗号分开</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Make it the cover</source>
        <translation>设为封面</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Taking in picture {number} of {total}…</source>
        <translation>正在处理第 {number} 张图片，共 {total} 张…</translation>
    </message>
    <message>
        <source>Drag pictures here, or paste one. They are made smaller by themselves.</source>
        <translation>把图片拖到这里，或粘贴一张。图片会自动缩小。</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Edit together</source>
        <translation>批量编辑</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n products together</source>
        <translation>
            <numerusform>批量编辑 %n 个产品</numerusform>
        </translation>
    </message>
    <message>
        <source>What you leave empty stays as it is in each of them.</source>
        <translation>留空的项目在每个产品中保持不变。</translation>
    </message>
    <message>
        <source>Write a whole number, such as 30.</source>
        <translation>请填整数，例如 30。</translation>
    </message>
    <message>
        <source>Write a figure, such as 5 or -10.</source>
        <translation>请填数字，例如 5 或 -10。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>The figures stay; only the currency changes</source>
        <translation>数字不变，只换币种</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>贸易术语</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Lead time, days</source>
        <translation>交期（天）</translation>
    </message>
    <message>
        <source>For any quantity</source>
        <translation>适用于任何数量</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Set apart by commas</source>
        <translation>用逗号分开</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>Raise prices by %</source>
        <translation>提价百分比</translation>
    </message>
    <message>
        <source>-10 lowers them by a tenth</source>
        <translation>-10 表示降价一成</translation>
    </message>
    <message>
        <source>Round to</source>
        <translation>取整到</translation>
    </message>
    <message>
        <source>Prices before and after</source>
        <translation>调价前后的价格</translation>
    </message>
    <message>
        <source>Mark all sold out</source>
        <translation>全部标为售罄</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>0.01</source>
        <translation>0.01</translation>
    </message>
    <message>
        <source>0.05</source>
        <translation>0.05</translation>
    </message>
    <message>
        <source>0.10</source>
        <translation>0.10</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>the next price ending in 9</source>
        <translation>以 9 结尾的价格（向上）</translation>
    </message>
    <message numerus="yes">
        <source>Change %n product(s)</source>
        <translation>
            <numerusform>更改 %n 个产品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} products would change.</source>
        <translation>
            <numerusform>{total} 个产品中有 %n 个会改变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CannedDialog</name>
    <message>
        <source>Canned answers</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>Written once, sent with a number key. What a buyer asks about comes first, then this order.</source>
        <translation>写一次，按数字键就能用。买家问到的排在前面，其余按这个顺序。</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>新回复</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the answer up</source>
        <translation>上移这条回复</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the answer down</source>
        <translation>下移这条回复</translation>
    </message>
    <message>
        <source>Back to ours…</source>
        <translation>恢复默认…</translation>
    </message>
    <message>
        <source>Drop all changes</source>
        <translation>放弃全部改动</translation>
    </message>
</context>
<context>
    <name>CannedForm</name>
    <message>
        <source>Text in</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>文字的语言</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>回复文字</translation>
    </message>
    <message>
        <source>Not written in this language: the answer is translated by the model.</source>
        <translation>没有这种语言的文字：由模型翻译。</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>插入字段</translation>
    </message>
    <message>
        <source>Offered first when a buyer asks about</source>
        <translation>买家问到这些时优先显示</translation>
    </message>
    <message>
        <source>Reads like this for</source>
        <translation>用这个产品预览</translation>
    </message>
    <message>
        <source>Product to read the answer with</source>
        <translation>用来预览的产品</translation>
    </message>
</context>
<context>
    <name>CaptionDelegate</name>
    <message>
        <source>✓ hand-checked</source>
        <translation>✓ 人工校对</translation>
    </message>
    <message>
        <source>Heard: {heard}</source>
        <translation>听到的是：{heard}</translation>
    </message>
    <message>
        <source>Click, or press H, to write that.</source>
        <translation>点击或按 H 改回听到的文字。</translation>
    </message>
    <message>
        <source>It is right · F</source>
        <translation>数字没错 · F</translation>
    </message>
</context>
<context>
    <name>CaptionModel</name>
    <message>
        <source>“{written}” was heard as “{heard}”</source>
        <translation>“{written}”听到的是“{heard}”</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>Show on air</source>
        <translation>上播显示</translation>
    </message>
    <message>
        <source>Opens the card in a window of its own: drag it to a second screen, or capture it with OBS</source>
        <translation>在单独窗口中打开卡片：可拖到第二块屏幕，或用 OBS 采集</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>保存为图片…</translation>
    </message>
    <message>
        <source>The card as it will look</source>
        <translation>卡片预览</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>保存卡片</translation>
    </message>
</context>
<context>
    <name>CardWindow</name>
    <message>
        <source>livedesk on-air card</source>
        <translation>livedesk 直播卡片</translation>
    </message>
</context>
<context>
    <name>CataloguePanel</name>
    <message>
        <source>{hits} of {total}</source>
        <translation>{hits} / {total}</translation>
    </message>
    <message>
        <source>{hits} for “{word}”</source>
        <translation>“{word}”：{hits} 个</translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n 款产品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 个产品。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a booth folder</source>
        <translation>打开展位文件夹</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>没有符合筛选条件的产品</translation>
    </message>
    <message>
        <source>The filter leaves out products, too.</source>
        <translation>筛选条件也排除了一些产品。</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>显示全部产品</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”</source>
        <translation>没有找到“{text}”</translation>
    </message>
    <message>
        <source>Every word must occur in a name, SKU, number, category or tag.</source>
        <translation>每个词都要出现在品名、货号、编号、类别或标签中。</translation>
    </message>
</context>
<context>
    <name>CatalogueToolbar</name>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>搜索产品</translation>
    </message>
    <message>
        <source>By name in any language, pinyin, SKU, number (#3), tag or price (&lt;5)</source>
        <translation>可按任何语言的名称、拼音、货号、编号（#3）、标签或价格（&lt;5）搜索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>New product (Ctrl+N)</source>
        <translation>新建产品（Ctrl+N）</translation>
    </message>
    <message>
        <source>Filter by category, price and what is left</source>
        <translation>按类目、价格和库存筛选</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>以列表显示</translation>
    </message>
    <message>
        <source>Show as a grid</source>
        <translation>以网格显示</translation>
    </message>
</context>
<context>
    <name>ChatDelegate</name>
    <message>
        <source>✓ hand-checked</source>
        <translation>✓ 人工校对</translation>
    </message>
    <message>
        <source>Translate now</source>
        <translation>立即翻译</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show the photo large</source>
        <translation>放大照片</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>展开全文</translation>
    </message>
    <message>
        <source>Show it in the catalogue: {product}</source>
        <translation>在目录中显示：{product}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私密</translation>
    </message>
</context>
<context>
    <name>ChatModel</name>
    <message>
        <source>(with a photo)</source>
        <translation>（附照片）</translation>
    </message>
</context>
<context>
    <name>ChatModeration</name>
    <message>
        <source>Hide the message</source>
        <translation>隐藏留言</translation>
    </message>
    <message>
        <source>Show the message again</source>
        <translation>重新显示这条留言</translation>
    </message>
    <message>
        <source>Show the photo large</source>
        <translation>放大照片</translation>
    </message>
    <message>
        <source>Make a lead of the buyer</source>
        <translation>把买家加入线索</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>解除禁言：{name}</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>禁言：{name}</translation>
    </message>
    <message>
        <source>Unblock {name}</source>
        <translation>解除屏蔽：{name}</translation>
    </message>
    <message>
        <source>Block {name}</source>
        <translation>屏蔽：{name}</translation>
    </message>
    <message>
        <source>Delete everything of {name}…</source>
        <translation>删除{name}的全部数据…</translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message>
        <source>Chat</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Buyers&apos; messages</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>Paste a buyer&apos;s message</source>
        <translation>粘贴买家留言</translation>
    </message>
    <message>
        <source>Photos on</source>
        <translation>可发照片</translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n 条未回复</numerusform>
        </translation>
    </message>
    <message>
        <source>No messages yet. They appear here as buyers write, translated into {language}. You can also paste one from a platform.</source>
        <translation>还没有留言。买家一发言就会出现在这里，并翻译成{language}。您也可以从直播平台粘贴一条。</translation>
    </message>
    <message>
        <source>During a show, buyers&apos; messages appear here, translated into your language.</source>
        <translation>直播时，买家留言会出现在这里，并翻译成您的语言。</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Search cells and problems</source>
        <translation>搜索单元格和问题</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Every row is fine.</source>
        <translation>每一行都没有问题。</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>rows left out</source>
        <translation>行未导入</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>CodeBox</name>
    <message>
        <source>Page to print (PDF)…</source>
        <translation>打印页（PDF）…</translation>
    </message>
    <message>
        <source>Code as a picture…</source>
        <translation>二维码图片…</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>QR code for buyers&apos; phones</source>
        <translation>供买家手机扫描的二维码</translation>
    </message>
    <message>
        <source>Buyers point their phone&apos;s camera at this code. They read the captions in their own language, see the product on air, and ask questions.</source>
        <translation>买家用手机相机对准二维码，就能用自己的语言看字幕、看正在播的产品，并提问。</translation>
    </message>
    <message>
        <source>Open the page for phones, and a QR code appears here. Buyers scan it with their phone&apos;s camera, read along in their own language and ask questions; they need no app.</source>
        <translation>对手机开放后，这里会出现二维码。买家用手机相机扫码，就能用自己的语言跟看并提问，无需安装应用。</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>地址已复制。</translation>
    </message>
    <message>
        <source>Save the page to print</source>
        <translation>保存打印页</translation>
    </message>
    <message>
        <source>Save the QR code</source>
        <translation>保存二维码</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Headings in row</source>
        <translation>表头起始行</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Prices without a currency are in</source>
        <translation>未写币种的价格按</translation>
    </message>
    <message>
        <source>The table in the file</source>
        <translation>文件中的表格</translation>
    </message>
    <message>
        <source>Click a row&apos;s number to take its row for the headings</source>
        <translation>点击行号，把该行作为表头</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Folder of pictures named by article number</source>
        <translation>按货号命名的图片文件夹</translation>
    </message>
    <message>
        <source>Which column holds the article numbers? Choose it above the column.</source>
        <translation>哪一列是货号？请在该列上方选择。</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) not used:</source>
        <translation>
            <numerusform>%n 列未使用：</numerusform>
        </translation>
    </message>
    <message>
        <source>All columns are known; they are read as last time.</source>
        <translation>所有列都已识别，按上次的设置读取。</translation>
    </message>
    <message>
        <source>All columns are known.</source>
        <translation>所有列都已识别。</translation>
    </message>
    <message>
        <source>Pictures from a folder…</source>
        <translation>图片文件夹…</translation>
    </message>
    <message>
        <source>A folder of pictures that are named by article number</source>
        <translation>图片按货号命名的文件夹</translation>
    </message>
    <message>
        <source>Pictures: {folder}  ✕</source>
        <translation>图片：{folder}  ✕</translation>
    </message>
    <message>
        <source>Take no pictures from this folder</source>
        <translation>不使用这个文件夹的图片</translation>
    </message>
    <message>
        <source>{file}: {count} rows</source>
        <translation>{file}：{count} 行</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>No product is named. The answers speak of {product}, which went on air last.</source>
        <translation>买家没说是哪款产品。回答按最后上屏的“{product}”来写。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私密</translation>
    </message>
    <message>
        <source>Only this buyer sees the reply</source>
        <translation>只有这位买家能看到回复</translation>
    </message>
    <message>
        <source>Only this buyer sees the reply, where the platform allows it</source>
        <translation>只有这位买家能看到回复（需平台支持）</translation>
    </message>
    <message>
        <source>Send as written</source>
        <translation>按原文发送</translation>
    </message>
    <message>
        <source>The buyer gets exactly what you typed, untranslated</source>
        <translation>买家收到的就是您输入的原文，不翻译</translation>
    </message>
    <message>
        <source>Choose a message to answer, or press {key} for the next unanswered one.</source>
        <translation>选一条留言来回复，或按 {key} 跳到下一条未回复的。</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>回复 {name}</translation>
    </message>
    <message>
        <source>The buyer&apos;s language is not known yet. Choose it to reply.</source>
        <translation>还不知道这位买家用什么语言，请先选择再回复。</translation>
    </message>
    <message>
        <source>Put in what is missing at {gap}, then send.</source>
        <translation>请先补上 {gap} 处缺少的内容，再发送。</translation>
    </message>
    <message>
        <source>Check the figures. If they are right, send once more.</source>
        <translation>请核对数字。无误的话，再按一次发送。</translation>
    </message>
    <message>
        <source>language?</source>
        <translation>哪种语言？</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Type the reply…</source>
        <translation>输入回复…</translation>
    </message>
    <message>
        <source>Send in {language}</source>
        <translation>用 {language} 发送</translation>
    </message>
    <message>
        <source>Reply in {language}…</source>
        <translation>用 {language} 回复…</translation>
    </message>
    <message>
        <source>Language of the message: {language}</source>
        <translation>留言语言：{language}</translation>
    </message>
    <message>
        <source>Wrong language? Choose the right one (L)</source>
        <translation>语言不对？选择正确的语言（L）</translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Nothing was written: this lead was made by hand or on a phone.</source>
        <translation>没有对话：该线索是手工建立或来自手机。</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>DaysEditor</name>
    <message>
        <source>Days: {what}</source>
        <translation>天数：{what}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
</context>
<context>
    <name>DeliverySection</name>
    <message>
        <source>Write a figure, such as 32.5.</source>
        <translation>请填数字，例如 32.5。</translation>
    </message>
    <message>
        <source>Write a whole number, such as 24.</source>
        <translation>请填整数，例如 24。</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Carton</source>
        <translation>外箱</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>起始数量</translation>
    </message>
    <message>
        <source>Days of production</source>
        <translation>生产天数</translation>
    </message>
    <message>
        <source>Remove the lead time</source>
        <translation>移除这条交期</translation>
    </message>
    <message>
        <source>A lead time needs a quantity and a number of days.</source>
        <translation>交期需要数量和天数。</translation>
    </message>
    <message>
        <source>Write whole numbers, such as 500 and 30.</source>
        <translation>请填整数，例如 500 和 30。</translation>
    </message>
    <message>
        <source>Pieces per carton</source>
        <translation>每箱数量</translation>
    </message>
    <message>
        <source>Length, cm</source>
        <translation>长（cm）</translation>
    </message>
    <message>
        <source>Width, cm</source>
        <translation>宽（cm）</translation>
    </message>
    <message>
        <source>Height, cm</source>
        <translation>高（cm）</translation>
    </message>
    <message>
        <source>Gross weight, kg</source>
        <translation>毛重（kg）</translation>
    </message>
    <message>
        <source>Net weight, kg</source>
        <translation>净重（kg）</translation>
    </message>
    <message>
        <source>With three sides filled in, the volume of a carton stands here.</source>
        <translation>填好三边后，这里显示每箱体积。</translation>
    </message>
    <message>
        <source>One carton has {volume} m³ (CBM).</source>
        <translation>每箱 {volume} 立方米（CBM）。</translation>
    </message>
    <message>
        <source>About {count} pieces go into one m³.</source>
        <translation>每立方米约装 {count} 件。</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Take the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The catalogue is as it was before the import.</source>
        <translation>产品目录已恢复到导入前。</translation>
    </message>
    <message>
        <source>The catalogue is up to date</source>
        <translation>产品目录已更新</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation>
            <numerusform>新增 %n 个产品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>更新 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n 个不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be used</source>
        <translation>
            <numerusform>%n 张图片无法使用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyCatalogue</name>
    <message>
        <source>No products yet</source>
        <translation>还没有产品</translation>
    </message>
    <message>
        <source>Take the price list you have, Excel or CSV: its columns are found by their headings. Or begin with one product, or look around in the sample booth.</source>
        <translation>直接用您现有的报价表（Excel 或 CSV），会按表头识别各列。也可以先新建一个产品，或打开示例展位看看。</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建产品</translation>
    </message>
    <message>
        <source>Open the sample booth</source>
        <translation>打开示例展位</translation>
    </message>
    <message>
        <source>Open a booth folder…</source>
        <translation>打开展位文件夹…</translation>
    </message>
</context>
<context>
    <name>EndQuestion</name>
    <message>
        <source>End now?</source>
        <translation>现在结束吗？</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the show now</source>
        <translation>现在结束直播</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>继续直播</translation>
    </message>
</context>
<context>
    <name>EventRow</name>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Note, for example the inspector</source>
        <translation>备注，例如验货机构</translation>
    </message>
    <message>
        <source>Remove this event</source>
        <translation>删除此事件</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the show</source>
        <translation>导出直播记录</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text, to read (.txt)</source>
        <translation>文本，便于阅读 (.txt)</translation>
    </message>
    <message>
        <source>Subtitles for a video (.srt)</source>
        <translation>视频字幕 (.srt)</translation>
    </message>
    <message>
        <source>Subtitles for the web (.vtt)</source>
        <translation>网页字幕 (.vtt)</translation>
    </message>
    <message>
        <source>Excel table, with the chat (.xlsx)</source>
        <translation>Excel 表格，含聊天（.xlsx）</translation>
    </message>
    <message>
        <source>Table for other programs, with the chat (.csv)</source>
        <translation>其他程序用的表格，含聊天（.csv）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Drop your price list here</source>
        <translation>把报价单拖到这里</translation>
    </message>
    <message>
        <source>Excel (.xlsx, .xls), LibreOffice (.ods) or text (.csv, .tsv), as you have it.</source>
        <translation>Excel（.xlsx、.xls）、LibreOffice（.ods）或文本（.csv、.tsv），原样即可。</translation>
    </message>
    <message>
        <source>Titles above the table, Chinese or English headings, prices such as “US$ 3.50/pc” and pictures inside the sheet are understood. Nothing changes before you have seen what would change.</source>
        <translation>表格上方的标题、中英文表头、“US$ 3.50/pc”这样的价格和表内图片都能识别。先看到会改动什么，再决定导入。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search name, contact, product, words</source>
        <translation>搜索姓名、联系方式、产品、内容</translation>
    </message>
    <message>
        <source>Search leads</source>
        <translation>搜索线索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>All shows</source>
        <translation>所有场次</translation>
    </message>
    <message>
        <source>This show</source>
        <translation>本场</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Of which show</source>
        <translation>哪一场</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Do not filter by {what}</source>
        <translation>取消筛选：{what}</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>available</source>
        <translation>有货</translation>
    </message>
</context>
<context>
    <name>FilterPopover</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>First price</source>
        <translation>起始价</translation>
    </message>
    <message>
        <source>Write a figure, such as 3.50.</source>
        <translation>请填数字，例如 3.50。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>有货</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>显示全部产品</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类目</translation>
    </message>
    <message>
        <source>Any currency</source>
        <translation>任何币种</translation>
    </message>
</context>
<context>
    <name>FollowUpPane</name>
    <message>
        <source>Language of the letter</source>
        <translation>信件语言</translation>
    </message>
    <message>
        <source>Letter in the buyer&apos;s language</source>
        <translation>买家语言的信件</translation>
    </message>
    <message>
        <source>The same letter in your language</source>
        <translation>同一封信的您的语言版本</translation>
    </message>
    <message>
        <source>The same in your language</source>
        <translation>同样内容，您的语言</translation>
    </message>
    <message>
        <source>Copy the letter</source>
        <translation>复制信件</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ForgetQuestion</name>
    <message>
        <source>Delete everything of {name}? Messages, answers, photos and leads go, in all shows. This cannot be undone.</source>
        <translation>删除{name}的全部数据吗？所有场次的留言、回复、照片和线索都会删除，无法恢复。</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Names are translated just so. A change counts from the next line on.</source>
        <translation>名称按此固定翻译。改动从下一句起生效。</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>搜索术语</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Read terms from a table (.csv) with a column for each language</source>
        <translation>从表格（.csv）读取术语，每种语言一列</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected terms (Del)</source>
        <translation>删除选中的术语（Del）</translation>
    </message>
    <message>
        <source>Your terms</source>
        <translation>我的术语</translation>
    </message>
    <message>
        <source>Terms of the catalogue</source>
        <translation>目录中的名称</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Your terms · {count}</source>
        <translation>我的术语 · {count}</translation>
    </message>
    <message>
        <source>From the catalogue · {count}</source>
        <translation>来自目录 · {count}</translation>
    </message>
    <message>
        <source>No term reads like “{text}”.</source>
        <translation>没有与“{text}”相符的术语。</translation>
    </message>
    <message>
        <source>No terms of your own yet. The catalogue&apos;s names are translated as it has them; add here what is missing, a brand or a word of your trade.</source>
        <translation>还没有自己的术语。目录里的名称已按目录翻译；缺少的品牌或行业用语可以在这里添加。</translation>
    </message>
    <message>
        <source>The catalogue is empty. Open a booth folder, and its names appear here.</source>
        <translation>目录是空的。打开展位文件夹后，名称会显示在这里。</translation>
    </message>
    <message>
        <source>A term needs two languages. To be rid of it, delete it.</source>
        <translation>术语至少要有两种语言。不需要时请删除它。</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 条术语。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation>导入术语</translation>
    </message>
    <message>
        <source>Export terms</source>
        <translation>导出术语</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) taken from {file}.</source>
        <translation>
            <numerusform>已从 {file} 导入 %n 条术语。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mistake(s):</source>
        <translation>
            <numerusform>有 %n 处错误：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostLine</name>
    <message>
        <source>Type a line for the host…</source>
        <translation>替主播输入一句话…</translation>
    </message>
    <message>
        <source>A line for the host</source>
        <translation>替主播输入的话</translation>
    </message>
    <message>
        <source>↵ caption</source>
        <translation>↵ 上字幕</translation>
    </message>
    <message>
        <source>The show is paused. Continue it, then press Enter again.</source>
        <translation>直播已暂停。请先继续，再按一次回车。</translation>
    </message>
    <message>
        <source>No show is running. Rehearse or go live, then press Enter again.</source>
        <translation>还没有开播。请先彩排或开播，再按一次回车。</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Export the catalogue (.xlsx or .csv)</source>
        <translation>导出产品目录（.xlsx 或 .csv）</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import products</source>
        <translation>导入产品</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose a price list</source>
        <translation>选择报价单</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>This did not work, and nothing was changed. A report was written.</source>
        <translation>没有成功，未作任何改动，已写入错误报告。</translation>
    </message>
    <message numerus="yes">
        <source>Import %n product(s)</source>
        <translation>
            <numerusform>导入 %n 个产品</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>没有可导入的内容</translation>
    </message>
</context>
<context>
    <name>InletBox</name>
    <message>
        <source>TikTok, Facebook, Instagram and more</source>
        <translation>TikTok、Facebook、Instagram 等平台</translation>
    </message>
    <message>
        <source>Social Stream Ninja, a free browser extension, reads the chat of TikTok, Facebook, Instagram and over 100 other sites. In its settings, under Mechanics, tick “Send all to POST server” and paste this address. Answers are copied for you to paste.</source>
        <translation>Social Stream Ninja 是免费的浏览器扩展，能读取 TikTok、Facebook、Instagram 等 100 多个网站的聊天。在它的设置中找到“Mechanics”，勾选“Send all to POST server”，并粘贴这个地址。回复会复制好，由您粘贴。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address for other programs</source>
        <translation>供其他程序使用的地址</translation>
    </message>
    <message>
        <source>Switch it on to get the address</source>
        <translation>开启后显示地址</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the address for other programs</source>
        <translation>复制供其他程序使用的地址</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>换新地址</translation>
    </message>
    <message>
        <source>Programs that have the old address are cut off</source>
        <translation>使用旧地址的程序将被断开</translation>
    </message>
</context>
<context>
    <name>LeadDelegate</name>
    <message>
        <source>No name</source>
        <translation>未留姓名</translation>
    </message>
</context>
<context>
    <name>LeadDetail</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Follow-up letter</source>
        <translation>跟进信</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the lead off the list; the chat stays (Del)</source>
        <translation>从列表移除该线索；聊天记录保留（Del）</translation>
    </message>
    <message>
        <source>Merge the selected</source>
        <translation>合并所选</translation>
    </message>
    <message>
        <source>Delete all data of this buyer…</source>
        <translation>删除该买家的全部数据…</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>another lead</source>
        <translation>另一条线索</translation>
    </message>
    <message>
        <source>This may be the same person as {name}.</source>
        <translation>可能与 {name} 是同一人。</translation>
    </message>
    <message>
        <source>this buyer</source>
        <translation>该买家</translation>
    </message>
    <message>
        <source>Delete everything of {name}? Messages, answers, photos and this lead, in all shows. It cannot be brought back.</source>
        <translation>删除 {name} 的全部数据？包括所有场次的留言、回复、照片和这条线索，删除后无法恢复。</translation>
    </message>
</context>
<context>
    <name>LeadForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Contacts, one a line</source>
        <translation>联系方式，每行一个</translation>
    </message>
    <message>
        <source>Products, one a line</source>
        <translation>产品，每行一个</translation>
    </message>
    <message>
        <source>Write an article number of your catalogue and, if known, how many: JZ-03 x 500</source>
        <translation>请写目录中的货号，知道数量就写上：JZ-03 x 500</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What was agreed, what to send</source>
        <translation>谈妥了什么，要寄什么</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>How likely to order</source>
        <translation>下单可能性</translation>
    </message>
    <message>
        <source>By the rules: {score}</source>
        <translation>按规则：{score}</translation>
    </message>
    <message>
        <source>By the rules</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Nothing was asked for yet.</source>
        <translation>还没有提出需求。</translation>
    </message>
    <message>
        <source>From {source}, {time}.</source>
        <translation>来自{source}，{time}。</translation>
    </message>
    <message>
        <source>Made by hand, {time}.</source>
        <translation>手工建立，{time}。</translation>
    </message>
    <message>
        <source>Agreed on {time} to: “{text}”</source>
        <translation>{time} 同意：“{text}”</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>LeadsDialog</name>
    <message>
        <source>Leads</source>
        <translation>客户线索</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新建线索</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the listed leads to a file</source>
        <translation>把列出的线索写入文件</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)…</source>
        <translation>工作簿 (.xlsx)…</translation>
    </message>
    <message>
        <source>Text table (.csv)…</source>
        <translation>文本表格 (.csv)…</translation>
    </message>
    <message>
        <source>Address cards (.vcf)…</source>
        <translation>名片 (.vcf)…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>还没有客户线索</translation>
    </message>
    <message>
        <source>A buyer worth writing to after the fair becomes a lead: select a message and press K, or let buyers tap “I want a quote” on their phones.</source>
        <translation>展会后值得联系的买家可列为线索：选中一条留言按 K，或让买家在手机上点“我要报价”。</translation>
    </message>
    <message>
        <source>No lead is like this.</source>
        <translation>没有这样的线索。</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 条线索。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) merged into one.</source>
        <translation>
            <numerusform>已把 %n 条线索合并为一条。</numerusform>
        </translation>
    </message>
    <message>
        <source>leads</source>
        <translation>客户线索</translation>
    </message>
    <message>
        <source>Export leads</source>
        <translation>导出客户线索</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Microphone level</source>
        <translation>麦克风音量</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Put the translation right</source>
        <translation>修改译文</translation>
    </message>
    <message>
        <source>Enter saves, Esc leaves it as it was</source>
        <translation>按 Enter 保存，按 Esc 放弃</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Enter a quantity, for example 500</source>
        <translation>请填写数量，例如 500</translation>
    </message>
    <message numerus="yes">
        <source>%n carton(s)</source>
        <translation>
            <numerusform>%n 箱</numerusform>
        </translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>款式</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Take this product off the quotation</source>
        <translation>从报价单中去掉这款产品</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>On air. Speak, or type a line below: it appears here in both languages.</source>
        <translation>已开播。请讲话，或在下方输入一句，两种语言的字幕会显示在这里。</translation>
    </message>
    <message>
        <source>Rehearsing. Speak, or type a line below: it appears here in both languages.</source>
        <translation>彩排中。请讲话，或在下方输入一句，两种语言的字幕会显示在这里。</translation>
    </message>
    <message>
        <source>Shown in {language}</source>
        <translation>显示 {language}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>End show and close</source>
        <translation>结束直播并关闭</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>继续直播</translation>
    </message>
    <message>
        <source>The rehearsal is still running.</source>
        <translation>彩排还在进行。</translation>
    </message>
    <message>
        <source>The show is still on air.</source>
        <translation>直播还在进行。</translation>
    </message>
    <message>
        <source>Open a booth folder</source>
        <translation>打开展位文件夹</translation>
    </message>
</context>
<context>
    <name>MicrophoneItem</name>
    <message>
        <source>The microphone is too loud, which costs words. Turn it down, or hold it further away.</source>
        <translation>麦克风音量过大，会丢字。请调低音量，或拿远一些。</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>音量过大</translation>
    </message>
    <message>
        <source>Switch the microphone on</source>
        <translation>打开麦克风</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>关闭麦克风</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Remove it from this computer?</source>
        <translation>从这台电脑上删除？</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Installed, not checked</source>
        <translation>已安装，未经检查</translation>
    </message>
    <message>
        <source>{size} are here already</source>
        <translation>已有 {size}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Use the China mirror</source>
        <translation>改用中国镜像</translation>
    </message>
    <message>
        <source>Something went wrong that should not. Try again.</source>
        <translation>出了不该出的问题。请再试一次。</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>They work on this computer, without internet. Only installing one needs a connection.</source>
        <translation>模型在这台电脑上运行，不需要互联网。只有安装时才需要联网。</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>For your languages</source>
        <translation>您用的语言</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Download from</source>
        <translation>下载来源</translation>
    </message>
    <message>
        <source>From a folder or USB stick…</source>
        <translation>从文件夹或 U 盘…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Translation · {count} installed</source>
        <translation>翻译 · 已装 {count} 个</translation>
    </message>
    <message>
        <source>Speech · {count} installed</source>
        <translation>语音 · 已装 {count} 个</translation>
    </message>
    <message>
        <source>No model reads like “{text}”.</source>
        <translation>没有与“{text}”相符的模型。</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Copying {name}: {progress}</source>
        <translation>正在复制 {name}：{progress}</translation>
    </message>
    <message>
        <source>{name} is installed.</source>
        <translation>{name} 已安装。</translation>
    </message>
    <message>
        <source>Hugging Face</source>
        <translation>Hugging Face</translation>
    </message>
    <message>
        <source>China mirror (hf-mirror.com)</source>
        <translation>中国镜像（hf-mirror.com）</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>选择模型所在的文件夹</translation>
    </message>
</context>
<context>
    <name>NewestPill</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>lines or messages</comment>
        <translation>
            <numerusform>%n 条新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to now</source>
        <translation>回到最新</translation>
    </message>
</context>
<context>
    <name>ObsBox</name>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>Connect to OBS</source>
        <translation>连接 OBS</translation>
    </message>
    <message>
        <source>In OBS 28 or newer open Tools &gt; WebSocket Server Settings and tick “Enable WebSocket server”. “Show Connect Info” there shows the password to enter here.</source>
        <translation>在 OBS 28 或更新版本里打开“工具 &gt; WebSocket 服务器设置”，勾选“开启 WebSocket 服务器”。那里的“显示连接信息”里有要填在这里的密码。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Scene while a product is on air</source>
        <translation>商品上屏时的场景</translation>
    </message>
    <message>
        <source>Scene when none is any more</source>
        <translation>商品都下屏后的场景</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Send closed captions with the stream, in</source>
        <translation>随直播流发送隐藏字幕，语言：</translation>
    </message>
    <message>
        <source>Language of the closed captions</source>
        <translation>隐藏字幕的语言</translation>
    </message>
    <message>
        <source>the audience&apos;s first language</source>
        <translation>观众的第一种语言</translation>
    </message>
    <message>
        <source>Leave the scene alone</source>
        <translation>不切换场景</translation>
    </message>
    <message>
        <source>Closed captions in a stream have Latin letters only. For {language} use the overlay.</source>
        <translation>直播流里的隐藏字幕只有拉丁字母。{language}请用视频里的字幕。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connected. The stream is running.</source>
        <translation>已连接，正在推流。</translation>
    </message>
    <message>
        <source>Connected. The stream is not running.</source>
        <translation>已连接，没有推流。</translation>
    </message>
    <message>
        <source>OBS refuses the password. Copy it anew from OBS.</source>
        <translation>OBS 不接受这个密码。请从 OBS 重新复制。</translation>
    </message>
    <message>
        <source>OBS does not answer at this address. Start it, and switch on its WebSocket server.</source>
        <translation>这个地址上的 OBS 没有回应。请启动 OBS，并打开它的 WebSocket 服务器。</translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message>
        <source>Offer on air</source>
        <translation>直播优惠</translation>
    </message>
    <message>
        <source>What you promise</source>
        <translation>优惠内容</translation>
    </message>
    <message>
        <source>The audience reads it in its own language</source>
        <translation>观众会看到自己语言的内容</translation>
    </message>
    <message>
        <source>Your logo free on the first 100 orders</source>
        <translation>前 100 单免费印标志</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Write a figure, such as 3.50.</source>
        <translation>请填数字，例如 3.50。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>时长</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>until taken off</source>
        <translation>直到手动撤下</translation>
    </message>
    <message>
        <source>Take the offer off</source>
        <translation>撤下优惠</translation>
    </message>
    <message>
        <source>Change the offer</source>
        <translation>更改优惠</translation>
    </message>
    <message>
        <source>Put the offer on air</source>
        <translation>上线优惠</translation>
    </message>
    <message>
        <source>On air, {time} left.</source>
        <translation>进行中，还剩 {time}。</translation>
    </message>
    <message>
        <source>On air until you take it off.</source>
        <translation>进行中，直到您撤下。</translation>
    </message>
    <message>
        <source>An offer for another product is on air; this one takes its place.</source>
        <translation>另一产品的优惠正在进行，将被此优惠替换。</translation>
    </message>
</context>
<context>
    <name>OfferStrip</name>
    <message>
        <source>Offer on air</source>
        <translation>直播优惠</translation>
    </message>
    <message>
        <source>Take the offer off</source>
        <translation>撤下优惠</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>特价</translation>
    </message>
    <message>
        <source>{price} instead of {usual}</source>
        <translation>{price}（原价 {usual}）</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
</context>
<context>
    <name>OnAirCards</name>
    <message>
        <source>On air</source>
        <translation>正在播</translation>
    </message>
    <message>
        <source>Nothing on air. Select a product and press P.</source>
        <translation>还没有上播的产品。选一款产品，按 P 键。</translation>
    </message>
</context>
<context>
    <name>OverlayBox</name>
    <message>
        <source>Overlay in the video</source>
        <translation>视频里的字幕和商品卡</translation>
    </message>
    <message>
        <source>Show captions and products in the video</source>
        <translation>在视频里显示字幕和商品</translation>
    </message>
    <message>
        <source>In OBS, add a source of the kind Browser, paste one of these addresses, and make it as large as your video (1920 × 1080). Only programs on this computer can open them.</source>
        <translation>在 OBS 里添加“浏览器”来源，粘贴上面任一地址，宽高设成和视频一样（1920 × 1080）。只有这台电脑上的程序能打开这些地址。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Captions at</source>
        <translation>字幕位置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>With the QR code for phones</source>
        <translation>带上手机扫的二维码</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者都有</translation>
    </message>
    <message>
        <source>Address: {what}</source>
        <translation>地址：{what}</translation>
    </message>
    <message>
        <source>Goes with the look</source>
        <translation>随样式</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the address: {what}</source>
        <translation>复制地址：{what}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>How the overlay looks</source>
        <translation>视频里看起来的样子</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Huge</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>底部</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>顶部</translation>
    </message>
    <message>
        <source>White on dark</source>
        <translation>深底白字</translation>
    </message>
    <message>
        <source>Dark on white</source>
        <translation>白底深字</translation>
    </message>
    <message>
        <source>White with an edge</source>
        <translation>白字描边</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>The audience&apos;s first language</source>
        <translation>观众的第一种语言</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>OwnTermsModel</name>
    <message>
        <source>Aa</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>Ticked: only found in these capitals, Dove but not dove</source>
        <translation>勾选后区分大小写：只认 Dove，不认 dove</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Preview of the page</source>
        <translation>页面预览</translation>
    </message>
</context>
<context>
    <name>PapersSection</name>
    <message>
        <source>Certificates</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Fields of your own</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Remove the certificate</source>
        <translation>移除认证</translation>
    </message>
    <message>
        <source>A certificate needs a name.</source>
        <translation>认证需要名称。</translation>
    </message>
    <message>
        <source>Write the day with the year first, such as 2027-03-31.</source>
        <translation>日期请先写年份，例如 2027-03-31。</translation>
    </message>
    <message>
        <source>HS code</source>
        <translation>HS 编码</translation>
    </message>
    <message>
        <source>The customs tariff number, 6 to 10 digits</source>
        <translation>海关税则号，6 至 10 位</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>字段名称</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>移除字段</translation>
    </message>
    <message>
        <source>A field needs a name and a text.</source>
        <translation>字段需要名称和内容。</translation>
    </message>
    <message>
        <source>Plug type</source>
        <translation>插头类型</translation>
    </message>
    <message>
        <source>EU, UK, US</source>
        <translation>欧规、英规、美规</translation>
    </message>
</context>
<context>
    <name>PasteRow</name>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Name of the buyer</source>
        <translation>买家名称</translation>
    </message>
    <message>
        <source>Paste a buyer&apos;s message</source>
        <translation>粘贴买家留言</translation>
    </message>
    <message>
        <source>The buyer&apos;s message</source>
        <translation>买家留言内容</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the message</source>
        <translation>添加这条留言</translation>
    </message>
    <message>
        <source>No show is running. Rehearse or go live first.</source>
        <translation>还没有开播。请先彩排或开播。</translation>
    </message>
</context>
<context>
    <name>PhonesButton</name>
    <message>
        <source>questions are paused</source>
        <translation>已暂停提问</translation>
    </message>
    <message>
        <source>{phones} · paused</source>
        <translation>{phones} · 暂停</translation>
    </message>
</context>
<context>
    <name>PhonesPage</name>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>What buyers agree to who ask for a quote</source>
        <translation>索取报价的买家同意的内容</translation>
    </message>
    <message>
        <source>Empty: our own text, in the buyer&apos;s language. What you write here is shown as you write it.</source>
        <translation>留空则用我们的文字，以买家的语言显示。您写的内容会原样显示。</translation>
    </message>
    <message>
        <source>Choose by itself: {address}</source>
        <translation>自动选择：{address}</translation>
    </message>
    <message>
        <source>Choose by itself: no network yet</source>
        <translation>自动选择：暂无网络</translation>
    </message>
    <message>
        <source>{address} (not there now)</source>
        <translation>{address}（目前没有）</translation>
    </message>
    <message>
        <source>Close for phones</source>
        <translation>停止对手机开放</translation>
    </message>
    <message>
        <source>Open for phones</source>
        <translation>对手机开放</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Photo from {name}</source>
        <translation>{name}的照片</translation>
    </message>
    <message>
        <source>The photo is not there any more.</source>
        <translation>照片已不存在。</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>图片 {number}</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>No city of this name. Try the next larger one, in English or Chinese.</source>
        <translation>没有找到这个城市。请用中文或英文试试附近更大的城市。</translation>
    </message>
</context>
<context>
    <name>PlatformBox</name>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>PlatformsPage</name>
    <message>
        <source>Platforms</source>
        <translation>直播平台</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>reads back: {text}</source>
        <translation>回译：{text}</translation>
    </message>
    <message>
        <source>✓ figures agree</source>
        <translation>✓ 数字一致</translation>
    </message>
</context>
<context>
    <name>PreviewHead</name>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Try a line</source>
        <translation>试一句</translation>
    </message>
    <message>
        <source>Type a line as the host or a buyer would; its terms and its translation appear here.</source>
        <translation>像主播或买家那样输入一句话，这里会显示其中的术语和译文。</translation>
    </message>
    <message>
        <source>Direction: {direction}</source>
        <translation>方向：{direction}</translation>
    </message>
    <message>
        <source>Translate the other way</source>
        <translation>换个方向翻译</translation>
    </message>
</context>
<context>
    <name>PreviewText</name>
    <message>
        <source>No term in this line.</source>
        <translation>这句话里没有术语。</translation>
    </message>
</context>
<context>
    <name>PricesSection</name>
    <message>
        <source>Write a figure, such as 3.50.</source>
        <translation>请填数字，例如 3.50。</translation>
    </message>
    <message>
        <source>Write a whole number, such as 500.</source>
        <translation>请填整数，例如 500。</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>起始数量</translation>
    </message>
    <message>
        <source>Price each</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Remove the price step</source>
        <translation>移除这档价格</translation>
    </message>
    <message>
        <source>A price step needs a quantity and a price.</source>
        <translation>每档价格需要数量和单价。</translation>
    </message>
    <message>
        <source>Write a quantity such as 500 and a price such as 3.50.</source>
        <translation>数量请填如 500，价格请填如 3.50。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>贸易术语</translation>
    </message>
    <message>
        <source>Incoterms 2020: what the price includes</source>
        <translation>Incoterms 2020：价格包含的内容</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>The port or place that belongs to the Incoterm: Ningbo</source>
        <translation>贸易术语对应的港口或地点，例如宁波</translation>
    </message>
    <message>
        <source>Least order (MOQ)</source>
        <translation>起订量（MOQ）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What one counts: pcs, sets, pairs</source>
        <translation>计量单位：个、套、双</translation>
    </message>
    <message>
        <source>Sample price</source>
        <translation>样品价</translation>
    </message>
    <message>
        <source>Sample ready in days</source>
        <translation>样品天数</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>原内容</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理结果</translation>
    </message>
</context>
<context>
    <name>ProductActions</name>
    <message>
        <source>Edit together…</source>
        <translation>批量编辑…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Translate the empty texts</source>
        <translation>翻译空白文字</translation>
    </message>
    <message>
        <source>Take off air</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Put on air</source>
        <translation>上屏</translation>
    </message>
    <message>
        <source>Available again</source>
        <translation>恢复有货</translation>
    </message>
    <message>
        <source>Mark sold out</source>
        <translation>标为售罄</translation>
    </message>
    <message>
        <source>Offer…</source>
        <translation>优惠…</translation>
    </message>
    <message>
        <source>Add to the run of show</source>
        <translation>加入流程</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>ProductCard</name>
    <message>
        <source>Take off air</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Take off air: {product}</source>
        <translation>撤下：{product}</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Duplicate this product (Ctrl+D)</source>
        <translation>复制此产品（Ctrl+D）</translation>
    </message>
    <message>
        <source>Remove this product; undo brings it back</source>
        <translation>移除此产品；可撤销</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>交货</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>规格</translation>
    </message>
    <message numerus="yes">
        <source>{page}, %n to check</source>
        <translation>
            <numerusform>{page}，%n 处待核对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%n 处待核对</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>QuickEdit</name>
    <message>
        <source>Change during the show</source>
        <translation>直播中更改</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>返回列表（Esc）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>库存</translation>
    </message>
</context>
<context>
    <name>QuotationDialog</name>
    <message>
        <source>No buyer&apos;s message to answer yet: copy it as text instead.</source>
        <translation>还没有可回复的买家留言，请改用复制为文字。</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>报价单</translation>
    </message>
    <message>
        <source>Add a product to begin.</source>
        <translation>先添加一款产品。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>贸易条款</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Your company</source>
        <translation>您的公司</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>您的地址</translation>
    </message>
    <message>
        <source>Place, for example Ningbo</source>
        <translation>地点，例如宁波</translation>
    </message>
    <message>
        <source>Place of the terms</source>
        <translation>贸易条款的地点</translation>
    </message>
    <message>
        <source>City or port, for example Hamburg</source>
        <translation>城市或港口，例如汉堡</translation>
    </message>
    <message>
        <source>Name and company of the buyer</source>
        <translation>买家姓名和公司</translation>
    </message>
    <message>
        <source>For example how to pay</source>
        <translation>例如付款方式</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Put into the reply</source>
        <translation>放入回复</translation>
    </message>
    <message>
        <source>Goes into the reply box; you read it there before you send it</source>
        <translation>放入回复框，发送前您可以再看一遍</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>添加产品</translation>
    </message>
    <message>
        <source>Add a product…</source>
        <translation>添加产品…</translation>
    </message>
    <message>
        <source>Save the quotation</source>
        <translation>保存报价单</translation>
    </message>
</context>
<context>
    <name>RatesBox</name>
    <message>
        <source>How many {quote} one {base} costs</source>
        <translation>1 {base} 等于多少 {quote}</translation>
    </message>
    <message>
        <source>{quote}, rate of {date}</source>
        <translation>{quote}，{date} 的汇率</translation>
    </message>
</context>
<context>
    <name>ReplayBox</name>
    <message>
        <source>Recorded chat</source>
        <translation>录制的聊天</translation>
    </message>
    <message>
        <source>Choose a file and play…</source>
        <translation>选择文件并播放…</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of the recorded chat</source>
        <translation>录制聊天的播放速度</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>{times} times as fast</source>
        <translation>{times} 倍速</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the recorded chat</source>
        <translation>停止播放录制的聊天</translation>
    </message>
    <message>
        <source>Plays chat of an earlier show into the running one: a table (CSV) with the columns time, name and text, also platform and language, or the tape of a booth.</source>
        <translation>把以前直播的聊天放进正在进行的直播：带有时间、姓名、内容（还可有平台、语言）各列的表格（CSV），或展位的 tape 文件。</translation>
    </message>
    <message>
        <source>{text} Start a show or a rehearsal first.</source>
        <translation>{text}请先开始直播或彩排。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Show report</source>
        <translation>场次报告</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>存为 Excel…</translation>
    </message>
    <message>
        <source>Save as web page…</source>
        <translation>存为网页…</translation>
    </message>
    <message>
        <source>The report could not be made.</source>
        <translation>无法生成报告。</translation>
    </message>
    <message>
        <source>No show yet. Go live or rehearse; what came of it is here afterwards.</source>
        <translation>还没有场次。开播或彩排之后，结果会显示在这里。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>{name} (rehearsal)</source>
        <translation>{name}（彩排）</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} 条留言</translation>
    </message>
</context>
<context>
    <name>RouteDialog</name>
    <message>
        <source>Shipping route</source>
        <translation>运输路线</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起运地</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>By</source>
        <translation>运输方式</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Order on</source>
        <translation>下单日期</translation>
    </message>
    <message>
        <source>City of your factory</source>
        <translation>工厂所在城市</translation>
    </message>
    <message>
        <source>City of the buyer, for example Hamburg</source>
        <translation>买家所在城市，例如汉堡</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>No product: type the volume</source>
        <translation>不选产品，直接填体积</translation>
    </message>
    <message>
        <source>The way appears here when you have chosen from where to where.</source>
        <translation>选好起点和终点后，路线会显示在这里。</translation>
    </message>
    <message>
        <source>Days, as far as you know them better</source>
        <translation>天数（可按您的经验修改）</translation>
    </message>
    <message>
        <source>This could not be worked out.</source>
        <translation>没有算出来。</translation>
    </message>
    <message>
        <source>Enter a quantity, for example 500.</source>
        <translation>请输入数量，例如 500。</translation>
    </message>
    <message>
        <source>Enter the volume in cubic metres, for example 8.4.</source>
        <translation>请输入体积（立方米），例如 8.4。</translation>
    </message>
    <message>
        <source>The product&apos;s packing is not filled in: type the volume.</source>
        <translation>该产品没有填写包装，请直接填体积。</translation>
    </message>
    <message>
        <source>Enter the day of the order, for example {date}.</source>
        <translation>请输入下单日期，例如 {date}。</translation>
    </message>
    <message>
        <source>Choose from where to where.</source>
        <translation>请选择起运地和目的地。</translation>
    </message>
    <message>
        <source>Working out the route…</source>
        <translation>正在规划路线…</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Chat rules</source>
        <translation>聊天规则</translation>
    </message>
    <message>
        <source>Take questions from phones</source>
        <translation>接受手机提问</translation>
    </message>
    <message>
        <source>Take photos from phones</source>
        <translation>接受手机照片</translation>
    </message>
    <message>
        <source>Show messages with links</source>
        <translation>显示带链接的留言</translation>
    </message>
    <message>
        <source>Without it phones still show captions and products. On platforms the chat goes on.</source>
        <translation>关闭后手机仍能看字幕和产品；直播平台上的聊天照常。</translation>
    </message>
    <message>
        <source>A broken part, a design to copy. Photos are made small, and lose where they were taken.</source>
        <translation>比如损坏的零件、要仿做的设计。照片会缩小，并去掉拍摄地点。</translation>
    </message>
    <message>
        <source>Otherwise a message with a link is hidden; only you see that it is there.</source>
        <translation>否则带链接的留言会被隐藏，只有您能看到。</translation>
    </message>
    <message>
        <source>Words that hide a message, one a line</source>
        <translation>屏蔽词，每行一个</translation>
    </message>
    <message>
        <source>Capitals do not matter. Hidden messages are kept; only you see them.</source>
        <translation>不分大小写。被隐藏的留言会保留，只有您能看到。</translation>
    </message>
    <message>
        <source>Muted and blocked buyers</source>
        <translation>被禁言和屏蔽的买家</translation>
    </message>
    <message>
        <source>Nobody. Mute or block a buyer in the chat: right-click the message.</source>
        <translation>没有。要禁言或屏蔽买家，请在留言上点右键。</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未具名</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已禁言</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Allow {name} again</source>
        <translation>恢复 {name}</translation>
    </message>
</context>
<context>
    <name>RunOfShow</name>
    <message>
        <source>Run of show</source>
        <translation>直播流程</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>Show what to say</source>
        <translation>显示要讲的内容</translation>
    </message>
    <message>
        <source>Change steps, products and scripts</source>
        <translation>更改环节、产品和台词</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>products</comment>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit together…</source>
        <translation>批量编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>改动立即生效。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Microphone and captions</source>
        <translation>麦克风与字幕</translation>
    </message>
    <message>
        <source>Language of this window</source>
        <translation>窗口语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>The host speaks</source>
        <translation>主播讲</translation>
    </message>
    <message>
        <source>The audience reads</source>
        <translation>观众看</translation>
    </message>
    <message>
        <source>Caption size</source>
        <translation>字幕大小</translation>
    </message>
    <message>
        <source>Translation threads</source>
        <translation>翻译线程数</translation>
    </message>
    <message>
        <source>Same as this computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Grey languages need a translation model first; point at one to see which.</source>
        <translation>灰色的语言需要先安装翻译模型；把鼠标移到上面可查看原因。</translation>
    </message>
    <message>
        <source>Used from the next start. Automatic leaves one core to the window.</source>
        <translation>下次启动生效。“自动”会给窗口留出一个处理器核心。</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Single keys work while no text field has the keyboard. Esc closes this list.</source>
        <translation>光标不在输入框时，单键快捷键有效。按 Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>ShowEditor</name>
    <message>
        <source>Run of show</source>
        <translation>直播流程</translation>
    </message>
    <message>
        <source>Steps in their order. A change counts at once, also on air.</source>
        <translation>按顺序排列的环节。更改立即生效，直播中也一样。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加环节</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take it out of the step</source>
        <translation>移出此环节</translation>
    </message>
    <message>
        <source>Move the step up (Alt+Up)</source>
        <translation>上移环节（Alt+↑）</translation>
    </message>
    <message>
        <source>Move the step down (Alt+Down)</source>
        <translation>下移环节（Alt+↓）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Write a figure, such as 5 or 2.5.</source>
        <translation>请填数字，例如 5 或 2.5。</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>What the host says</source>
        <translation>主播要说的话</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Products of the step</source>
        <translation>此环节的产品</translation>
    </message>
    <message>
        <source>Add a product: number, name or SKU</source>
        <translation>添加产品：编号、名称或货号</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>添加产品</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>Untitled step</source>
        <translation>未命名环节</translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>语音模型</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>Listen to the microphone ({key})</source>
        <translation>收听麦克风（{key}）</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>Words appear when they will hardly change any more. Easiest to read.</source>
        <translation>文字基本不再变动时才出现，最易阅读。</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Words appear sooner; the last few may still change while one reads.</source>
        <translation>文字更早出现，末尾几个字可能还会变。</translation>
    </message>
    <message>
        <source>Whole sentences</source>
        <translation>整句</translation>
    </message>
    <message>
        <source>Each sentence appears when it is complete. Nothing ever changes, but it comes last.</source>
        <translation>整句说完才出现，绝不变动，但出现最晚。</translation>
    </message>
    <message>
        <source>Keep a recording of the host&apos;s voice</source>
        <translation>保留主播的录音</translation>
    </message>
    <message>
        <source>Some 60 MB an hour, kept on this computer only: {folder}</source>
        <translation>每小时约 60 MB，只保存在本机：{folder}</translation>
    </message>
    <message>
        <source>{name} (not plugged in)</source>
        <translation>{name}（未插上）</translation>
    </message>
    <message>
        <source>As the computer chooses ({name})</source>
        <translation>由电脑决定（{name}）</translation>
    </message>
    <message>
        <source>As the computer chooses</source>
        <translation>由电脑决定</translation>
    </message>
    <message>
        <source>{model} is in use.</source>
        <translation>正在使用 {model}。</translation>
    </message>
    <message>
        <source>Speak: the bar should move, and stay green.</source>
        <translation>请说话：指示条应随之移动，并保持绿色。</translation>
    </message>
</context>
<context>
    <name>StageBox</name>
    <message>
        <source>Stage window</source>
        <translation>展台屏幕</translation>
    </message>
    <message>
        <source>Captions, the product on air and the QR code, to be read from five metres. {key} opens it, on the second screen where there is one, and closes it.</source>
        <translation>字幕、正在展示的商品和二维码，五米外也能看清。按 {key} 打开（有第二块屏幕时显示在那里），再按关闭。</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Below the code</source>
        <translation>二维码下方</translation>
    </message>
    <message>
        <source>For example: Wi-Fi Lumio-Guest, no internet needed</source>
        <translation>例如：Wi-Fi Lumio-Guest，无需上网</translation>
    </message>
    <message>
        <source>Show the QR code while phones are let in</source>
        <translation>手机页开放时显示二维码</translation>
    </message>
    <message>
        <source>The audience&apos;s first language large, yours below</source>
        <translation>观众的第一种语言用大字，您的语言在下面</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>livedesk stage</source>
        <translation>livedesk 展台屏幕</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Ready for the show</source>
        <translation>准备开播</translation>
    </message>
    <message>
        <source>Rehearse to try everything out with nobody watching, or go live. What the host says then appears here in both languages.</source>
        <translation>先彩排，没有观众，可以放心试；或者直接开播。主播讲的话会以两种语言显示在这里。</translation>
    </message>
    <message>
        <source>Name of the show, for example “Canton Fair, day 2”</source>
        <translation>直播名称，例如“广交会第二天”</translation>
    </message>
    <message>
        <source>Name of the show</source>
        <translation>直播名称</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>开播</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>New show</source>
        <translation>新的直播</translation>
    </message>
    <message>
        <source>Paused. Captions wait until you continue; chat goes on.</source>
        <translation>已暂停。继续之后字幕才会恢复，留言照常。</translation>
    </message>
    <message>
        <source>Rehearsal over</source>
        <translation>彩排结束</translation>
    </message>
    <message>
        <source>Show over</source>
        <translation>直播结束</translation>
    </message>
    <message numerus="yes">
        <source>%n caption(s)</source>
        <translation>
            <numerusform>%n 条字幕</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条留言</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n 条未回复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Works offline</source>
        <translation>离线可用</translation>
    </message>
    <message>
        <source>Translation runs on this computer. Nothing that is said or typed goes to the internet for it.</source>
        <translation>翻译在这台电脑上进行，所说所写的内容都不会为此上传到网上。</translation>
    </message>
    <message>
        <source>{key} shortcuts</source>
        <translation>{key} 快捷键</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>追上</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) to check</source>
        <translation>
            <numerusform>%n 处数字待核对</numerusform>
        </translation>
    </message>
    <message>
        <source>Go through the lines whose figures differ</source>
        <translation>逐条查看数字不一致的字幕</translation>
    </message>
</context>
<context>
    <name>StockRow</name>
    <message>
        <source>Write a whole number, such as 500.</source>
        <translation>请填整数，例如 500。</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Empty: not counted</source>
        <translation>留空：不计库存</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计库存</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>Marked in the catalogue and on air; S does the same</source>
        <translation>目录和屏幕上都会标出；按 S 也可以</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>Canned answers</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>All canned answers</source>
        <translation>全部快捷回复</translation>
    </message>
    <message>
        <source>Canned answer {number}: {title}</source>
        <translation>快捷回复 {number}：{title}</translation>
    </message>
    <message>
        <source>Edit canned answers…</source>
        <translation>编辑快捷回复…</translation>
    </message>
</context>
<context>
    <name>TermTable</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>TextsSection</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What one counts: pcs, sets, pairs</source>
        <translation>计量单位：个、套、双</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材质</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>One point a line</source>
        <translation>每行一个卖点</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>What the host says about it</source>
        <translation>主播介绍它时说的话</translation>
    </message>
    <message>
        <source>Translate the empty ones</source>
        <translation>翻译空白项</translation>
    </message>
    <message>
        <source>Fill in what is empty in each of these languages, from what is written</source>
        <translation>根据已写的内容，补全各语言的空白</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>These are right</source>
        <translation>确认无误</translation>
    </message>
    <message>
        <source>You have read what the machine wrote in this language</source>
        <translation>您已读过机器写的这种语言的内容</translation>
    </message>
    <message>
        <source>Translating the empty texts</source>
        <translation>正在翻译空白文字</translation>
    </message>
    <message numerus="yes">
        <source>{language}, %n text(s) empty</source>
        <translation>
            <numerusform>{language}，%n 项空白</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) empty that another language has.</source>
        <translation>
            <numerusform>%n 项在其他语言中已有，这里空白。</numerusform>
        </translation>
    </message>
    <message>
        <source>What one of these languages says, the others say too.</source>
        <translation>各语言内容齐全。</translation>
    </message>
    <message>
        <source>by machine</source>
        <translation>机器翻译</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) here by machine. Read them before the show.</source>
        <translation>
            <numerusform>这里有 %n 项由机器翻译，请在直播前阅读。</numerusform>
        </translation>
    </message>
    <message>
        <source>Translating: {done} of {total}</source>
        <translation>正在翻译：{done} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) left empty: the machine was not sure. Write them by hand.</source>
        <translation>
            <numerusform>%n 项仍空白：机器没有把握，请手动填写。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条留言</numerusform>
        </translation>
    </message>
    <message>
        <source>{messages} · {unanswered} unanswered</source>
        <translation>{messages} · {unanswered} 条未回复</translation>
    </message>
</context>
<context>
    <name>TraceDialog</name>
    <message>
        <source>Where a batch has been</source>
        <translation>批次溯源</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Batch code</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>As printed on the carton</source>
        <translation>与外箱上印的一致</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>添加事件</translation>
    </message>
    <message>
        <source>Remove this batch</source>
        <translation>删除此批次</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新批次</translation>
    </message>
    <message>
        <source>Batch {code} removed.</source>
        <translation>已删除批次 {code}。</translation>
    </message>
    <message>
        <source>There is no product yet: add one to the catalogue first.</source>
        <translation>还没有产品，请先在产品目录中添加。</translation>
    </message>
    <message>
        <source>Another batch has this code, so this one is not kept: choose another code.</source>
        <translation>另一个批次已用此批号，当前内容没有保存：请换一个批号。</translation>
    </message>
    <message>
        <source>Too much text for a QR code: shorten the notes.</source>
        <translation>文字太多，无法生成二维码：请缩短备注。</translation>
    </message>
</context>
<context>
    <name>TwitchBox</name>
    <message>
        <source>Twitch</source>
        <translation>Twitch</translation>
    </message>
    <message>
        <source>The channel is enough to read its chat. To answer there, add the name you sign in with and a token with the rights chat:read and chat:edit; without them answers are copied for you to paste.</source>
        <translation>只填频道就能读取聊天。要在那里回复，请填登录名和带有 chat:read 与 chat:edit 权限的令牌；不填时，回复会复制好，由您粘贴。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>频道</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Twitch: {field}</source>
        <translation>Twitch：{field}</translation>
    </message>
    <message>
        <source>Empty: read only</source>
        <translation>留空：只读取</translation>
    </message>
</context>
<context>
    <name>VariantsSection</name>
    <message>
        <source>A variant without a price costs what the product costs.</source>
        <translation>没填价格的规格按产品价格计算。</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>What tells it apart</source>
        <translation>区别</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Remove the variant</source>
        <translation>移除规格</translation>
    </message>
    <message>
        <source>A variant needs a SKU and what tells it apart.</source>
        <translation>规格需要货号和区别说明。</translation>
    </message>
    <message>
        <source>Write a price such as 3.50 and the stock as a whole number.</source>
        <translation>价格请填如 3.50，库存请填整数。</translation>
    </message>
    <message>
        <source>red, 500 ml</source>
        <translation>红色，500 ml</translation>
    </message>
</context>
<context>
    <name>VideoPage</name>
    <message>
        <source>OBS and overlay</source>
        <translation>OBS 与字幕叠加</translation>
    </message>
</context>
<context>
    <name>YouTubeBox</name>
    <message>
        <source>YouTube</source>
        <translation>YouTube</translation>
    </message>
    <message>
        <source>Needs a key for “YouTube Data API v3” from the Google Cloud console. A key may ask only so often a day, so messages come every few seconds, and slower late in a long show. Answers are copied for you to paste.</source>
        <translation>需要 Google Cloud 控制台中“YouTube Data API v3”的密钥。一个密钥每天的查询次数有限，所以每隔几秒取一次留言，直播很长时后面会慢一些。回复会复制好，由您粘贴。</translation>
    </message>
    <message>
        <source>Link of the live video</source>
        <translation>直播视频链接</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>YouTube: {field}</source>
        <translation>YouTube：{field}</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone(s) connected</source>
        <translation>
            <numerusform>已连接 %n 部手机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone(s) would rather read {language}</source>
        <translation>
            <numerusform>有 %n 部手机更想看 {language}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条留言</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out in the rush</source>
        <translation>
            <numerusform>人多时略去 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries again in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后重试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries again in %n second(s)</source>
        <translation>
            <numerusform>%n 秒后重试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asks every %n second(s)</source>
        <translation>
            <numerusform>每 %n 秒查询一次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Show</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Pause or continue</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>End show</source>
        <translation>结束直播</translation>
    </message>
    <message>
        <source>Next item of the run of show</source>
        <translation>直播流程下一项</translation>
    </message>
    <message>
        <source>Previous item of the run of show</source>
        <translation>直播流程上一项</translation>
    </message>
    <message>
        <source>Edit the run of show…</source>
        <translation>编辑直播流程…</translation>
    </message>
    <message>
        <source>Type a host line</source>
        <translation>替主播输入一句话</translation>
    </message>
    <message>
        <source>Send the host line as a caption</source>
        <translation>把输入的话作为字幕发出</translation>
    </message>
    <message>
        <source>The marked figures are right</source>
        <translation>标出的数字没错</translation>
    </message>
    <message>
        <source>Put the translation right</source>
        <translation>修改译文</translation>
    </message>
    <message>
        <source>Microphone on or off</source>
        <translation>打开或关闭麦克风</translation>
    </message>
    <message>
        <source>Catch up with the host</source>
        <translation>追上主播</translation>
    </message>
    <message>
        <source>Take back a change to what was heard</source>
        <translation>撤回对识别文字的改动</translation>
    </message>
    <message>
        <source>Larger captions</source>
        <translation>放大字幕</translation>
    </message>
    <message>
        <source>Smaller captions</source>
        <translation>缩小字幕</translation>
    </message>
    <message>
        <source>Standard caption size</source>
        <translation>字幕标准大小</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>搜索产品</translation>
    </message>
    <message>
        <source>Put on air or take off</source>
        <translation>上播或撤下</translation>
    </message>
    <message>
        <source>Mark sold out or available</source>
        <translation>标为售罄或有货</translation>
    </message>
    <message>
        <source>Offer on air…</source>
        <translation>直播优惠…</translation>
    </message>
    <message>
        <source>Quotation…</source>
        <translation>报价单…</translation>
    </message>
    <message>
        <source>Shipping route…</source>
        <translation>运输路线…</translation>
    </message>
    <message>
        <source>Where a batch has been…</source>
        <translation>批次溯源…</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建产品</translation>
    </message>
    <message>
        <source>Edit the product</source>
        <translation>编辑产品</translation>
    </message>
    <message>
        <source>Remove the product</source>
        <translation>移除产品</translation>
    </message>
    <message>
        <source>Move the product up or down</source>
        <translation>上移或下移产品</translation>
    </message>
    <message>
        <source>Undo the last change of the catalogue</source>
        <translation>撤销目录的上一次更改</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>List or grid</source>
        <translation>列表或网格</translation>
    </message>
    <message>
        <source>Open a booth folder…</source>
        <translation>打开展位文件夹…</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Export the catalogue…</source>
        <translation>导出产品目录…</translation>
    </message>
    <message>
        <source>Open the sample booth</source>
        <translation>打开示例展位</translation>
    </message>
    <message>
        <source>Next unanswered message</source>
        <translation>下一条未回复的留言</translation>
    </message>
    <message>
        <source>Reply to the message</source>
        <translation>回复这条留言</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>发送回复</translation>
    </message>
    <message>
        <source>Try the failed reply again</source>
        <translation>重发失败的回复</translation>
    </message>
    <message>
        <source>Translate the message now</source>
        <translation>立即翻译这条留言</translation>
    </message>
    <message>
        <source>Choose the message&apos;s language</source>
        <translation>选择这条留言的语言</translation>
    </message>
    <message>
        <source>Paste a buyer&apos;s message</source>
        <translation>粘贴买家留言</translation>
    </message>
    <message>
        <source>Canned answer 1 to 9, while writing too</source>
        <translation>快捷回复 1 到 9，输入时也可用</translation>
    </message>
    <message>
        <source>Canned answers…</source>
        <translation>快捷回复…</translation>
    </message>
    <message>
        <source>Hide the message or bring it back</source>
        <translation>隐藏或恢复留言</translation>
    </message>
    <message>
        <source>Export the show…</source>
        <translation>导出直播记录…</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>场次报告</translation>
    </message>
    <message>
        <source>Install a model…</source>
        <translation>安装模型…</translation>
    </message>
    <message>
        <source>Leads…</source>
        <translation>客户线索…</translation>
    </message>
    <message>
        <source>Make a lead of the buyer</source>
        <translation>把买家列为线索</translation>
    </message>
    <message>
        <source>Glossary…</source>
        <translation>术语表…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Stage window</source>
        <translation>展台屏幕</translation>
    </message>
    <message>
        <source>Take or pause questions from phones</source>
        <translation>接受或暂停手机提问</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>English or Chinese</source>
        <translation>中文或英文</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close the notice or the question</source>
        <translation>关闭提示或询问</translation>
    </message>
    <message>
        <source>About livedesk</source>
        <translation>关于 livedesk</translation>
    </message>
    <message>
        <source>Resume the show</source>
        <translation>接着直播</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>不再继续</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price for this quantity</source>
        <translation>按数量报价</translation>
    </message>
    <message>
        <source>Price for 1,000</source>
        <translation>1000件的价格</translation>
    </message>
    <message>
        <source>Minimum order</source>
        <translation>起订量</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>交货</translation>
    </message>
    <message>
        <source>Own logo</source>
        <translation>印商标</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Sorry</source>
        <translation>致歉</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>协助</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍等</translation>
    </message>
    <message>
        <source>No product is linked or on air: {field}</source>
        <translation>没有关联产品，也没有正在展示的产品：{field}</translation>
    </message>
    <message>
        <source>The product does not say: {field}</source>
        <translation>产品资料里没有：{field}</translation>
    </message>
    <message>
        <source>Below the minimum order: {field}</source>
        <translation>低于起订量：{field}</translation>
    </message>
    <message>
        <source>The product is sold out: {field}</source>
        <translation>产品已售完：{field}</translation>
    </message>
    <message>
        <source>The offer on air has a price of its own: {field}</source>
        <translation>正在展示的优惠另有价格：{field}</translation>
    </message>
    <message>
        <source>Its variants have prices of their own: {field}</source>
        <translation>各规格价格不同：{field}</translation>
    </message>
    <message>
        <source>The buyer names no quantity, or several: {field}</source>
        <translation>买家没说数量，或说了几个数量：{field}</translation>
    </message>
    <message>
        <source>There is no such field: {field}</source>
        <translation>没有这个字段：{field}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>quantity asked for</source>
        <translation>所问数量</translation>
    </message>
    <message>
        <source>minimum order</source>
        <translation>起订量</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>days of production</source>
        <translation>生产天数</translation>
    </message>
    <message>
        <source>price of a sample</source>
        <translation>样品价格</translation>
    </message>
    <message>
        <source>days for a sample</source>
        <translation>样品天数</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>port</source>
        <translation>港口</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>贸易术语</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>pieces in a carton</source>
        <translation>每箱数量</translation>
    </message>
    <message>
        <source>{field} for the quantity asked for</source>
        <translation>所问数量的{field}</translation>
    </message>
    <message>
        <source>{field} for {quantity}</source>
        <translation>{quantity}件的{field}</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>about {days} days</source>
        <translation>约 {days} 天</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>{what} {days} d</source>
        <translation>{what} {days} 天</translation>
    </message>
    <message>
        <source>{km} km</source>
        <translation>{km} 公里</translation>
    </message>
    <message>
        <source>Batch {code}</source>
        <translation>批次 {code}</translation>
    </message>
    <message>
        <source>Scan to keep this</source>
        <translation>扫码保存</translation>
    </message>
    <message>
        <source>factory</source>
        <translation>工厂</translation>
    </message>
    <message>
        <source>loading warehouse</source>
        <translation>拼箱仓库</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>航道</translation>
    </message>
    <message>
        <source>border</source>
        <translation>口岸</translation>
    </message>
    <message>
        <source>{start} to {end}, {country}</source>
        <translation>{start} → {country}{end}</translation>
    </message>
    <message>
        <source>Estimates, not promises</source>
        <translation>时间为估算，非承诺</translation>
    </message>
    <message>
        <source>shared (LCL)</source>
        <translation>拼箱 (LCL)</translation>
    </message>
    <message>
        <source>port, export customs</source>
        <translation>起运港报关</translation>
    </message>
    <message>
        <source>airport, export customs</source>
        <translation>始发机场报关</translation>
    </message>
    <message>
        <source>rail terminal, customs</source>
        <translation>铁路场站报关</translation>
    </message>
    <message>
        <source>port, customs</source>
        <translation>目的港清关</translation>
    </message>
    <message>
        <source>airport, customs</source>
        <translation>到达机场清关</translation>
    </message>
    <message>
        <source>unloading warehouse</source>
        <translation>拆箱仓库</translation>
    </message>
    <message>
        <source>buyer&apos;s door</source>
        <translation>买家门口</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>海运</translation>
    </message>
    <message>
        <source>plane</source>
        <translation>空运</translation>
    </message>
    <message>
        <source>train</source>
        <translation>铁路</translation>
    </message>
    <message>
        <source>lorry</source>
        <translation>卡车</translation>
    </message>
    <message>
        <source>Strait of Malacca</source>
        <translation>马六甲海峡</translation>
    </message>
    <message>
        <source>Bab-el-Mandeb</source>
        <translation>曼德海峡</translation>
    </message>
    <message>
        <source>Suez Canal</source>
        <translation>苏伊士运河</translation>
    </message>
    <message>
        <source>Strait of Gibraltar</source>
        <translation>直布罗陀海峡</translation>
    </message>
    <message>
        <source>Panama Canal</source>
        <translation>巴拿马运河</translation>
    </message>
    <message>
        <source>Bosporus</source>
        <translation>博斯普鲁斯海峡</translation>
    </message>
    <message>
        <source>Strait of Hormuz</source>
        <translation>霍尔木兹海峡</translation>
    </message>
    <message>
        <source>Strait of Dover</source>
        <translation>多佛尔海峡</translation>
    </message>
    <message>
        <source>Sunda Strait</source>
        <translation>巽他海峡</translation>
    </message>
    <message>
        <source>Strait of Magellan</source>
        <translation>麦哲伦海峡</translation>
    </message>
    <message>
        <source>Cape of Good Hope</source>
        <translation>好望角</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>验货</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>包装</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>发运</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>在播</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一款</translation>
    </message>
    <message>
        <source>no price yet</source>
        <translation>暂无报价</translation>
    </message>
    <message>
        <source>MOQ {quantity}</source>
        <translation>起订量 {quantity}</translation>
    </message>
    <message>
        <source>sample {price}</source>
        <translation>样品 {price}</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>贸易条款</translation>
    </message>
    <message>
        <source>MOQ</source>
        <translation>起订量</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>交货期</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>not in this catalogue</source>
        <translation>不在本目录中</translation>
    </message>
</context>
<context>
    <name>connections</name>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>网线</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Inside this computer</source>
        <translation>电脑内部</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>Buyers&apos; phones must be in the same Wi-Fi as this computer. No internet is needed.</source>
        <translation>买家手机须与这台电脑连同一个 Wi-Fi，无需互联网。</translation>
    </message>
    <message>
        <source>Buyers&apos; phones must be in the Wi-Fi of the router that this cable goes to. No internet is needed.</source>
        <translation>买家手机须连接这根网线所接路由器的 Wi-Fi，无需互联网。</translation>
    </message>
    <message>
        <source>Buyers&apos; phones must be in the same network as this computer. No internet is needed.</source>
        <translation>买家手机须与这台电脑在同一个网络中，无需互联网。</translation>
    </message>
    <message>
        <source>Only programs on this computer use this address; phones hardly ever reach it.</source>
        <translation>这个地址只供本机程序使用，手机一般连不上。</translation>
    </message>
    <message>
        <source>To try the page in a browser on this computer. No phone reaches it.</source>
        <translation>用于在本机浏览器里试看页面，手机连不上。</translation>
    </message>
    <message>
        <source>This computer is in no network. Switch on its Wi-Fi or its hotspot, or the hotspot of a phone, and let the buyers&apos; phones join it.</source>
        <translation>这台电脑没有连接网络。请打开它的 Wi-Fi 或热点，或打开一部手机的热点，再让买家手机加入。</translation>
    </message>
    <message>
        <source>hearts</source>
        <translation>爱心</translation>
    </message>
    <message>
        <source>claps</source>
        <translation>鼓掌</translation>
    </message>
    <message>
        <source>fires</source>
        <translation>火焰</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>感谢</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在开放…</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>正在等待网络</translation>
    </message>
    <message>
        <source>Phones cannot connect</source>
        <translation>手机无法连接</translation>
    </message>
    <message>
        <source>Closed for phones</source>
        <translation>未对手机开放</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Reply to {name}</source>
        <translation>回复 {name}</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私密</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translated into</source>
        <translation>译成</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Why not translated</source>
        <translation>未翻译原因</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Asks about</source>
        <translation>询问内容</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字记录</translation>
    </message>
    <message>
        <source>figures differ</source>
        <translation>数字不一致</translation>
    </message>
    <message>
        <source>figures put right</source>
        <translation>数字已改正</translation>
    </message>
    <message>
        <source>name or code missing</source>
        <translation>缺少名称或货号</translation>
    </message>
    <message>
        <source>{seconds} s without captions</source>
        <translation>{seconds} 秒没有字幕</translation>
    </message>
</context>
<context>
    <name>glossary</name>
    <message>
        <source>Word</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>The heading must name two languages or more, such as zh and en.</source>
        <translation>表头至少要写明两种语言，例如 zh 和 en。</translation>
    </message>
    <message>
        <source>No language is called “{value}”; the column was left out.</source>
        <translation>没有名为“{value}”的语言，已略去该列。</translation>
    </message>
    <message>
        <source>“{value}” stands there in one language only.</source>
        <translation>“{value}”只有一种语言。</translation>
    </message>
    <message>
        <source>“{value}” is no kind of term.</source>
        <translation>“{value}”不是术语类别。</translation>
    </message>
    <message>
        <source>“{value}” is there twice; the first one counts.</source>
        <translation>“{value}”重复出现，以第一个为准。</translation>
    </message>
    <message>
        <source>“{value}…” is too long for a term.</source>
        <translation>“{value}…”太长，不能作为术语。</translation>
    </message>
    <message>
        <source>A list may hold {value} terms; the rest was left out.</source>
        <translation>术语表最多 {value} 条，其余已略去。</translation>
    </message>
    <message>
        <source>Line {line}: {text}</source>
        <translation>第 {line} 行：{text}</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Article number (SKU)</source>
        <translation>货号（SKU）</translation>
    </message>
    <message>
        <source>Number on air</source>
        <translation>直播编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Quantity {step}</source>
        <translation>数量 {step}</translation>
    </message>
    <message>
        <source>Price {step}</source>
        <translation>单价 {step}</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>贸易术语</translation>
    </message>
    <message>
        <source>Place of the Incoterm</source>
        <translation>贸易术语地点</translation>
    </message>
    <message>
        <source>MOQ</source>
        <translation>起订量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Sample price</source>
        <translation>样品价</translation>
    </message>
    <message>
        <source>Sample days</source>
        <translation>样品天数</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificates expire</source>
        <translation>证书有效期</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材质</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Pieces per carton</source>
        <translation>装箱数</translation>
    </message>
    <message>
        <source>Carton size</source>
        <translation>外箱尺寸</translation>
    </message>
    <message>
        <source>Carton length</source>
        <translation>外箱长</translation>
    </message>
    <message>
        <source>Carton width</source>
        <translation>外箱宽</translation>
    </message>
    <message>
        <source>Carton height</source>
        <translation>外箱高</translation>
    </message>
    <message>
        <source>Gross and net weight</source>
        <translation>毛重和净重</translation>
    </message>
    <message>
        <source>Gross weight</source>
        <translation>毛重</translation>
    </message>
    <message>
        <source>Net weight</source>
        <translation>净重</translation>
    </message>
    <message>
        <source>Volume (CBM), for checking</source>
        <translation>体积（CBM），用于核对</translation>
    </message>
    <message>
        <source>HS code</source>
        <translation>海关编码</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Variant of</source>
        <translation>主款货号</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>款式</translation>
    </message>
    <message>
        <source>Own field “{name}”</source>
        <translation>自定义字段“{name}”</translation>
    </message>
    <message>
        <source>Texts by a machine</source>
        <translation>机器译文</translation>
    </message>
    <message>
        <source>Row number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Price from {count}</source>
        <translation>满 {count} 的单价</translation>
    </message>
    <message>
        <source>No article number in this row</source>
        <translation>这一行没有货号</translation>
    </message>
    <message>
        <source>Not an article number</source>
        <translation>不是货号</translation>
    </message>
    <message>
        <source>The article number stands twice; the first row counts</source>
        <translation>货号重复，以第一行为准</translation>
    </message>
    <message>
        <source>A new product needs a name</source>
        <translation>新产品需要品名</translation>
    </message>
    <message>
        <source>There is no product with this article number</source>
        <translation>没有这个货号的产品</translation>
    </message>
    <message>
        <source>The formula in this cell failed</source>
        <translation>这个单元格的公式出错</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>不是价格</translation>
    </message>
    <message>
        <source>A price lies above 0 and below 10 million</source>
        <translation>价格应大于 0、小于一千万</translation>
    </message>
    <message>
        <source>Two prices; the higher one is taken</source>
        <translation>有两个价格，取较高的</translation>
    </message>
    <message>
        <source>A price “from”; it is taken as the price</source>
        <translation>“起”价，按此价格导入</translation>
    </message>
    <message>
        <source>The price rises with the quantity</source>
        <translation>数量越多价格反而越高</translation>
    </message>
    <message>
        <source>Two prices for the same quantity</source>
        <translation>同一数量有两个价格</translation>
    </message>
    <message>
        <source>A quantity without a price, or the other way round</source>
        <translation>有数量没有价格，或有价格没有数量</translation>
    </message>
    <message>
        <source>Not the currency of the other prices</source>
        <translation>币种与其他价格不一致</translation>
    </message>
    <message>
        <source>Not a known currency</source>
        <translation>不认识的币种</translation>
    </message>
    <message>
        <source>No currency stands anywhere; taken as US dollars</source>
        <translation>没有写币种，按美元导入</translation>
    </message>
    <message>
        <source>For another unit than the product is sold by</source>
        <translation>单位与产品的销售单位不一致</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>This number can be read in two ways</source>
        <translation>这个数字有两种读法</translation>
    </message>
    <message>
        <source>Too small or too large</source>
        <translation>数值太小或太大</translation>
    </message>
    <message>
        <source>Not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>Day and month can be read in two ways</source>
        <translation>日和月有两种读法</translation>
    </message>
    <message>
        <source>Not a size such as 60x40x35 cm</source>
        <translation>不是尺寸，应如 60x40x35 cm</translation>
    </message>
    <message>
        <source>Not a weight such as 12.5 kg</source>
        <translation>不是重量，应如 12.5 kg</translation>
    </message>
    <message>
        <source>The net weight is above the gross weight</source>
        <translation>净重大于毛重</translation>
    </message>
    <message>
        <source>Not the volume of the carton</source>
        <translation>与外箱尺寸算出的体积不符</translation>
    </message>
    <message>
        <source>Not a customs code such as 8509.40.00</source>
        <translation>不是海关编码，应如 8509.40.00</translation>
    </message>
    <message>
        <source>Not an Incoterm such as FOB</source>
        <translation>不是贸易术语，应如 FOB</translation>
    </message>
    <message>
        <source>Another product has this number</source>
        <translation>这个编号已被其他产品使用</translation>
    </message>
    <message>
        <source>This text is too long</source>
        <translation>文字太长</translation>
    </message>
    <message>
        <source>There is no such picture</source>
        <translation>没有这张图片</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>不是图片</translation>
    </message>
    <message>
        <source>This row is hidden in the file</source>
        <translation>这一行在文件里是隐藏的</translation>
    </message>
    <message>
        <source>Pictures inside this kind of file are not read; save it as .xlsx</source>
        <translation>无法读取这种文件里的图片，请另存为 .xlsx</translation>
    </message>
    <message>
        <source>This column is not used</source>
        <translation>这一列没有使用</translation>
    </message>
    <message>
        <source>Another column says the same; this one is not used</source>
        <translation>另一列内容相同，这一列没有使用</translation>
    </message>
    <message>
        <source>Row left out</source>
        <translation>整行未导入</translation>
    </message>
    <message>
        <source>Field left as it is</source>
        <translation>该项保持不变</translation>
    </message>
    <message>
        <source>Column left out</source>
        <translation>整列未导入</translation>
    </message>
    <message>
        <source>Taken, please check</source>
        <translation>已导入，请核对</translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>Hot</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>Asked for a quote on the phone page.</source>
        <translation>在手机页面索取了报价。</translation>
    </message>
    <message>
        <source>Said how many.</source>
        <translation>说明了数量。</translation>
    </message>
    <message>
        <source>The quantity reaches the minimum order.</source>
        <translation>数量达到起订量。</translation>
    </message>
    <message>
        <source>Left a contact.</source>
        <translation>留下了联系方式。</translation>
    </message>
    <message>
        <source>Asked for a sample.</source>
        <translation>索要了样品。</translation>
    </message>
    <message>
        <source>Asked about shipping, payment, certificates or customisation.</source>
        <translation>询问了运输、付款、认证或定制。</translation>
    </message>
    <message>
        <source>Asked for the price.</source>
        <translation>询问了价格。</translation>
    </message>
    <message>
        <source>Asked about several products.</source>
        <translation>询问了多款产品。</translation>
    </message>
    <message>
        <source>Complained.</source>
        <translation>有投诉。</translation>
    </message>
    <message>
        <source>You set this yourself.</source>
        <translation>由您设定。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Other contacts</source>
        <translation>其他联系方式</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>同意时间</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>同意内容</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>客户线索</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>对话记录</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>展位</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Hottest first</source>
        <translation>最热优先</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>By country</source>
        <translation>按国家</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>quickest, mishears often</source>
        <translation>最快，但常听错</translation>
    </message>
    <message>
        <source>quick, good to begin with</source>
        <translation>速度快，适合先用</translation>
    </message>
    <message>
        <source>hears better, needs a newer laptop</source>
        <translation>听得更准，需要较新的笔记本电脑</translation>
    </message>
    <message>
        <source>hears best, needs a strong computer</source>
        <translation>听得最准，需要性能强的电脑</translation>
    </message>
    <message>
        <source>words appear at once, also where both are mixed</source>
        <translation>文字立刻出现，中英文混说也可以</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>任何语言</translation>
    </message>
    <message>
        <source>licence not known</source>
        <translation>许可证未知</translation>
    </message>
    <message>
        <source>not checked by livedesk</source>
        <translation>livedesk 未检查过</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>{done} so far</source>
        <translation>已下载 {done}</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>{done} of {total} MB · {percent} %</source>
        <translation>{done} / {total} MB · {percent} %</translation>
    </message>
</context>
<context>
    <name>moderation</name>
    <message>
        <source>Hidden by you</source>
        <translation>您已隐藏</translation>
    </message>
    <message>
        <source>Hidden: the buyer is muted</source>
        <translation>已隐藏：买家被禁言</translation>
    </message>
    <message>
        <source>Hidden: a blocked word</source>
        <translation>已隐藏：含屏蔽词</translation>
    </message>
    <message>
        <source>Hidden: a link</source>
        <translation>已隐藏：含链接</translation>
    </message>
    <message>
        <source>Hidden: removed on its platform</source>
        <translation>已隐藏：被所在平台删除</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已禁言</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>已屏蔽</translation>
    </message>
</context>
<context>
    <name>platforms</name>
    <message>
        <source>Off</source>
        <translation>未开启</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可以接收</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>正在播放</translation>
    </message>
</context>
<context>
    <name>product</name>
    <message>
        <source>A product needs a SKU.</source>
        <translation>产品需要货号。</translation>
    </message>
    <message>
        <source>{value} is the SKU of {other} already.</source>
        <translation>货号 {value} 已属于 {other}。</translation>
    </message>
    <message>
        <source>A SKU has no blanks around it and no hidden signs.</source>
        <translation>货号前后不能有空格，也不能含隐藏字符。</translation>
    </message>
    <message>
        <source>A number is 1 or more.</source>
        <translation>编号从 1 开始。</translation>
    </message>
    <message>
        <source>{value} is the number of {other} already.</source>
        <translation>编号 {value} 已属于 {other}。</translation>
    </message>
    <message>
        <source>A product needs a name in one language at least.</source>
        <translation>产品至少要有一种语言的名称。</translation>
    </message>
    <message>
        <source>A price is above 0.</source>
        <translation>价格必须大于 0。</translation>
    </message>
    <message>
        <source>{value} is a very high price. Is that right?</source>
        <translation>{value} 的价格很高，对吗？</translation>
    </message>
    <message>
        <source>{value} has more than four decimal places. Is that right?</source>
        <translation>{value} 的小数超过四位，对吗？</translation>
    </message>
    <message>
        <source>{value} for more pieces is above {limit} for fewer. Is that right?</source>
        <translation>数量更多时的 {value} 高于数量较少时的 {limit}，对吗？</translation>
    </message>
    <message>
        <source>From {limit} to {value} is a big step. Is the decimal point right?</source>
        <translation>从 {limit} 降到 {value} 跨度很大，小数点对吗？</translation>
    </message>
    <message>
        <source>A quantity is 1 or more.</source>
        <translation>数量至少为 1。</translation>
    </message>
    <message>
        <source>The quantity {value} is there twice, or out of order.</source>
        <translation>数量 {value} 重复或顺序不对。</translation>
    </message>
    <message>
        <source>A sample costs 0 or more.</source>
        <translation>样品价不能小于 0。</translation>
    </message>
    <message>
        <source>A currency has three letters, such as USD.</source>
        <translation>币种为三个字母，例如 USD。</translation>
    </message>
    <message>
        <source>{value} is none of the Incoterms 2020.</source>
        <translation>{value} 不是 Incoterms 2020 术语。</translation>
    </message>
    <message>
        <source>The least order is 1 or more.</source>
        <translation>起订量至少为 1。</translation>
    </message>
    <message>
        <source>There is no price for {value} pieces: the first one starts at {limit}.</source>
        <translation>{value} 件没有价格：第一档从 {limit} 件起。</translation>
    </message>
    <message>
        <source>Nobody can order so few that the price from {limit} pieces counts.</source>
        <translation>起订量太高，{limit} 件起的价格永远用不到。</translation>
    </message>
    <message>
        <source>Days run from 0 to {limit}.</source>
        <translation>天数在 0 到 {limit} 之间。</translation>
    </message>
    <message>
        <source>The stock is 0 or more.</source>
        <translation>库存不能小于 0。</translation>
    </message>
    <message>
        <source>An HS code has 4, 6, 8, 10 or 13 digits. Is that right?</source>
        <translation>HS 编码为 4、6、8、10 或 13 位，对吗？</translation>
    </message>
    <message>
        <source>A certificate needs a name.</source>
        <translation>认证需要名称。</translation>
    </message>
    <message>
        <source>{name}: write the day as 2027-03-31.</source>
        <translation>{name}：日期请写成 2027-03-31。</translation>
    </message>
    <message>
        <source>{name} expired on {value}. Do not promise it on air.</source>
        <translation>{name} 已于 {value} 过期，直播中不要承诺。</translation>
    </message>
    <message>
        <source>{name} expires soon, on {value}.</source>
        <translation>{name} 即将于 {value} 到期。</translation>
    </message>
    <message>
        <source>A carton holds 1 piece or more.</source>
        <translation>每箱至少 1 件。</translation>
    </message>
    <message>
        <source>A side is longer than 0.</source>
        <translation>边长必须大于 0。</translation>
    </message>
    <message>
        <source>Longer than {limit} cm. Is that right?</source>
        <translation>超过 {limit} cm，对吗？</translation>
    </message>
    <message>
        <source>Missing for the volume.</source>
        <translation>缺此项，无法计算体积。</translation>
    </message>
    <message>
        <source>A weight is above 0.</source>
        <translation>重量必须大于 0。</translation>
    </message>
    <message>
        <source>Heavier than {limit} kg. Is that right?</source>
        <translation>超过 {limit} kg，对吗？</translation>
    </message>
    <message>
        <source>The net weight is above the gross weight of {limit} kg.</source>
        <translation>净重超过了毛重 {limit} kg。</translation>
    </message>
    <message>
        <source>A field of your own needs a name.</source>
        <translation>自定义字段需要名称。</translation>
    </message>
    <message>
        <source>Row {row}: {problem}</source>
        <translation>第 {row} 行：{problem}</translation>
    </message>
</context>
<context>
    <name>quotation</name>
    <message>
        <source>Quotation</source>
        <translation>报价单</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>To</source>
        <translation>致</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目的地</translation>
    </message>
    <message>
        <source>Terms (Incoterms 2020)</source>
        <translation>贸易条款</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Cartons</source>
        <translation>箱数</translation>
    </message>
    <message>
        <source>Volume (m³)</source>
        <translation>体积 (m³)</translation>
    </message>
    <message>
        <source>Gross weight (kg)</source>
        <translation>毛重 (kg)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Prices by quantity</source>
        <translation>阶梯价</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>交货期</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>HS code</source>
        <translation>海关编码</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>包装</translation>
    </message>
    <message>
        <source>{pieces} pcs/carton, {size} cm, {weight} kg</source>
        <translation>每箱 {pieces} 件，{size} cm，{weight} kg</translation>
    </message>
    <message>
        <source>Converted at {rate} {pair}, {date}</source>
        <translation>按汇率 {rate} {pair} 折算，{date}</translation>
    </message>
    <message>
        <source>from {quantity}</source>
        <translation>{quantity} 起</translation>
    </message>
    <message>
        <source>This product has no price yet.</source>
        <translation>这款产品还没有价格。</translation>
    </message>
    <message>
        <source>Below the minimum order of {moq}.</source>
        <translation>低于最小起订量 {moq}。</translation>
    </message>
    <message>
        <source>There is no price for fewer than {first}.</source>
        <translation>少于 {first} 没有价格。</translation>
    </message>
    <message>
        <source>Enter the exchange rate for {currency} below.</source>
        <translation>请在下面填写 {currency} 的汇率。</translation>
    </message>
    <message>
        <source>The exchange rate is from {dated}. Is it still right?</source>
        <translation>汇率是 {dated} 的，现在还准吗？</translation>
    </message>
    <message>
        <source>No carton size is filled in: the volume is not known.</source>
        <translation>没有填写外箱尺寸，体积未知。</translation>
    </message>
    <message>
        <source>This product is sold out.</source>
        <translation>这款产品已售罄。</translation>
    </message>
    <message>
        <source>Only {stock} in stock.</source>
        <translation>库存只有 {stock}。</translation>
    </message>
    <message>
        <source>The prices of the catalogue are {incoterm}. Check that they hold for these terms too.</source>
        <translation>目录里的价格是 {incoterm}，请确认这些条款下也适用。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Show report</source>
        <translation>场次报告</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Still running: figures so far</source>
        <translation>仍在进行：目前的数据</translation>
    </message>
    <message>
        <source>{host} to {audience}</source>
        <translation>{host} → {audience}</translation>
    </message>
    <message>
        <source>Nothing was said or written in this show.</source>
        <translation>本场没有任何发言或留言。</translation>
    </message>
    <message>
        <source>Made by livedesk on this computer.</source>
        <translation>由本机 livedesk 生成。</translation>
    </message>
    <message>
        <source>Hidden messages are left out. A greeting wants no answer. In each chart a message counts once, for the product and the question it names first.</source>
        <translation>不含已隐藏的留言。问候无需回复。每张图中一条留言只计一次，按其首先提到的产品和问题计算。</translation>
    </message>
    <message>
        <source>To do next</source>
        <translation>接下来要做的</translation>
    </message>
    <message>
        <source>hot leads</source>
        <translation>重点客户</translation>
    </message>
    <message>
        <source>of {count} leads in all</source>
        <translation>共 {count} 条客户线索</translation>
    </message>
    <message>
        <source>worth {money} at list price</source>
        <translation>按标价约 {money}</translation>
    </message>
    <message>
        <source>questions without an answer</source>
        <translation>未回复的问题</translation>
    </message>
    <message>
        <source>of {count} messages</source>
        <translation>共 {count} 条留言</translation>
    </message>
    <message>
        <source>answers that did not arrive</source>
        <translation>未送达的回复</translation>
    </message>
    <message>
        <source>captions to check</source>
        <translation>待核对的字幕</translation>
    </message>
    <message>
        <source>figures, names or codes in doubt</source>
        <translation>数字、名称或型号存疑</translation>
    </message>
    <message>
        <source>Write to these buyers first</source>
        <translation>先联系这些买家</translation>
    </message>
    <message>
        <source>No leads from this show. Press K at a buyer&apos;s message to make one.</source>
        <translation>本场没有客户线索。在买家留言上按 K 即可建立。</translation>
    </message>
    <message>
        <source>Still to be answered</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>Every question was answered.</source>
        <translation>所有问题都已回复。</translation>
    </message>
    <message>
        <source>No buyer asked anything in this show.</source>
        <translation>本场没有买家提问。</translation>
    </message>
    <message>
        <source>{count} more are in the Excel file.</source>
        <translation>另有 {count} 条，见 Excel 文件。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Reach by</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>{count} pcs</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} 个问题</translation>
    </message>
    <message>
        <source>the answer did not arrive</source>
        <translation>回复未送达</translation>
    </message>
    <message>
        <source>The show in figures</source>
        <translation>本场数据</translation>
    </message>
    <message>
        <source>live</source>
        <translation>直播时长</translation>
    </message>
    <message>
        <source>paused {time}</source>
        <translation>暂停 {time}</translation>
    </message>
    <message>
        <source>phones at once</source>
        <translation>同时在线的手机</translation>
    </message>
    <message>
        <source>most at {time}</source>
        <translation>最高于 {time}</translation>
    </message>
    <message>
        <source>buyers wrote</source>
        <translation>发言的买家</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>隐藏 {count} 条</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>{answered} of {count} questions</source>
        <translation>{count} 个问题中的 {answered} 个</translation>
    </message>
    <message>
        <source>usual wait for an answer</source>
        <translation>通常等待时间</translation>
    </message>
    <message>
        <source>9 of 10 within {time}</source>
        <translation>九成在 {time} 内</translation>
    </message>
    <message>
        <source>caption lines</source>
        <translation>字幕行数</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>reactions</source>
        <translation>互动次数</translation>
    </message>
    <message>
        <source>What buyers asked</source>
        <translation>买家问了什么</translation>
    </message>
    <message>
        <source>Messages by question</source>
        <translation>按问题分类</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未回复</translation>
    </message>
    <message>
        <source>greetings</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>Products asked about most</source>
        <translation>询问最多的产品</translation>
    </message>
    <message>
        <source>No product named</source>
        <translation>未提到产品</translation>
    </message>
    <message>
        <source>Questions by product</source>
        <translation>各产品的问题</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>客户线索</translation>
    </message>
    <message>
        <source>Pieces wanted</source>
        <translation>需求件数</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>How long buyers waited</source>
        <translation>买家等待时间</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>半数等待不超过</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <translation>九成等待不超过</translation>
    </message>
    <message>
        <source>Who the buyers were</source>
        <translation>买家概况</translation>
    </message>
    <message>
        <source>Messages by language</source>
        <translation>按语言</translation>
    </message>
    <message>
        <source>Messages by country</source>
        <translation>按国家和地区</translation>
    </message>
    <message>
        <source>Messages by platform</source>
        <translation>按平台</translation>
    </message>
    <message>
        <source>Phones by language, at the most</source>
        <translation>高峰时手机的语言</translation>
    </message>
    <message>
        <source>Leads by country</source>
        <translation>客户线索按国家和地区</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>What was on air when</source>
        <translation>何时展示了什么</translation>
    </message>
    <message>
        <source>Messages in {minutes} min</source>
        <translation>每 {minutes} 分钟留言</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>最多 {count}</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>Messages over time: {messages} in all. Products on air: {products}.</source>
        <translation>留言随时间变化：共 {messages} 条。展示的产品：{products}。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Captions and translation</source>
        <translation>字幕与翻译</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>已翻译</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>Half after</source>
        <translation>半数用时</translation>
    </message>
    <message>
        <source>95 of 100 after</source>
        <translation>95% 用时</translation>
    </message>
    <message>
        <source>put right by a person</source>
        <translation>人工改正</translation>
    </message>
    <message>
        <source>without captions</source>
        <translation>没有字幕</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字记录</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家和地区</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Wait (s)</source>
        <translation>等待（秒）</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>minutes live</source>
        <translation>直播分钟数</translation>
    </message>
    <message>
        <source>minutes paused</source>
        <translation>暂停分钟数</translation>
    </message>
    <message>
        <source>half waited at most (s)</source>
        <translation>半数等待不超过（秒）</translation>
    </message>
    <message>
        <source>9 of 10 waited at most (s)</source>
        <translation>九成等待不超过（秒）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}：{count}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>no model is installed for this direction</source>
        <translation>没有安装该方向的模型</translation>
    </message>
    <message>
        <source>no model is known for this direction</source>
        <translation>该方向没有可用模型</translation>
    </message>
    <message>
        <source>both languages are the same</source>
        <translation>两种语言相同</translation>
    </message>
    <message>
        <source>nothing to translate</source>
        <translation>无需翻译</translation>
    </message>
    <message>
        <source>the model repeated itself</source>
        <translation>模型重复</translation>
    </message>
    <message>
        <source>the model gave nothing</source>
        <translation>模型无输出</translation>
    </message>
    <message>
        <source>the model made something up</source>
        <translation>模型编造内容</translation>
    </message>
    <message>
        <source>the model left out most of it</source>
        <translation>模型漏译</translation>
    </message>
    <message>
        <source>the model answered in another language</source>
        <translation>模型输出了其他语言</translation>
    </message>
    <message>
        <source>this is not the language it was taken for</source>
        <translation>语言识别有误</translation>
    </message>
    <message>
        <source>the engine failed</source>
        <translation>翻译引擎出错</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>still waiting</source>
        <translation>仍在等待</translation>
    </message>
    <message>
        <source>not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>MOQ</source>
        <translation>起订</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>运输</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>定制</translation>
    </message>
    <message>
        <source>Certif.</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>Compl.</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>asked for a quote</source>
        <translation>要求报价</translation>
    </message>
    <message>
        <source>said how many</source>
        <translation>说明了数量</translation>
    </message>
    <message>
        <source>reaches the minimum order</source>
        <translation>达到起订量</translation>
    </message>
    <message>
        <source>gave a contact</source>
        <translation>留了联系方式</translation>
    </message>
    <message>
        <source>asked for a sample</source>
        <translation>索要样品</translation>
    </message>
    <message>
        <source>asked about terms</source>
        <translation>询问条款</translation>
    </message>
    <message>
        <source>asked the price</source>
        <translation>询价</translation>
    </message>
    <message>
        <source>asked several times</source>
        <translation>多次询问</translation>
    </message>
    <message>
        <source>complained</source>
        <translation>有投诉</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>手动设定</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Phones at the booth</source>
        <translation>展位手机</translation>
    </message>
    <message>
        <source>Twitch</source>
        <translation>Twitch</translation>
    </message>
    <message>
        <source>YouTube</source>
        <translation>YouTube</translation>
    </message>
    <message>
        <source>TikTok</source>
        <translation>TikTok</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Other platforms</source>
        <translation>其他平台</translation>
    </message>
    <message>
        <source>♥</source>
        <translation>♥</translation>
    </message>
    <message>
        <source>clapping</source>
        <translation>鼓掌</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>火</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>感谢</translation>
    </message>
</context>
<context>
    <name>run_of_show</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>trace</name>
    <message>
        <source>Enter the day.</source>
        <translation>请填写日期。</translation>
    </message>
    <message>
        <source>This is no day: write it as year-month-day.</source>
        <translation>日期无效，请按年-月-日填写。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>这一天还没到。</translation>
    </message>
    <message>
        <source>This is earlier than what usually comes before it.</source>
        <translation>早于通常在它之前的环节，请核对日期。</translation>
    </message>
    <message>
        <source>Enter the place.</source>
        <translation>请填写地点。</translation>
    </message>
    <message>
        <source>Enter the batch code as it is printed on the carton.</source>
        <translation>请填写外箱上印的批号。</translation>
    </message>
    <message>
        <source>Add what happened to the batch.</source>
        <translation>请添加这个批次的事件。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>from {quantity}</source>
        <translation>满 {quantity}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s without captions</source>
        <translation>{seconds} 秒没有字幕</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s without captions</source>
        <translation>{minutes} 分 {seconds} 秒没有字幕</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音识别</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not on air</source>
        <translation>未开播</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排中</translation>
    </message>
    <message>
        <source>Rehearsal paused</source>
        <translation>彩排已暂停</translation>
    </message>
    <message>
        <source>Rehearsal ended</source>
        <translation>彩排已结束</translation>
    </message>
    <message>
        <source>Being translated…</source>
        <translation>正在翻译…</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>已翻译</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>Skipped in the rush</source>
        <translation>留言太快，已跳过</translation>
    </message>
    <message>
        <source>Being read back…</source>
        <translation>正在回译…</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>可以发送</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>口播</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Minimum order</source>
        <translation>起订量</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>运输</translation>
    </message>
    <message>
        <source>Customisation</source>
        <translation>定制</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Greetings</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Same as this computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制的聊天</translation>
    </message>
    <message>
        <source>No translation model installed for this language</source>
        <translation>没有安装这种语言的翻译模型</translation>
    </message>
    <message>
        <source>livedesk cannot translate between these languages</source>
        <translation>livedesk 不支持这两种语言互译</translation>
    </message>
    <message>
        <source>Already in this language</source>
        <translation>本来就是这种语言</translation>
    </message>
    <message>
        <source>Nothing to translate</source>
        <translation>没有需要翻译的内容</translation>
    </message>
    <message>
        <source>Not translated: the model began to repeat itself</source>
        <translation>未翻译：模型开始重复输出</translation>
    </message>
    <message>
        <source>Not translated: the model gave no answer</source>
        <translation>未翻译：模型没有给出译文</translation>
    </message>
    <message>
        <source>Not translated: the model made something up</source>
        <translation>未翻译：模型凭空编造了内容</translation>
    </message>
    <message>
        <source>Not translated: the model left out most of it</source>
        <translation>未翻译：模型漏掉了大部分内容</translation>
    </message>
    <message>
        <source>Not translated: the model answered in another language</source>
        <translation>未翻译：模型给出了另一种语言</translation>
    </message>
    <message>
        <source>Not translated: this is not the language it was taken for</source>
        <translation>未翻译：这不是识别出的那种语言</translation>
    </message>
    <message>
        <source>Not translated: the model failed</source>
        <translation>未翻译：模型出错</translation>
    </message>
    <message>
        <source>Not translated: the show had ended</source>
        <translation>未翻译：直播已结束</translation>
    </message>
    <message>
        <source>Needs a translation model first: {pairs}</source>
        <translation>需要先安装翻译模型：{pairs}</translation>
    </message>
    <message>
        <source>There is no translation model for this language. Install one, or send the text as written.</source>
        <translation>没有这种语言的翻译模型。请安装一个，或按原文发送。</translation>
    </message>
    <message>
        <source>livedesk cannot translate between these languages. Send the text as written, or type it in theirs.</source>
        <translation>livedesk 不支持这两种语言互译。请按原文发送，或直接用对方的语言输入。</translation>
    </message>
    <message>
        <source>This is already in the right language. Send it as written.</source>
        <translation>这已经是对方的语言了，请按原文发送。</translation>
    </message>
    <message>
        <source>There is nothing to translate. Type a few words.</source>
        <translation>没有需要翻译的内容，请输入几个字。</translation>
    </message>
    <message>
        <source>The model began to repeat itself. Put it in other words.</source>
        <translation>模型开始重复输出，请换个说法。</translation>
    </message>
    <message>
        <source>The model gave no answer. Put it in other words.</source>
        <translation>模型没有给出译文，请换个说法。</translation>
    </message>
    <message>
        <source>The model made something up. Put it in other words.</source>
        <translation>模型凭空编造了内容，请换个说法。</translation>
    </message>
    <message>
        <source>The model left out most of it. Use shorter sentences.</source>
        <translation>模型漏掉了大部分内容，请把句子写短些。</translation>
    </message>
    <message>
        <source>The model answered in another language. Put it in other words.</source>
        <translation>模型给出了另一种语言，请换个说法。</translation>
    </message>
    <message>
        <source>This is not in the language it was taken for. Choose the language, or type it in that one.</source>
        <translation>这不是识别出的那种语言，请选择语言，或用该语言输入。</translation>
    </message>
    <message>
        <source>Translation failed. Try again.</source>
        <translation>翻译失败，请重试。</translation>
    </message>
    <message>
        <source>This was skipped in the rush. Try again.</source>
        <translation>当时留言太快，被跳过了。请重试。</translation>
    </message>
    <message>
        <source>The show ended before this was done.</source>
        <translation>还没处理完，直播就结束了。</translation>
    </message>
    <message>
        <source>There is no translation model in this folder. Choose the folder that holds it.</source>
        <translation>这个文件夹里没有翻译模型，请选择模型所在的文件夹。</translation>
    </message>
    <message>
        <source>The model folder lacks {file}. Copy the whole folder again.</source>
        <translation>模型文件夹里缺少 {file}，请重新复制整个文件夹。</translation>
    </message>
    <message>
        <source>The model folder is not complete. Copy the whole folder again.</source>
        <translation>模型文件夹不完整，请重新复制整个文件夹。</translation>
    </message>
    <message>
        <source>This is not a MarianMT translation model. Choose another folder.</source>
        <translation>这不是 MarianMT 翻译模型，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The model holds only an old kind of weights file, which is not safe to open. Choose another.</source>
        <translation>这个模型只有旧格式的权重文件，打开不安全。请换一个模型。</translation>
    </message>
    <message>
        <source>The model&apos;s files are damaged. Copy or download the model again.</source>
        <translation>模型文件已损坏，请重新复制或下载。</translation>
    </message>
    <message>
        <source>{file} differs from the published model. Copy or download the model again.</source>
        <translation>{file} 与官方发布的模型不一致，请重新复制或下载。</translation>
    </message>
    <message>
        <source>The model differs from the published one. Copy or download it again.</source>
        <translation>模型与官方发布的不一致，请重新复制或下载。</translation>
    </message>
    <message>
        <source>livedesk does not know this model, so nobody has checked its translations.</source>
        <translation>livedesk 不认识这个模型，它的译文没有经过检验。</translation>
    </message>
    <message>
        <source>The list of models cannot be read. Install livedesk again.</source>
        <translation>无法读取模型列表，请重新安装 livedesk。</translation>
    </message>
    <message>
        <source>livedesk cannot translate between these languages. Choose others.</source>
        <translation>livedesk 不支持这两种语言互译，请选择其他语言。</translation>
    </message>
    <message>
        <source>The translation engine is not installed. Install livedesk again.</source>
        <translation>没有安装翻译引擎，请重新安装 livedesk。</translation>
    </message>
    <message>
        <source>Translation failed. Start livedesk again.</source>
        <translation>翻译失败，请重新启动 livedesk。</translation>
    </message>
    <message>
        <source>Nothing can be saved in this folder. Choose another one or ask for access.</source>
        <translation>无法保存到这个文件夹，请换一个或申请写入权限。</translation>
    </message>
    <message>
        <source>The disk is full. Delete files you no longer need.</source>
        <translation>磁盘已满，请删除不再需要的文件。</translation>
    </message>
    <message>
        <source>livedesk is already open. Use that window.</source>
        <translation>livedesk 已经打开，请使用那个窗口。</translation>
    </message>
    <message>
        <source>The database is damaged. It was kept aside, and a new one was started.</source>
        <translation>数据库已损坏，旧库已另存保留，并新建了一个。</translation>
    </message>
    <message>
        <source>The database comes from a newer livedesk. Install the newer version.</source>
        <translation>数据库来自更新版本的 livedesk，请安装新版本。</translation>
    </message>
    <message>
        <source>Another program holds the database. Close that program.</source>
        <translation>数据库被其他程序占用，请关闭那个程序。</translation>
    </message>
    <message>
        <source>There is no show of this name to export.</source>
        <translation>没有这个名称的直播可导出。</translation>
    </message>
    <message>
        <source>Nothing can be saved in {folder}. Choose another folder or ask for access.</source>
        <translation>无法保存到 {folder}，请换一个文件夹或申请写入权限。</translation>
    </message>
    <message>
        <source>The figures differ. Check them, then try again to send it as it is.</source>
        <translation>数字对不上。请核对，确认无误后点重试照样发送。</translation>
    </message>
    <message>
        <source>No connection to {host}. Check the network; or choose the China mirror or a folder.</source>
        <translation>连不上 {host}。请检查网络，或选择中国镜像，或从文件夹安装。</translation>
    </message>
    <message>
        <source>There is no connection. Check the network, or install from a folder.</source>
        <translation>没有网络连接。请检查网络，或从文件夹安装。</translation>
    </message>
    <message>
        <source>This Wi-Fi asks for a login. Log in with a browser, then try again.</source>
        <translation>这个 Wi-Fi 需要登录。请先用浏览器登录，然后再试。</translation>
    </message>
    <message>
        <source>{host} cannot prove who it is. Log in to the Wi-Fi, or check this computer&apos;s clock.</source>
        <translation>无法确认 {host} 的身份。请登录 Wi-Fi，或检查电脑时间。</translation>
    </message>
    <message>
        <source>The server cannot prove who it is. Log in to the Wi-Fi, or check the clock.</source>
        <translation>无法确认服务器的身份。请登录 Wi-Fi，或检查电脑时间。</translation>
    </message>
    <message>
        <source>{host} does not hand out this model. Choose a mirror or a folder.</source>
        <translation>{host} 不提供这个模型。请选择镜像，或从文件夹安装。</translation>
    </message>
    <message>
        <source>The server does not hand out this model. Choose a mirror or a folder.</source>
        <translation>服务器不提供这个模型。请选择镜像，或从文件夹安装。</translation>
    </message>
    <message>
        <source>{host} does not have {file}. Choose a mirror or a folder.</source>
        <translation>{host} 上没有 {file}。请选择镜像，或从文件夹安装。</translation>
    </message>
    <message>
        <source>The server does not have this model. Choose a mirror or a folder.</source>
        <translation>服务器上没有这个模型。请选择镜像，或从文件夹安装。</translation>
    </message>
    <message>
        <source>{host} is too busy. Try again in some minutes; what came is kept.</source>
        <translation>{host} 现在太忙。请过几分钟再试，已下载的部分会保留。</translation>
    </message>
    <message>
        <source>The server is too busy. Try again in some minutes; what came is kept.</source>
        <translation>服务器现在太忙。请过几分钟再试，已下载的部分会保留。</translation>
    </message>
    <message>
        <source>The connection keeps breaking. Try again: it goes on where it stopped.</source>
        <translation>连接总是中断。请再试一次，会从中断的地方继续。</translation>
    </message>
    <message>
        <source>{file} from {host} is not the published one. Choose a mirror or a folder.</source>
        <translation>{host} 上的 {file} 与发布的不一致。请选择镜像，或从文件夹安装。</translation>
    </message>
    <message>
        <source>What came is not the published model. Choose a mirror or a folder.</source>
        <translation>下载到的不是发布的模型。请选择镜像，或从文件夹安装。</translation>
    </message>
    <message>
        <source>This model is being installed already.</source>
        <translation>这个模型正在安装。</translation>
    </message>
    <message>
        <source>The model could not be downloaded.</source>
        <translation>模型没能下载。</translation>
    </message>
    <message>
        <source>“{microphone}” is not plugged in. Plug it in, or choose another microphone.</source>
        <translation>“{microphone}”没有插上。请插上，或选择其他麦克风。</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in; it is used at once.</source>
        <translation>没有找到麦克风。请插上一个，插上即用。</translation>
    </message>
    <message>
        <source>“{microphone}” cannot be opened; another program may be using it. Close that program, or choose another microphone.</source>
        <translation>“{microphone}”打不开，可能正被其他程序占用。请关闭那个程序，或选择其他麦克风。</translation>
    </message>
    <message>
        <source>The microphone cannot be opened; another program may be using it. Close that program.</source>
        <translation>麦克风打不开，可能正被其他程序占用。请关闭那个程序。</translation>
    </message>
    <message>
        <source>This computer does not let livedesk hear the microphone. Allow it in the computer&apos;s privacy settings, then switch the microphone off and on.</source>
        <translation>这台电脑不允许 livedesk 使用麦克风。请在电脑的隐私设置中允许，然后关闭麦克风再打开。</translation>
    </message>
    <message>
        <source>“{microphone}” stopped sending sound. Plug it in again, or choose another microphone.</source>
        <translation>“{microphone}”不再传来声音。请重新插上，或选择其他麦克风。</translation>
    </message>
    <message>
        <source>The microphone stopped sending sound. Plug it in again.</source>
        <translation>麦克风不再传来声音，请重新插上。</translation>
    </message>
    <message>
        <source>A part that opens microphones is missing. Install livedesk again.</source>
        <translation>缺少打开麦克风的组件，请重新安装 livedesk。</translation>
    </message>
    <message>
        <source>{file} cannot be read as sound to its end. Copy it again, or choose another file.</source>
        <translation>{file} 无法作为声音完整读出。请重新复制，或选择其他文件。</translation>
    </message>
    <message>
        <source>This file cannot be read as sound to its end. Choose another one.</source>
        <translation>这个文件无法作为声音完整读出，请选择其他文件。</translation>
    </message>
    <message>
        <source>No speech model is installed, so nothing you say is written. Install one.</source>
        <translation>尚未安装语音模型，您说的话不会变成字幕。请安装一个。</translation>
    </message>
    <message>
        <source>The speech model&apos;s files are damaged. Install the model again.</source>
        <translation>语音模型的文件已损坏，请重新安装该模型。</translation>
    </message>
    <message>
        <source>The speech model does not know this language. Choose another model.</source>
        <translation>这个语音模型不支持该语言，请换一个模型。</translation>
    </message>
    <message>
        <source>A part that listens to speech is missing. Install livedesk again.</source>
        <translation>缺少语音识别组件，请重新安装 livedesk。</translation>
    </message>
    <message>
        <source>Listening failed. Switch the microphone off and on again.</source>
        <translation>语音识别失败，请关闭麦克风后再打开。</translation>
    </message>
    <message>
        <source>The map of livedesk is damaged. Install livedesk again.</source>
        <translation>livedesk 的地图已损坏，请重新安装 livedesk。</translation>
    </message>
    <message>
        <source>Goods do not get there this way. Choose another one: by sea or by air.</source>
        <translation>这种方式到不了那里，请改选海运或空运。</translation>
    </message>
    <message>
        <source>{file}, line {line}, {field}: “{value}” {fault}.</source>
        <translation>{file} 第 {line} 行 {field}：“{value}”{fault}。</translation>
    </message>
    <message>
        <source>{file}, line {line}, {field} {fault}.</source>
        <translation>{file} 第 {line} 行 {field}：{fault}。</translation>
    </message>
    <message>
        <source>{file}, line {line} {fault}.</source>
        <translation>{file} 第 {line} 行：{fault}。</translation>
    </message>
    <message>
        <source>{file} {fault}.</source>
        <translation>{file}：{fault}。</translation>
    </message>
    <message>
        <source>The booth folder cannot be read. Choose another one.</source>
        <translation>无法读取展位文件夹，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The recording cannot be read. Choose another one.</source>
        <translation>无法读取录制内容，请选择其他文件。</translation>
    </message>
    <message>
        <source>This cannot be used. Check it and try again.</source>
        <translation>无法使用，请检查后重试。</translation>
    </message>
    <message>
        <source>There is no screen to open the window on.</source>
        <translation>没有可显示窗口的屏幕。</translation>
    </message>
    <message>
        <source>The buyer&apos;s chat is closed, so the reply did not arrive. Try again later.</source>
        <translation>买家的聊天已关闭，回复没有送达，请稍后再试。</translation>
    </message>
    <message>
        <source>The chat did not take the reply. Try again.</source>
        <translation>聊天平台没有接收这条回复，请重试。</translation>
    </message>
    <message>
        <source>livedesk was closing before this was done. Try again.</source>
        <translation>还没处理完 livedesk 就关闭了，请重试。</translation>
    </message>
    <message>
        <source>{file} is no picture that livedesk can read. Save it as JPEG or PNG and try again.</source>
        <translation>{file} 不是可以读取的图片。请另存为 JPEG 或 PNG 再试。</translation>
    </message>
    <message>
        <source>This is no picture that livedesk can read. Save it as JPEG or PNG and try again.</source>
        <translation>这不是可以读取的图片。请另存为 JPEG 或 PNG 再试。</translation>
    </message>
    <message>
        <source>Another program uses port {port} of this computer. Close it, or choose another port.</source>
        <translation>这台电脑的端口 {port} 正被另一个程序占用。请关闭它，或换一个端口。</translation>
    </message>
    <message>
        <source>Another program uses this port. Close it, or choose another port.</source>
        <translation>这个端口正被另一个程序占用。请关闭它，或换一个端口。</translation>
    </message>
    <message>
        <source>This computer does not have the address {address} any more. Choose another one.</source>
        <translation>这台电脑已不再使用地址 {address}。请另选一个。</translation>
    </message>
    <message>
        <source>This computer does not have this address any more. Choose another one.</source>
        <translation>这台电脑已不再使用这个地址。请另选一个。</translation>
    </message>
    <message>
        <source>This computer is in no network. Switch on its Wi-Fi or its hotspot.</source>
        <translation>这台电脑没有连接网络。请打开它的 Wi-Fi 或热点。</translation>
    </message>
    <message>
        <source>PySide6 is not installed. Install livedesk again.</source>
        <translation>未安装 PySide6。请重新安装 livedesk。</translation>
    </message>
    <message>
        <source>The password or key was refused. Check it in the settings.</source>
        <translation>密码或密钥被拒绝。请在设置中检查。</translation>
    </message>
    <message>
        <source>There is no channel or video “{channel}”. Check the name.</source>
        <translation>没有名为“{channel}”的频道或视频。请检查名称。</translation>
    </message>
    <message>
        <source>There is no such channel or video. Check the name.</source>
        <translation>没有这个频道或视频。请检查名称。</translation>
    </message>
    <message>
        <source>“{channel}” has no live chat now. Start the broadcast, then connect again.</source>
        <translation>“{channel}”现在没有直播聊天。请先开播，再重新连接。</translation>
    </message>
    <message>
        <source>There is no live chat now. Start the broadcast, then connect again.</source>
        <translation>现在没有直播聊天。请先开播，再重新连接。</translation>
    </message>
    <message>
        <source>YouTube&apos;s daily allowance for this key is used up. It starts anew at midnight, Pacific time.</source>
        <translation>这个密钥今天的 YouTube 配额已用完，太平洋时间午夜后恢复。</translation>
    </message>
    <message>
        <source>Too many at once. Wait a moment and try again.</source>
        <translation>一次太多了。请稍等片刻再试。</translation>
    </message>
    <message>
        <source>The text is too long; at most {most} characters can be sent there.</source>
        <translation>文字太长，那里最多能发 {most} 个字符。</translation>
    </message>
    <message>
        <source>The text is too long to be sent there.</source>
        <translation>文字太长，无法发到那里。</translation>
    </message>
    <message>
        <source>This chat can only be read from here. Copy the answer and send it there.</source>
        <translation>这里只能读取该聊天。请复制回复，到那里发送。</translation>
    </message>
    <message>
        <source>livedesk cannot send private messages there, so nothing was sent. Send it to all, or write to the buyer on the platform.</source>
        <translation>livedesk 在那里发不了私信，所以没有发送。可以公开发送，或在平台上私信买家。</translation>
    </message>
    <message>
        <source>No connection to {host}. Check the network; in some countries it cannot be reached.</source>
        <translation>连不上 {host}。请检查网络；有些国家和地区无法访问它。</translation>
    </message>
    <message>
        <source>There is no connection. Check the network.</source>
        <translation>没有连接。请检查网络。</translation>
    </message>
    <message>
        <source>The key works, but “YouTube Data API v3” is not switched on for it. Do so in the Google Cloud console.</source>
        <translation>密钥有效，但没有为它启用“YouTube Data API v3”。请在 Google Cloud 控制台中启用。</translation>
    </message>
    <message>
        <source>Something went wrong inside livedesk here; a report was written.</source>
        <translation>livedesk 内部在这里出错了；已写下报告。</translation>
    </message>
    <message>
        <source>{file}, line {line}: no time, name and text could be read there.</source>
        <translation>{file} 第 {line} 行：读不出时间、姓名和内容。</translation>
    </message>
    <message>
        <source>A line of this file has no time, name and text.</source>
        <translation>这个文件中有一行没有时间、姓名和内容。</translation>
    </message>
    <message>
        <source>{file} holds no chat messages.</source>
        <translation>{file} 中没有留言。</translation>
    </message>
    <message>
        <source>This file holds no chat messages.</source>
        <translation>这个文件中没有留言。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>{file} cannot be opened. Close it in other programs and try again.</source>
        <translation>无法打开 {file}。请先在其他程序中关闭它，再试一次。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Close it in other programs and try again.</source>
        <translation>无法打开文件。请先在其他程序中关闭它，再试一次。</translation>
    </message>
    <message>
        <source>{file} holds no table.</source>
        <translation>{file} 里没有表格。</translation>
    </message>
    <message>
        <source>The file holds no table.</source>
        <translation>文件里没有表格。</translation>
    </message>
    <message>
        <source>{file} is no table that livedesk reads. Save it as .xlsx or .csv.</source>
        <translation>{file} 不是 livedesk 能读取的表格，请另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>This is no table that livedesk reads. Save it as .xlsx or .csv.</source>
        <translation>这不是 livedesk 能读取的表格，请另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Save it without the password.</source>
        <translation>{file} 有密码保护，请去掉密码后再保存。</translation>
    </message>
    <message>
        <source>The file is protected by a password. Save it without the password.</source>
        <translation>文件有密码保护，请去掉密码后再保存。</translation>
    </message>
    <message>
        <source>{file} is damaged in line {line}: a quotation mark is not closed there.</source>
        <translation>{file} 第 {line} 行有误：引号没有成对。</translation>
    </message>
    <message>
        <source>{file} is damaged. Save it again, best as .xlsx.</source>
        <translation>{file} 已损坏，请重新保存，最好存为 .xlsx。</translation>
    </message>
    <message>
        <source>The file is damaged. Save it again, best as .xlsx.</source>
        <translation>文件已损坏，请重新保存，最好存为 .xlsx。</translation>
    </message>
    <message>
        <source>{file} is too large ({size_mb} MB; {most_mb} MB can be read). Split it into smaller files.</source>
        <translation>{file} 太大（{size_mb} MB，最多可读 {most_mb} MB），请拆成几个小文件。</translation>
    </message>
    <message>
        <source>The file is too large. Split it into smaller files.</source>
        <translation>文件太大，请拆成几个小文件。</translation>
    </message>
    <message>
        <source>{file} reaches too far: {most} rows can be read. Delete what stands far below or right of the products.</source>
        <translation>{file} 范围太大：最多可读 {most} 行。请删除产品下方或右侧很远处的内容。</translation>
    </message>
    <message>
        <source>The table reaches too far. Delete what stands far below or right of the products.</source>
        <translation>表格范围太大，请删除产品下方或右侧很远处的内容。</translation>
    </message>
    <message>
        <source>There is no sheet {sheet} in {file}.</source>
        <translation>{file} 中没有工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>There is no such sheet in the file.</source>
        <translation>文件中没有这个工作表。</translation>
    </message>
    <message>
        <source>No column holds the article numbers. Choose it in the head of a column.</source>
        <translation>没有找到货号列，请在列头上选择。</translation>
    </message>
    <message>
        <source>The file of columns {file} has a mistake: {value}.</source>
        <translation>列设置文件 {file} 有误：{value}。</translation>
    </message>
    <message>
        <source>The file of columns has a mistake.</source>
        <translation>列设置文件有误。</translation>
    </message>
    <message>
        <source>{file} is too large. Save it smaller, 4,000 pixels wide will do.</source>
        <translation>{file} 太大。请缩小后再试，宽 4,000 像素即可。</translation>
    </message>
    <message>
        <source>The picture is too large. Save it smaller, 4,000 pixels wide will do.</source>
        <translation>图片太大。请缩小后再试，宽 4,000 像素即可。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>is not text in UTF-8</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>is not written as it should be</source>
        <translation>格式不正确</translation>
    </message>
    <message>
        <source>is not a known field</source>
        <translation>不是已知的字段</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>is too small or too large</source>
        <translation>太小或太大</translation>
    </message>
    <message>
        <source>is not one of the choices</source>
        <translation>不在可选范围内</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>is no product of this booth</source>
        <translation>不是本展位的产品</translation>
    </message>
    <message>
        <source>is no message of this recording</source>
        <translation>不是这份录制中的留言</translation>
    </message>
    <message>
        <source>is not in the right order</source>
        <translation>顺序不对</translation>
    </message>
    <message>
        <source>Something went wrong ({code}).</source>
        <translation>出现问题（{code}）。</translation>
    </message>
    <message>
        <source>No translation model from {source} to {target}. Lines appear in their own language only until you install one.</source>
        <translation>没有从{source}到{target}的翻译模型。安装之前只显示原文。</translation>
    </message>
    <message>
        <source>No translation model is installed. Lines appear in their own language only until you install one.</source>
        <translation>没有安装翻译模型。安装之前只显示原文。</translation>
    </message>
    <message>
        <source>The translation model {model} cannot be used.</source>
        <translation>翻译模型 {model} 无法使用。</translation>
    </message>
    <message>
        <source>The translation model cannot be used.</source>
        <translation>翻译模型无法使用。</translation>
    </message>
    <message>
        <source>Nobody has checked the model {model} for trade talk. Look over its translations yourself.</source>
        <translation>模型 {model} 没有经过外贸用语检验，请自行核对译文。</translation>
    </message>
    <message>
        <source>Nobody has checked this model for trade talk. Look over its translations yourself.</source>
        <translation>这个模型没有经过外贸用语检验，请自行核对译文。</translation>
    </message>
    <message>
        <source>“{name}” was cut off. Everything up to the last second is kept.</source>
        <translation>“{name}”意外中断，中断前一秒为止的内容都已保留。</translation>
    </message>
    <message>
        <source>The last show was cut off. Everything up to the last second is kept.</source>
        <translation>上一场直播意外中断，中断前一秒为止的内容都已保留。</translation>
    </message>
    <message>
        <source>This show is not being saved. Captions and chat go on.</source>
        <translation>这场直播没有在保存，字幕和留言照常。</translation>
    </message>
    <message>
        <source>The database was damaged. It is kept as {path}, and a new one was started.</source>
        <translation>数据库已损坏，旧库保留为 {path}，并新建了一个。</translation>
    </message>
    <message>
        <source>The database was damaged. It is kept aside, and a new one was started.</source>
        <translation>数据库已损坏，旧库已另存保留，并新建了一个。</translation>
    </message>
    <message>
        <source>The settings could not be read and are kept as {path}. The standard ones apply.</source>
        <translation>无法读取设置，原文件保留为 {path}，已使用默认设置。</translation>
    </message>
    <message>
        <source>The settings could not be read. The standard ones apply.</source>
        <translation>无法读取设置，已使用默认设置。</translation>
    </message>
    <message>
        <source>Translation is {lag} behind. Pause for a moment, or close other programs.</source>
        <translation>翻译落后了 {lag}。请停顿一下，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Translation is behind. Pause for a moment, or close other programs.</source>
        <translation>翻译跟不上了。请停顿一下，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The show is saved: captions {captions}, messages {messages}.</source>
        <translation>直播已保存：字幕 {captions} 条，留言 {messages} 条。</translation>
    </message>
    <message>
        <source>The show is saved.</source>
        <translation>直播已保存。</translation>
    </message>
    <message>
        <source>The booth was not loaded; the catalogue is as before.</source>
        <translation>展位没有载入，产品目录保持不变。</translation>
    </message>
    <message>
        <source>The private reply to {private_to} is copied. Paste it into a private message, not into the chat.</source>
        <translation>给 {private_to} 的私信回复已复制。请粘贴到私信里，不要粘贴到聊天室。</translation>
    </message>
    <message>
        <source>The reply to {buyer} is copied. Paste it into the platform&apos;s chat.</source>
        <translation>给 {buyer} 的回复已复制，请粘贴到平台的聊天里。</translation>
    </message>
    <message>
        <source>The reply is copied. Paste it into the platform&apos;s chat.</source>
        <translation>回复已复制，请粘贴到平台的聊天里。</translation>
    </message>
    <message>
        <source>The model {model} is installed and in use from the next line on.</source>
        <translation>模型 {model} 已安装，从下一句开始使用。</translation>
    </message>
    <message>
        <source>The model is installed and in use from the next line on.</source>
        <translation>模型已安装，从下一句开始使用。</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已导出到 {path}</translation>
    </message>
    <message>
        <source>The show is exported.</source>
        <translation>直播记录已导出。</translation>
    </message>
    <message>
        <source>The show was not exported; it stays stored here.</source>
        <translation>直播记录没有导出成功，内容仍保存在这台电脑上。</translation>
    </message>
    <message>
        <source>The terms were not exported; they stay stored here.</source>
        <translation>术语没有导出，仍保存在这里。</translation>
    </message>
    <message>
        <source>Your own terms could not be read; those of the catalogue are in use.</source>
        <translation>无法读取您的术语，目前使用目录中的名称。</translation>
    </message>
    <message>
        <source>{part} has stopped; the rest goes on. Start livedesk again when you can.</source>
        <translation>{part}已停止，其他功能照常。方便时请重新启动 livedesk。</translation>
    </message>
    <message>
        <source>A part of livedesk has stopped; the rest goes on. Start it again when you can.</source>
        <translation>livedesk 的一部分已停止，其他功能照常。方便时请重新启动。</translation>
    </message>
    <message>
        <source>{limit} products are on air already. Take one off first.</source>
        <translation>已有 {limit} 款产品在播，请先撤下一款。</translation>
    </message>
    <message>
        <source>There is no more room on air. Take a product off first.</source>
        <translation>在播产品已满，请先撤下一款。</translation>
    </message>
    <message>
        <source>The pictures were not added; the product is as before.</source>
        <translation>图片没有添加，产品保持原样。</translation>
    </message>
    <message>
        <source>The shipping route could not be worked out. Start livedesk again.</source>
        <translation>运输路线没有算出来，请重新启动 livedesk。</translation>
    </message>
    <message>
        <source>This computer has a new network address, {address}. Show the QR code again: the old one is dead.</source>
        <translation>这台电脑换了新的网络地址 {address}。请重新展示二维码，旧的已失效。</translation>
    </message>
    <message>
        <source>This computer has a new network address. Show the QR code again: the old one is dead.</source>
        <translation>这台电脑换了新的网络地址。请重新展示二维码，旧的已失效。</translation>
    </message>
    <message>
        <source>Buyers&apos; phones cannot connect.</source>
        <translation>买家的手机无法连接。</translation>
    </message>
    <message>
        <source>No messages come from a chat that is switched on.</source>
        <translation>一个已打开的聊天收不到留言。</translation>
    </message>
    <message>
        <source>The recorded chat is not played.</source>
        <translation>没有播放录制的聊天。</translation>
    </message>
    <message>
        <source>OBS is not connected; the show goes on without it.</source>
        <translation>未连接 OBS，直播照常进行。</translation>
    </message>
    <message>
        <source>{name} asks for a quote. See the leads.</source>
        <translation>{name}想要报价。请看客户线索。</translation>
    </message>
    <message>
        <source>A buyer asks for a quote. See the leads.</source>
        <translation>有买家想要报价。请看客户线索。</translation>
    </message>
    <message>
        <source>{name} is among the leads now.</source>
        <translation>{name} 已列入客户线索。</translation>
    </message>
    <message>
        <source>The buyer is among the leads now.</source>
        <translation>该买家已列入客户线索。</translation>
    </message>
    <message>
        <source>Everything that was stored of this buyer is deleted.</source>
        <translation>该买家的全部记录都已删除。</translation>
    </message>
    <message>
        <source>The leads were not exported; they stay stored here.</source>
        <translation>客户线索没有导出，仍保存在这里。</translation>
    </message>
    <message>
        <source>The report was not written; the show stays stored here.</source>
        <translation>报告没有写出，直播记录仍保存在这里。</translation>
    </message>
    <message>
        <source>Nothing is heard, so no captions are made. Lines can be typed meanwhile.</source>
        <translation>听不到声音，无法生成字幕。这期间可以手动输入。</translation>
    </message>
    <message>
        <source>“{missing}” is not there, so “{microphone}” is heard. livedesk goes back by itself when it is.</source>
        <translation>“{missing}”不在，现改用“{microphone}”收音。它恢复后会自动切回。</translation>
    </message>
    <message>
        <source>“{missing}” is not there, so the computer&apos;s own microphone is heard. livedesk goes back by itself when it is.</source>
        <translation>“{missing}”不在，现改用电脑自带的麦克风收音。它恢复后会自动切回。</translation>
    </message>
    <message>
        <source>“{microphone}” is heard now.</source>
        <translation>现在使用“{microphone}”收音。</translation>
    </message>
    <message>
        <source>The computer&apos;s own microphone is heard now.</source>
        <translation>现在使用电脑自带的麦克风收音。</translation>
    </message>
    <message>
        <source>No speech model for {language} is installed, so what the host says is not written. Lines can be typed meanwhile.</source>
        <translation>尚未安装{language}的语音模型，主播说的话不会变成字幕。这期间可以手动输入。</translation>
    </message>
    <message>
        <source>No speech model is installed, so what the host says is not written. Lines can be typed meanwhile.</source>
        <translation>尚未安装语音模型，主播说的话不会变成字幕。这期间可以手动输入。</translation>
    </message>
    <message>
        <source>The host is no longer being recorded. Captions go on.</source>
        <translation>主播的录音已停止，字幕照常进行。</translation>
    </message>
    <message>
        <source>This is a rehearsal: no buyer sees it, and replies stay on this computer.</source>
        <translation>这是彩排：买家看不到，回复只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>麦克风未开</translation>
    </message>
    <message>
        <source>Microphone starting…</source>
        <translation>麦克风正在启动…</translation>
    </message>
    <message>
        <source>Microphone losing sound</source>
        <translation>麦克风丢音</translation>
    </message>
    <message>
        <source>Microphone failed</source>
        <translation>麦克风故障</translation>
    </message>
    <message>
        <source>Speech off</source>
        <translation>语音识别未开</translation>
    </message>
    <message>
        <source>Speech starting…</source>
        <translation>语音识别正在启动…</translation>
    </message>
    <message>
        <source>Speech behind</source>
        <translation>语音识别落后</translation>
    </message>
    <message>
        <source>Speech failed</source>
        <translation>语音识别故障</translation>
    </message>
    <message>
        <source>Translation off</source>
        <translation>翻译未开</translation>
    </message>
    <message>
        <source>Translation starting…</source>
        <translation>翻译正在启动…</translation>
    </message>
    <message>
        <source>Translation behind</source>
        <translation>翻译落后</translation>
    </message>
    <message>
        <source>Translation failed</source>
        <translation>翻译故障</translation>
    </message>
    <message>
        <source>Not saving</source>
        <translation>未在保存</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>正在打开数据库…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>没有保存</translation>
    </message>
    <message>
        <source>The microphone is being opened.</source>
        <translation>正在打开麦克风。</translation>
    </message>
    <message>
        <source>The microphone is heard.</source>
        <translation>麦克风正常收音。</translation>
    </message>
    <message>
        <source>Parts of the sound are lost. Close other programs that use the microphone.</source>
        <translation>部分声音丢失，请关闭其他占用麦克风的程序。</translation>
    </message>
    <message>
        <source>Check the cable and the computer&apos;s sound settings. Type the host&apos;s lines meanwhile.</source>
        <translation>请检查连接线和电脑的声音设置，其间可替主播输入。</translation>
    </message>
    <message>
        <source>Speech is not turned into captions. Type the host&apos;s lines in the box below the captions.</source>
        <translation>讲话不会转成字幕。请在字幕下方的输入框里替主播输入。</translation>
    </message>
    <message>
        <source>The speech model is being loaded.</source>
        <translation>正在载入语音模型。</translation>
    </message>
    <message>
        <source>Speech becomes captions.</source>
        <translation>讲话正在转成字幕。</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>没有麦克风</translation>
    </message>
    <message>
        <source>Microphone in use</source>
        <translation>麦克风被占用</translation>
    </message>
    <message>
        <source>Microphone not allowed</source>
        <translation>麦克风未获允许</translation>
    </message>
    <message>
        <source>Microphone gone</source>
        <translation>麦克风已断开</translation>
    </message>
    <message>
        <source>Nothing heard</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>No speech model</source>
        <translation>没有语音模型</translation>
    </message>
    <message>
        <source>The microphone is off. Press M to switch it on, or type the host&apos;s lines in the box below the captions.</source>
        <translation>麦克风已关闭。按 M 打开，或在字幕下方的输入框里输入主播的话。</translation>
    </message>
    <message>
        <source>Captions come later than they should. Let the host pause, close other programs, or catch up: what is not written yet is left out, and marked.</source>
        <translation>字幕来得太慢。请让主播停一下、关闭其他程序，或点“追上”：还没写出的部分会跳过并标明。</translation>
    </message>
    <message>
        <source>Speech is no longer turned into captions. Type the host&apos;s lines, and start livedesk again later.</source>
        <translation>讲话不再转成字幕。请先替主播输入，稍后重新启动 livedesk。</translation>
    </message>
    <message>
        <source>Nothing is translated. Install a translation model from the menu.</source>
        <translation>目前不翻译。请从菜单安装翻译模型。</translation>
    </message>
    <message>
        <source>The translation model is being loaded.</source>
        <translation>正在载入翻译模型。</translation>
    </message>
    <message>
        <source>Lines are translated on this computer.</source>
        <translation>内容在这台电脑上翻译。</translation>
    </message>
    <message>
        <source>Translations come later than they should. Pause for a moment, or close other programs.</source>
        <translation>译文来得偏慢。请停顿一下，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Lines appear in their own language only. Start livedesk again.</source>
        <translation>目前只显示原文，请重新启动 livedesk。</translation>
    </message>
    <message>
        <source>Nothing is stored until a show begins.</source>
        <translation>开播之前不保存任何内容。</translation>
    </message>
    <message>
        <source>The database is being opened.</source>
        <translation>正在打开数据库。</translation>
    </message>
    <message>
        <source>Everything up to the last second is on the disk.</source>
        <translation>截至上一秒的内容都已写入磁盘。</translation>
    </message>
    <message>
        <source>The disk is slow. The last lines are being written.</source>
        <translation>磁盘较慢，正在写入最后几条。</translation>
    </message>
    <message>
        <source>This show is not being stored. Make room on the disk, then start livedesk again.</source>
        <translation>这场直播没有保存。请清理磁盘空间，再重新启动 livedesk。</translation>
    </message>
    <message>
        <source>Until then, type the host&apos;s lines in the box below the captions.</source>
        <translation>在此之前，请在字幕下方的输入框里输入主播的话。</translation>
    </message>
    <message>
        <source>Captions behind by {lag}</source>
        <translation>字幕落后 {lag}</translation>
    </message>
    <message>
        <source>“{microphone}” is heard.</source>
        <translation>正在使用“{microphone}”收音。</translation>
    </message>
    <message>
        <source>name or code missing: {names}</source>
        <translation>缺少名称或货号：{names}</translation>
    </message>
    <message>
        <source>figure put right: {there}; the model wrote {here}</source>
        <translation>数字已改正：{there}；模型写成 {here}</translation>
    </message>
    <message>
        <source>figure differs: {here} / {there}</source>
        <translation>数字不一致：{here} / {there}</translation>
    </message>
    <message>
        <source>figure missing: {there}</source>
        <translation>漏了数字：{there}</translation>
    </message>
    <message>
        <source>figure not in the original: {here}</source>
        <translation>原文没有的数字：{here}</translation>
    </message>
    <message>
        <source>check the figures</source>
        <translation>请核对数字</translation>
    </message>
    <message>
        <source>Show {when}</source>
        <translation>直播 {when}</translation>
    </message>
    <message>
        <source>Number {wanted} is another product&apos;s; {sku} has number {given}.</source>
        <translation>{wanted} 号已是别的产品的编号，{sku} 的编号是 {given}。</translation>
    </message>
    <message>
        <source>{count} products got new numbers; other products have theirs already.</source>
        <translation>有 {count} 个产品换了新编号，原编号已被其他产品占用。</translation>
    </message>
    <message>
        <source>{sku} is another product&apos;s SKU. This product keeps the one it had.</source>
        <translation>货号 {sku} 已是别的产品的，此产品保留原货号。</translation>
    </message>
    <message>
        <source>In {language} the offer&apos;s figures came out differently ({figures}); it shows your own words there.</source>
        <translation>优惠的{language}译文里数字对不上（{figures}），那里先显示您的原文。</translation>
    </message>
    <message>
        <source>The offer is not in {language}; it shows your own words there.</source>
        <translation>优惠没能译成{language}，那里先显示您的原文。</translation>
    </message>
    <message>
        <source>A number is another product&apos;s already, so a new one was given.</source>
        <translation>编号已被其他产品占用，已改用新编号。</translation>
    </message>
    <message>
        <source>No messages come from {chat}.</source>
        <translation>收不到 {chat} 的留言。</translation>
    </message>
    <message>
        <source>This SKU is another product&apos;s. The product keeps the one it had.</source>
        <translation>这个货号已是别的产品的，此产品保留原货号。</translation>
    </message>
    <message>
        <source>The offer is not translated; it shows your own words.</source>
        <translation>优惠没能翻译，先显示您的原文。</translation>
    </message>
    <message>
        <source>Nothing has been heard from “{microphone}” for 10 seconds. Is it muted, the wrong one, or not allowed in the computer&apos;s privacy settings?</source>
        <translation>“{microphone}”已有 10 秒没有声音。是否静音了、选错了，或未在电脑隐私设置中获得允许？</translation>
    </message>
    <message>
        <source>Nothing has been heard for 10 seconds. Is the microphone muted, the wrong one, or not allowed in the computer&apos;s privacy settings?</source>
        <translation>已有 10 秒没有声音。麦克风是否静音了、选错了，或未在电脑隐私设置中获得允许？</translation>
    </message>
</context>
</TS>
