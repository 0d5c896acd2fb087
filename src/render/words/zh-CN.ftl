# 简体中文。含义以 en.ftl 为准。报道的原文不翻译，原样填入花括号处。

## Answers and silences

nearest = 最接近的段落（不是答案）：
candidates = 可能的意思：
also = 另见：
also-related = 相关资料（并非报道内容）：
told-otherwise = 另有不同说法：
found-by = 查找依据：
ranked = 按相关程度排列的句子：
silence-not-in-story = 报道没有提到。
silence-related-only = 报道没有提到。以下是相关资料，并非报道内容：
silence-of-something-else = 报道没有这样说。报道说的是：
silence-ambiguous = 这句话可以有几种理解。
rejection-empty = 没有看到问题。请就报道内容提问，例如：谁说了什么？
rejection-too-long = 问题太长。请一次只问一件事。
label-story-says-so = 报道是这样说的：
label-story-says-otherwise = 报道的说法不同：
did-you-mean = 您是不是要问“{ $meant }”？报道中没有“{ $typed }”。
nothing-listed = 报道中没有这类内容。
nothing-listed-from = 报道中没有来自“{ $speaker }”的这类内容。
nothing-listed-about = 报道中没有关于“{ $about }”的这类内容。
nothing-listed-from-about = 报道中没有来自“{ $speaker }”、关于“{ $about }”的这类内容。
and-more = …另有{ $count }项。可用命令选项缩小范围。

## Whose words

own-voice = 报道本身的叙述
reported = 转述：{ $chain }
reported-denial = 转述（**予以否认**）：{ $chain }
from-related-fact = 相关资料（并非报道内容）：{ $source }
badge-own = ［报道本身的叙述］
badge-reported = ［转述］
badge-related-fact = ［相关资料］
told-to = { $speaker }（对{ $addressee }）
noted = { $name }（{ $note }）
no-speaker = 报道未指明说话人
speaker-unnamed = 未具名消息人士
speaker-unclear = 所指不明
the-story = 报道
hedged = 语气保留
denied = 予以否认
statement-direct = 直接引语
statement-indirect = 记者转述
statement-mixed = 部分为直接引语

## Where words stand, and when

role-headline = 标题
role-caption = 图片说明
role-subheading = 小标题
paragraph = 第{ $number }段
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
from-to = { $first }至{ $last }

## Claims and quotations

verdict-supported = 报道是这样说的。
verdict-contradicted = 报道的说法不同。
verdict-not-in-story = 报道没有提到。
verdict-rejected = 没有看到要核对的说法，或内容太长。
quote-verbatim = 一字不差：报道中有这些原话。
quote-altered = 有改动：报道的原话与此不同。
quote-other-speaker = 另有其人：报道中这些话出自别人之口。
quote-absent = 没有：报道中没有这些话。
quote-rejected = 没有看到引语，或内容太长。
parts = 逐项核对：
nothing = （无）
none = 无
asked-and-told = 您输入的：{ $asked } · 报道：{ $told }
labelled = { $label }：{ $words }
difference-number = 数字
difference-actor = 主体
difference-negation = 肯定或否定
difference-attribution = 谁说的
difference-time = 时间
difference-hedge = 肯定的程度
difference-place = 地点

## Figures and the dispute

figure-of = 对象
figure-by = 主体
figure-when = 时间
aspect-party = 各方
aspect-name = 各方的叫法
aspect-control = 由谁控制
aspect-claim = 由谁主张
aspect-stake = 利害所在
aspect-event = 事件经过

## Why words were attributed as they were

between-reasons = ；
reason-cue-verb = 表示说话的动词
reason-cue-noun = 表示说话的名词
reason-according-to = “据……”
reason-colon = 姓名后的冒号
reason-quotation-marks = 说话人旁的引号
reason-subject = 该动词的主语
reason-inverted = 动词之后的主语
reason-continued = 承接前面的引语
reason-apposition = 由同位语确定姓名
reason-pronoun = 由代词确定姓名
reason-role = 由职务或部分姓名确定
reason-no-source = 报道未指明消息来源
reason-by-hand = 由人工更正

## Who is behind the words, and why

no-statement = 报道中没有这样的言论；用 /said 可列出报道中的言论。
why-cue = 转述用语
why-speaker-written = 报道中对说话者的写法
why-speaker-name = 所指姓名
why-shown-by = 依据
why-passed-on-by = 转述者
why-addressee = 对象
why-rules = 规则
why-stands-in = 所在的言论
why = 为什么？
who-said-that = 这是谁说的
sources-person = 有姓名的人物
sources-body = 有名称的国家和机构
sources-news = 新闻机构
sources-office = 只有职务，没有姓名
sources-unnamed = 匿名
sources-unclear = 不清楚指谁
sources-none = 没有给出消息来源
sources-own-voice = 报道自己的叙述
count-statements = { $count }条言论
count-passed-on = 转述{ $count }条
count-sentences = { $count }句
count-paragraphs = { $count }段
count-figures = { $count }个数字
count-facts = { $count }条相关资料

