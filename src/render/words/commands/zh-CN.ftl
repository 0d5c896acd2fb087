# 命令和选项的中文名称与说明。英文在 src/commands 中。名称须符合 Discord 的规则（不超过32个字符，不含空格），
# 说明不超过100个字符。

## Commands

command-ask = 提问
    .about = 就报道提问；答案是报道的原话
command-said = 发言
    .about = 谁说了什么，报道又是从何得知
command-figures = 数字
    .about = 报道中的每个数字：多少、属于什么、属于谁、何时
command-dispute = 争议
    .about = 争议各方：当事方、叫法、控制、主张、利害
command-timeline = 时间线
    .about = 按先后列出发生的事
command-check = 核对
    .about = 对照报道核对一个说法：逐字、逐个数字
command-quote = 引语
    .about = 这句引语是否一字不差地出自报道，是谁说的
command-summary = 摘要
    .about = 用报道中的几句原话概括报道
command-summary-show = 显示
    .about = 用报道自己的几句话概括内容
command-summary-post = 发布
    .about = 在此发布摘要；先给您一个人看预览
command-summary-schedule = 定时
    .about = 每天在固定时刻于此发布摘要
command-summary-schedules = 定时列表
    .about = 每天发布的摘要，各有结束按钮
command-source = 段落
    .about = 查看报道的某一段及其上下文
command-sources = 消息来源
    .about = 报道的消息来自谁：具名、未具名、新闻机构、报道本身
command-why = 依据
    .about = 为什么说这话是某人的：谁转述，用了哪些词，依据哪条规则
command-facts = 资料
    .about = 其他来源的相关资料，以及其中互相矛盾的说法
command-story = 报道
    .about = 正在就哪篇报道提问，还有哪些报道，如何选择
command-settings = 设置
    .about = 本服务器及频道的设置：报道、私密、语言、间隔、屏蔽、发布者
command-audit = 审计日志
    .about = 谁、何时、更改了什么，更改前后；并附文件
command-gaps = 未答问题
    .about = 报道没有回答的问题：被问次数，以及最接近的段落（不是答案）
command-mydata = 我的数据
    .about = 本服务器中所保存的您的数据，以及如何删除
command-help = 帮助
    .about = 可以问什么，如何读懂答案
command-about = 关于
    .about = 这是什么，有何承诺，出错率多高，保存您的哪些信息

command-export = 导出
    .about = 将发言、数字和对草稿的判定导出为数据，编号始终不变
command-checklist = 核实清单
    .about = 报道发出前要核实的：姓名、数字、日期、引语

## Options

option-question = 问题
    .about = 您想知道什么
option-story = 报道
    .about = 哪篇报道；不填则为唯一的一篇或默认的一篇
option-top = 候选数
    .about = 另按相关程度列出这么多句子
option-explain = 依据
    .about = 同时显示答案的查找依据
option-speaker = 说话人
    .about = 谁说的：姓名或职务
option-about = 话题
    .about = 关于什么
option-all-stories = 所有报道
    .about = 在库中的每篇报道里，按日期排列
option-draft = 草稿
    .about = 整篇草稿：逐一核对其中的引语、数字、名称和日期
option-format = 格式
    .about = 文件的格式
option-published = 日期
    .about = 草稿的日期，写作 2010-10-30
option-claim = 说法
    .about = 要核对的说法，照原样填写
option-text = 引语
    .about = 引语的原文，带不带说话人均可
option-sentences = 句数
    .about = 用几句话；不填为5句
option-paragraph = 段落号
    .about = 段落的编号，从1开始
option-statement = 发言
    .about = 编号（如 s5），或其中的几个词
option-private = 仅自己可见
    .about = 回答是否仅自己可见；可用下方的按钮分享给所有人

option-pin = 置顶
    .about = 发布时是否置顶
option-at = 时刻
    .about = 24小时制的时刻，如 09:00
option-zone = 时区
    .about = 如 Asia/Shanghai；省略则为UTC
settings-threads = 子区
    .about = 是否把对消息的回答放进子区

settings-channel = 频道
    .about = 只对此频道设置；省略则为整个服务器
settings-story = 报道
    .about = 未指明报道时所问的报道：其ID
settings-private = 私密
    .about = 回答起初是否只给提问者看
settings-language = 语言
    .about = 回复消息和发布内容所用的语言
settings-cool-down = 间隔
    .about = 成员在一个频道里两次提问之间要等的秒数；0为不等
settings-posters = 发布者
    .about = 可对回答和摘要做管理员所做之事的身份组
settings-desk = 管理频道
    .about = 显示成员指出的错误的管理员频道；不设则不接受意见
settings-audit-log = 审计频道
    .about = 逐条显示更改的频道：谁、改了什么、更改前后
settings-keep-questions = 保存问题
    .about = 报道没有回答的问题是否连同原文保存，供 /gaps 使用
settings-block = 屏蔽
    .about = 机器人不再回答的成员
settings-why = 原因
    .about = 屏蔽的原因，记入审计日志
settings-unblock = 解除屏蔽
    .about = 机器人重新回答的成员
settings-reset = 撤销
    .about = 要撤销的设置，由上一级的设置取代

audit-after = 编号之后
    .about = 只看此编号之后的更改
mydata-delete = 删除
    .about = 将其删除；管理员的屏蔽会保留

## Menus of a message

menu-check = 与报道核对
menu-whose = 这是谁说的？