## What this is, and which story is asked

about-what = 用报道自己的原话回答有关一篇新闻报道的问题。它没有文本生成器：它可以沉默，但不会编造。
promise-verbatim = 一字不差
promise-verbatim-is = 作为报道原文显示的每个字都与报道完全一致
promise-attributed = 注明出处
promise-attributed-is = 转述的话总是附上说话者和转述的经过
promise-silence = 没有就说没有
promise-silence-is = 没有充分依据时，回答是：报道没有提到
promise-same = 处处相同
promise-same-is = 同一个问题在 Discord、终端和脚本中得到同样的回答
about-errors = 判断“谁说了什么”的出错率
about-measured-on = 以人工标注的95篇新闻报道、1,541条言论（PolNeAR）测得。
error-rate = 漏掉 { $missed }，误认 { $spurious }，说话者有误 { $wrong_speaker }
about-privacy = 保存了您的哪些信息
about-kept = 除被指出不对而提交的、交给人回答的、希望在有变时得知的，以及在服务器如此设置时报道没有回答的问题（不含提问者）以外，问题、消息和回答不写入任何文件或数据库，日志中也没有提问者和问题。管理员接受意见的服务器还保存回答的位置和提问者。/mydata 可查看并删除所保存的您的数据。按钮的ID中含有所问的内容，由Discord随消息保存。
about-story = 报道
other-stories = 其他报道
how-to-choose = 每个命令都有选项“story”，可填入这些ID之一。
more-stories = ……还有{ $count }篇；在选项“story”中输入即可查找。
answer-id = 回答编号 { $id }
version = 第{ $number }版
help-mention = 提及机器人并提问、回复它或给它发私信，也会得到回答。
help-menu = 在消息菜单的“应用”中，可将消息与报道核对，或查看这话是谁说的。
help-reading = 作为报道原文显示的每个字都与报道完全一致。报道没有提到的，机器人也不会说。

## Buttons

show-paragraph = 显示该段
share = 分享
more-passages = 更多段落
nearest-passages = 最接近的段落
turn = 下一页
further = 更多段落：
no-more-passages = 报道中没有更多相关段落。
nothing-to-mark = 这条消息里没有可以核对的内容：没有引语、数字或说法。
not-looked-at = ……这条消息还有{ $count }句没有核对。
figure-verdict = { $figure }：{ $verdict }
read-on = 继续阅读
ask-corrected = 用“{ $meant }”提问
what-else = 此人的其他发言

## The source read again

verify = 核对
verified = 已与原文核对
verified-file = 已重新读取文件：{ $story }，第{ $version }版，SHA-256 { $fingerprint }
verified-same = 逐字节一致
verified-as-far-as-shown = 所显示的部分逐字节一致
verified-but-for-blanks = 文字相同；文件中其间有未显示的换行或符号
verified-absent = 原文中没有这些文字
verified-offsets = 第{ $start }–{ $end }个字符
verified-further = 另有{ $count }处
verified-newer = 报道有更新的版本：第{ $version }版。
verified-now = 在新版本中：{ $place }
verified-no-longer = 新版本中已没有这些文字。
verified-nothing = 这条消息没有可以核对的引文。
verified-altered = 文件已不是添加时的样子，无法核对。须由运行机器人的人把它还原。

## What a server has set

settings = 本服务器的设置
settings-none = 没有任何设置；机器人自身的设置生效。
settings-everywhere = 整个服务器
settings-in-channel = { $channel }
settings-blocked = 不予回答的成员
blocked-you = 本服务器的管理员要求机器人不回答您。
cool-down-you = 请一次问一个问题：{ $seconds }秒后可以再次在此提问。

## When an answer is wrong

this-is-wrong = 这不对
what-is-wrong = 这个回答哪里不对？
wrong-speaker = 说话人不对
wrong-words = 原话不对
wrong-figure = 数字不对
wrong-date = 已过时
wrong-subject = 答非所问
complained = 谢谢。管理员已看到问题和回答，编号为{ $number }。决定会告知您。
complaint-title = { $number }. 有人认为不对：{ $reason }
complaint-case = 可用“verbatim replay FILE”重现的案例
complaint-where = 所在位置：{ $link } · 来自 { $member }
decide-retract = 全部撤回
decide-renew = 全部重新回答
decide-dismiss = 保持不变
decided-retract = { $who } 已全部撤回。
decided-renew = { $who } 已让其全部重新回答。
decided-dismiss = { $who } 保持不变。
answer-retracted = 此回答有误，管理员已撤回。
answer-renewed = 有人认为先前的回答不对，现已重新回答。
told-retract = 此回答有误，管理员已撤回。
told-renew = 有人认为先前的回答不对，现已重新回答。
told-dismiss = 管理员已查看此回答，保持不变。
no-complaint = 该意见已不存在。

## Questions without an answer

gaps = 报道没有回答的问题
gaps-none = 没有未得到回答的问题。
gaps-times = 被问 { $count } 次
gaps-further = 另有 { $count } 个说法不同的问题
gaps-wordless = 有 { $count } 个问题的原文未保存；/settings keep-questions 可以保存。

## Posted summaries

preview = 只有您能看到。将发布到
preview-pinned = 将会置顶。
preview-newer = 报道在此期间有变，这是它现在的摘要。
may-not-post = 机器人不能在这里发布：需要“查看频道”“发送消息”和“嵌入链接”权限。
preview-dropped = 没有发布任何内容。
post = 发布
shorter = 更短
longer = 更长
pin = 置顶
dont-pin = 不置顶
cancel = 取消
posting = 摘要 { $number } 正在发布到 { $channel }。
refused-post = 摘要 { $number } 未能发布到 { $channel }：Discord 不允许机器人在那里发言。
refused-pin = 摘要 { $number } 已在 { $channel } 发布，但未能置顶：机器人需要“置顶消息”权限，频道的置顶数量也有上限。
refused-change = { $channel } 中的摘要 { $number } 已经过时：Discord 不再允许机器人修改它。
schedules = 每天发布的摘要
schedules-none = 没有每天发布的摘要。用 /summary schedule 设置。
schedules-too-many = 每天发布的摘要太多了；请先用 /summary schedules 结束一个。
schedule = { $number }. { $story }，{ $channel }，每天 { $time }（{ $zone }）；下次：{ $next }
schedule-pinned = 置顶
schedule-end = 结束 { $number }
changed-at = { $when } 更改：
changed-nothing = 报道有新版本，这里的内容仍然如此
changed-figure = 数字：{ $was } → { $became }
changed-date = 日期：{ $was } → { $became }
changed-name = 名称：{ $was } → { $became }
changed-quotation = 引语：“{ $was }” → “{ $became }”
changed-speaker = 说话人：{ $was } → { $became }
changed-verb = 转述动词：{ $was } → { $became }
changed-words = 措辞：{ $was } → { $became }
changed-added = 新增：“{ $became }”
changed-left-out = 不再出现：“{ $was }”

## When an answer changes

tell-me = 有变化时告诉我
wish-kept = 报道对此的回答有变时，会用私信告诉您。再按同一按钮可撤回；/mydata 可查看。
wish-taken-back = 不会再告诉您。
wish-too-many = 您等待的回答太多了；请用按钮撤回一个，或用 /mydata 全部撤回。
answer-changed = 回答有变
answered-before = 之前：
answered-now = 现在：
## Corrected by hand

corrections = 人工更正
corrections-none = 这篇报道没有人工更正。
correction-changed = 此更正所依据的文字已改变，因此不再显示。
correction-now = 现在的文字：
corrected-by-hand = 人工更正
editors-words = 编辑的话，不是报道的原话
correction-speaker = 说话人
correction-value = 数字
correction-mark = 人工更正，{ $field }：{ $was } → { $became } · { $who }，{ $day }：{ $why }
who-operator = 编辑部
who-forgotten = 要求删除资料的人

## Approved answers

approved = 已批准的回答
approved-none = 这篇报道没有已批准的回答。
approved-by-moderators = 由管理员批准的原文
moderators-note = 管理员的说明，不是报道的原话
note-source = 出处
approved-changed = 此回答所依据的文字已改变，因此不再显示：
answer-by-itself = 程序自己找到的：

## Questions handed over to people

ask-desk = 请人回答
handed-over = 谢谢。您的问题已交给管理员，编号为{ $number }。回答会以私信发给您。
hand-over-title = { $number }. 请人回答的问题
hand-over-from = 来自 { $member }，在 { $channel } 提出
hand-over-answer = 回答
hand-over-answered = 由 { $who } 回答
hand-over-adopt = 设为已批准的回答
hand-over-adopted = 现在是已批准的回答。
answered-by-person = 这是人的回答，不是程序的
form-reply = 回答问题
form-reply-answer = 回答（用您自己的话）
form-reply-source = 出处：段落编号或链接

## Watched channels

watched = 有一条消息与报道不符
watched-from = 所在位置：{ $link } · 来自 { $member }

## Who changed what

audit = 本服务器的更改
audit-none = 尚未更改任何内容。

## What is kept of who asks

my-data = 本服务器中所保存的您的数据
my-data-answers = 您所得回答的位置：{ $count }
my-data-complaints = 您指出不对的回答（含问题和回答）：{ $count }
my-data-wishes = 您希望在回答有变时得知的问题：{ $count }
my-data-hand-overs = 您交给管理员的问题：{ $count }
my-data-turns = 您上次提问的时间（按频道）：{ $count }
my-data-changes = 审计日志中您所做的更改：{ $count }
my-data-blocked = 管理员已在此屏蔽您。这一项会保留。
my-data-nothing = 本服务器没有保存您的任何数据。
my-data-deleted = 已删除。您作为管理员所做的更改会留在日志中，但不带您的名字。
my-data-how = 用 /mydata 并选择“delete”即可删除。

## What can't be done

apology = 抱歉，我们这边出了问题。已记入日志，供机器人的运营者查看。
no-such-command = 这个命令已不再提供，不久也会从 Discord 中消失。输入 / 可查看现有命令。
no-such-button = 这个按钮已失效。请用 /ask 重新提问。
not-understood = 机器人无法处理这项操作。输入 / 可查看现有命令。
not-here = 此内容只在终端中显示。
mistake-missing = 需要填写 { $option }
mistake-unwritable = 无法写入 { $file }：{ $reason }
mistake-nothing-to-draw = 没有可以比较的数字，因此没有绘制图表
mistake-unreadable = 无法读取 { $file }：{ $reason }
mistake-not-text = { $file } 不是 UTF-8 文本；请先另存为纯文本或 Markdown
mistake-too-long = { $file } 超过设置 limits.article_bytes 允许的长度
mistake-not-a-time = { $written } 不是时刻；请用24小时制写成 09:00
mistake-not-a-zone = { $written } 不是时区；请写成 Asia/Shanghai
mistake-not-a-day = { $written } 不是日期；请写成 2010-10-30 的形式
mistake-no-such-paragraph = 报道没有第{ $number }段；段落编号为 1 至 { $last }
mistake-no-such-story = 没有编号为 { $written } 的报道；`verbatim story list` 可列出现有报道
mistake-no-such-story-but = 没有编号为 { $written } 的报道；是不是 { $nearest }？
mistake-no-such-answer = 问题只保存在内存中，这个回答的问题已不在其中；请用选项 story 填写 { $story } 再问一次，会得到编号相同的同一回答
mistake-not-an-address = { $written } 不是网址；请以 https:// 或 http:// 开头
mistake-not-a-server = { $written } 不是服务器ID；ID是数字，可在Discord中用“复制服务器ID”查看
mistake-not-an-id = { $option }：{ $written } 不是Discord的ID；ID是数字
mistake-not-for-channels = { $setting } 是整个服务器的设置；请不要指定频道
mistake-nothing-to-correct = 报道中没有符合 { $written } 的话或数字
mistake-several-to-correct = 有多个数字符合 { $written }：{ $ids }；请给出其中一个的ID
mistake-no-such-correction = 没有有效的更正 { $number }
mistake-too-many-words = { $option } 最多 { $most } 个字符
mistake-not-in-story = { $written } 不是报道的原话；请按原文填写，或改用说明
mistake-nothing-approved = { $written } 没有已批准的回答
mistake-no-source = { $written } 不是出处；请填写报道的段落编号，或以 https:// 开头的地址
mistake-no-such-hand-over = 没有编号为 { $number } 的问题
mistake-too-many-waiting = 您还有几个问题在等待回答；管理员会先看那些。
mistake-nobody-hears = 本服务器没有管理员接收问题的频道。
mistake-no-message-content = 本机器人不接收消息内容；运营者可按 config/verbatim.toml 的说明设置 discord.message_content
mistake-not-allowed = 只有管理本服务器的人或设置所允许的人可以这样做。
mistake-bad-case = { $file } 不是意见文件；请使用 `verbatim --json complaints` 的输出
mistake-bad-backup = 无法从 { $file } 恢复：{ $reason }
mistake-bad-data-folder = VERBATIM_DATA_DIR：{ $folder } 不能用作数据文件夹：{ $reason }
mistake-no-data-folder = 没有可存放报道的主文件夹；请设置 VERBATIM_DATA_DIR

## Files that come with a reply

draft-counts = 草稿中：与报道一致 { $good } 处，报道未能证实 { $open } 处，与报道不符 { $wrong } 处。文件中有每一处的依据。
exported = 文件中是报道的发言和数字数据，每条的编号始终不变。
page-before = 上一页
checklist-counted = 已核对 { $ticked } / { $all }
ticked-by = 由 { $who } 核对
checklist-attached = 文件中按原文顺序列出了 { $count } 项要核实的内容。
