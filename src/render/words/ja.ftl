# 日本語。意味は en.ftl のとおりです。記事の言葉は訳さず、波かっこの中にそのまま入ります。

## Answers and silences

nearest = 近い箇所（答えではありません）：
candidates = 考えられる意味：
also = ほかの箇所：
also-related = 関連情報（記事の内容ではありません）：
told-otherwise = 異なる情報：
found-by = 見つけた手がかり：
ranked = 近い順の文：
silence-not-in-story = 記事には書かれていません。
silence-related-only = 記事には書かれていません。記事とは別の関連情報です：
silence-of-something-else = 記事にそのことは書かれていません。書かれているのは次のとおりです：
silence-ambiguous = いくつかの意味に取れます。
rejection-empty = 質問が見当たりません。「誰が何と言いましたか」のように、記事の内容を聞いてください。
rejection-too-long = 質問が長すぎます。一度に一つのことを聞いてください。
label-story-says-so = 記事にそう書かれています：
label-story-says-otherwise = 記事には異なることが書かれています：
did-you-mean = 「{ $meant }」のことですか。記事に「{ $typed }」という語はありません。
nothing-listed = 該当するものは記事にありません。
nothing-listed-from = 「{ $speaker }」によるものは記事にありません。
nothing-listed-about = 「{ $about }」についてのものは記事にありません。
nothing-listed-from-about = 「{ $about }」についての「{ $speaker }」によるものは記事にありません。
and-more = …ほか{ $count }件。コマンドのオプションで絞り込めます。

## Whose words

own-voice = 記事の地の文
reported = 伝えられた発言：{ $chain }
reported-denial = 伝えられた発言（**否定**）：{ $chain }
from-related-fact = 関連情報（記事の内容ではありません）：{ $source }
badge-own = ［記事の地の文］
badge-reported = ［伝えられた発言］
badge-related-fact = ［関連情報］
told-to = { $speaker }（相手：{ $addressee }）
noted = { $name }（{ $note }）
no-speaker = 発言者は記事に示されていません
speaker-unnamed = 匿名の情報源
speaker-unclear = 誰を指すか不明
the-story = 記事
hedged = 断定していない
denied = 否定している
statement-direct = 引用符つき
statement-indirect = 記者による要約
statement-mixed = 一部が引用符つき

## Where words stand, and when

role-headline = 見出し
role-caption = 写真説明
role-subheading = 小見出し
paragraph = 第{ $number }段落
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
from-to = { $first }～{ $last }

## Claims and quotations

verdict-supported = 記事にそう書かれています。
verdict-contradicted = 記事には異なることが書かれています。
verdict-not-in-story = 記事には書かれていません。
verdict-rejected = 確かめる内容が見当たらないか、長すぎます。
quote-verbatim = 一致：この言葉は記事にそのままあります。
quote-altered = 相違：記事の言葉とは異なります。
quote-other-speaker = 別の発言者：この言葉は、記事では別の人のものです。
quote-absent = なし：この言葉は記事にありません。
quote-rejected = 引用が見当たらないか、長すぎます。
parts = 部分ごと：
nothing = （なし）
none = なし
asked-and-told = 入力：{ $asked } · 記事：{ $told }
labelled = { $label }：{ $words }
difference-number = 数
difference-actor = 誰が
difference-negation = 肯定か否定か
difference-attribution = 誰の言葉か
difference-time = いつ
difference-hedge = 断定の強さ
difference-place = どこ

## Figures and the dispute

figure-of = 対象
figure-by = 主体
figure-when = 時期
aspect-party = 当事者
aspect-name = 呼び名
aspect-control = 支配
aspect-claim = 領有などの主張
aspect-stake = 争点となる利益
aspect-event = 出来事

## Why words were attributed as they were

between-reasons = 、
reason-cue-verb = 発言を示す動詞
reason-cue-noun = 発言を示す名詞
reason-according-to = 「～によると」
reason-colon = 名前の後のコロン
reason-quotation-marks = 発言者の隣の引用符
reason-subject = 発言を示す動詞の主語
reason-inverted = 動詞の後の主語
reason-continued = 前の引用の続き
reason-apposition = 同格の語句から名前を特定
reason-pronoun = 代名詞から名前を特定
reason-role = 肩書または名前の一部から特定
reason-no-source = 情報源は記事に示されていません
reason-by-hand = 人の手で訂正されました

## Who is behind the words, and why

no-statement = そのような発言は記事にありません。/said で記事の発言を一覧できます。
why-cue = 伝える語
why-speaker-written = 記事中の発言者の表記
why-speaker-name = 指す名前
why-shown-by = 根拠
why-passed-on-by = 伝えた人
why-addressee = 相手
why-rules = 規則
why-stands-in = これを含む発言
why = 理由は？
who-said-that = 誰の発言ですか
sources-person = 名前のある人物
sources-body = 名前のある国・組織
sources-news = 報道機関
sources-office = 役職のみ（名前なし）
sources-unnamed = 匿名
sources-unclear = 誰を指すか不明
sources-none = 情報源が示されていない
sources-own-voice = 記事の地の文
count-statements = 発言{ $count }件
count-passed-on = 伝えた発言{ $count }件
count-sentences = { $count }文
count-paragraphs = { $count }段落
count-figures = 数値{ $count }件
count-facts = 関連情報{ $count }件

## What this is, and which story is asked

about-what = ニュース記事についての質問に、記事そのものの言葉で答えます。文章を作り出す仕組みはありません。黙ることはあっても、作り話はできません。
promise-verbatim = そのまま
promise-verbatim-is = 記事の言葉として示す語は、すべて記事にそのままあります
promise-attributed = 誰の言葉か
promise-attributed-is = 伝えられた言葉には、発言者と伝わった経路を必ず添えます
promise-silence = ないものはない
promise-silence-is = 十分な根拠がなければ「記事には書かれていません」と答えます
promise-same = どこでも同じ
promise-same-is = 同じ質問には、Discordでも端末でもスクリプトでも同じ答えを返します
about-errors = 誰が何を言ったかを誤る割合
about-measured-on = 人が手作業で印をつけたニュース記事95本、発言1,541件（PolNeAR）で測りました。
error-rate = 見落とし { $missed }、誤検出 { $spurious }、発言者の誤り { $wrong_speaker }
about-privacy = 利用者について保存するもの
about-kept = 質問・メッセージ・回答は、間違いとして提出されたもの、人に渡された質問、変わったら知らせてほしいとされたものと、サーバーがそう設定した場合の、記事が答えない質問（質問者なし）を除き、ファイルにもデータベースにも保存せず、ログにも質問者や質問を記しません。モデレーターが間違いの指摘を受け付けるサーバーでは、答えの場所と質問者も保存します。/mydata で自分について保存されたものを確認・削除できます。ボタンのIDには質問の内容が入り、Discordがメッセージとともに保存します。
about-story = 記事
other-stories = ほかの記事
how-to-choose = どのコマンドでも、オプション「story」にこれらのIDを指定できます。
more-stories = …ほか{ $count }本。オプション「story」に入力すると候補が出ます。
answer-id = 回答 { $id }
version = 第{ $number }版
help-mention = ボットにメンションして質問するか、返信またはダイレクトメッセージを送っても答えます。
help-menu = メッセージのメニューの「アプリ」から、記事との照合や発言者の確認ができます。
help-reading = 記事の言葉として示す語は、すべて記事にそのままあります。記事に書かれていないことには答えません。

## Buttons

show-paragraph = 段落を表示
share = 共有する
more-passages = ほかの箇所
nearest-passages = 近い箇所
turn = 次のページ
further = ほかの箇所：
no-more-passages = これ以上の箇所は記事にありません。
nothing-to-mark = このメッセージには、確かめられる引用・数値・主張がありません。
not-looked-at = …メッセージの残り{ $count }文は確認していません。
figure-verdict = { $figure }：{ $verdict }
read-on = 続きを読む
ask-corrected = 「{ $meant }」で質問する
what-else = この人のほかの発言

## The source read again

verify = 照合する
verified = 元の文と照合しました
verified-file = ファイルを読み直しました：{ $story }、第{ $version }版、SHA-256 { $fingerprint }
verified-same = 1バイトも違いません
verified-as-far-as-shown = 表示した部分は1バイトも違いません
verified-but-for-blanks = 言葉は同じです。ファイルでは、間に表示されない改行や記号があります
verified-absent = 元の文にありません
verified-offsets = { $start }～{ $end }文字目
verified-further = ほか{ $count }か所
verified-newer = 記事には新しい版（第{ $version }版）があります。
verified-now = 新しい版では：{ $place }
verified-no-longer = 新しい版にこの言葉はもうありません。
verified-nothing = このメッセージには、照合できる引用がありません。
verified-altered = ファイルが追加されたときのものではないため、照合できません。ボットの運営者が元に戻す必要があります。

## What a server has set

settings = このサーバーの設定
settings-none = 何も設定されていません。ボット自体の設定が有効です。
settings-everywhere = サーバー全体
settings-in-channel = { $channel }
settings-blocked = 回答しないメンバー
blocked-you = このサーバーのモデレーターの指示により、ボットはあなたに回答しません。
cool-down-you = 質問は一つずつお願いします。{ $seconds }秒後にここでまた質問できます。

## When an answer is wrong

this-is-wrong = これは間違い
what-is-wrong = この答えのどこが間違っていますか？
wrong-speaker = 発言者が違う
wrong-words = 言葉が違う
wrong-figure = 数字が違う
wrong-date = 古い
wrong-subject = 質問と違う
complained = ありがとうございます。質問と答えが番号{ $number }としてモデレーターに届きました。決定をお知らせします。
complaint-title = { $number }. 間違いの指摘：{ $reason }
complaint-case = 「verbatim replay FILE」で再現できる事例
complaint-where = 場所：{ $link } · { $member } から
decide-retract = すべて取り消す
decide-renew = すべて答え直す
decide-dismiss = そのままにする
decided-retract = { $who } がすべて取り消しました。
decided-renew = { $who } がすべて答え直させました。
decided-dismiss = { $who } がそのままにしました。
answer-retracted = この答えは間違いだったため、モデレーターが取り消しました。
answer-renewed = はじめの答えに間違いの指摘があり、答え直しました。
told-retract = この答えは間違いだったため、モデレーターが取り消しました。
told-renew = はじめの答えに間違いの指摘があり、答え直されました。
told-dismiss = モデレーターがこの答えを確認し、そのままにしました。
no-complaint = その指摘はもうありません。

## Questions without an answer

gaps = 記事が答えていない質問
gaps-none = 答えのない質問はありません。
gaps-times = { $count } 回質問されました
gaps-further = ほかに言い方の違う質問 { $count } 件
gaps-wordless = { $count } 件は質問文が保存されていません。/settings keep-questions で保存できます。

## Posted summaries

preview = あなただけに表示しています。投稿先：
preview-pinned = ピン留めします。
preview-newer = その間に記事が変わりました。これが今の要約です。
may-not-post = ボットはここに投稿できません。「チャンネルを見る」「メッセージを送信」「埋め込みリンク」の権限が必要です。
preview-dropped = 何も投稿していません。
post = 投稿
shorter = 短く
longer = 長く
pin = ピン留めする
dont-pin = ピン留めしない
cancel = やめる
posting = 要約 { $number } を { $channel } に投稿しています。
refused-post = 要約 { $number } を { $channel } に投稿できませんでした。Discordがボットの書き込みを許可していません。
refused-pin = 要約 { $number } は { $channel } にありますが、ピン留めできませんでした。「メッセージをピン留め」の権限が必要で、ピン留めの数にも上限があります。
refused-change = { $channel } の要約 { $number } は古くなっています。Discordがボットによる変更を許可していません。
schedules = 毎日投稿する要約
schedules-none = 毎日投稿する要約はありません。/summary schedule で設定できます。
schedules-too-many = 毎日投稿する要約が多すぎます。/summary schedules で一つ終わらせてください。
schedule = { $number }. { $story }、{ $channel }、毎日 { $time }（{ $zone }）。次回：{ $next }
schedule-pinned = ピン留めあり
schedule-end = { $number } を終える
changed-at = { $when } 変更：
changed-nothing = 記事に新しい版がありますが、ここにある内容は変わりません
changed-figure = 数字：{ $was } → { $became }
changed-date = 日付：{ $was } → { $became }
changed-name = 名前：{ $was } → { $became }
changed-quotation = 引用：“{ $was }” → “{ $became }”
changed-speaker = 発言者：{ $was } → { $became }
changed-verb = 伝え方の動詞：{ $was } → { $became }
changed-words = 言葉：{ $was } → { $became }
changed-added = 追加：“{ $became }”
changed-left-out = なくなった文：“{ $was }”

## When an answer changes

tell-me = 変わったら知らせて
wish-kept = 記事の答えが変わったら、ダイレクトメッセージでお知らせします。同じボタンで取り消せます。/mydata で確認できます。
wish-taken-back = お知らせしません。
wish-too-many = 待っている答えが多すぎます。ボタンで一つ取り消すか、/mydata ですべて取り消してください。
answer-changed = 答えが変わりました
answered-before = これまで：
answered-now = 今：
## Corrected by hand

corrections = 人の手による訂正
corrections-none = この記事には人の手による訂正はありません。
correction-changed = この訂正のもとの文が変わったため、表示していません。
correction-now = 現在の文：
corrected-by-hand = 人の手で訂正
editors-words = 編集者の言葉。記事の言葉ではありません
correction-speaker = 発言者
correction-value = 数字
correction-mark = 人の手で訂正、{ $field }：{ $was } → { $became } · { $who }、{ $day }：{ $why }
who-operator = 編集部
who-forgotten = 削除を求めた人

## Approved answers

approved = 承認された答え
approved-none = この記事には承認された答えがありません。
approved-by-moderators = モデレーターが承認した記事の箇所
moderators-note = モデレーターの注記。記事の言葉ではありません
note-source = 出典
approved-changed = この答えのもとの文が変わったため、表示していません：
answer-by-itself = プログラムが見つけたもの：

## Questions handed over to people

ask-desk = 人に聞く
handed-over = ありがとうございます。質問は番号{ $number }としてモデレーターに届きました。答えはダイレクトメッセージで届きます。
hand-over-title = { $number }. 人への質問
hand-over-from = { $member } から、{ $channel } で
hand-over-answer = 答える
hand-over-answered = { $who } が答えました
hand-over-adopt = 承認された答えにする
hand-over-adopted = 承認された答えになりました。
answered-by-person = プログラムではなく、人が答えました
form-reply = 質問に答える
form-reply-answer = 答え（自分の言葉で）
form-reply-source = 出典：段落の番号、またはリンク

## Watched channels

watched = 記事と違うことが書かれたメッセージがあります
watched-from = 場所：{ $link } · { $member } から

## Who changed what

audit = このサーバーでの変更
audit-none = まだ何も変更されていません。

## What is kept of who asks

my-data = このサーバーであなたについて保存されているもの
my-data-answers = あなたの質問への答えの場所：{ $count }
my-data-complaints = 間違いと指摘した答え（質問と答えを含む）：{ $count }
my-data-wishes = 答えが変わったら知らせる質問：{ $count }
my-data-hand-overs = モデレーターに渡した質問：{ $count }
my-data-turns = 最後に質問した時刻（チャンネルごと）：{ $count }
my-data-changes = 監査ログにあるあなたの変更：{ $count }
my-data-blocked = モデレーターがここであなたをブロックしています。これは残ります。
my-data-nothing = このサーバーであなたについて保存されているものはありません。
my-data-deleted = 削除しました。モデレーターとしての変更は名前なしで記録に残ります。
my-data-how = /mydata に「delete」を付けると削除されます。

## What can't be done

apology = 申し訳ありません。こちらで問題が起きました。ボットの運営者が見るログに記録しました。
no-such-command = このコマンドはもう使えません。まもなくDiscordからも消えます。「/」と入力すると、使えるコマンドが表示されます。
no-such-button = このボタンはもう使えません。/ask でもう一度聞いてください。
not-understood = このボットでは扱えません。「/」と入力すると、使えるコマンドが表示されます。
not-here = これは端末でのみ表示されます。
mistake-missing = { $option } が必要です
mistake-unwritable = { $file } に書き込めません：{ $reason }
mistake-nothing-to-draw = 比較できる数字がないため、図は作成されませんでした
mistake-unreadable = { $file } を読めません：{ $reason }
mistake-not-text = { $file } はUTF-8のテキストではありません。プレーンテキストかMarkdownで保存してください
mistake-too-long = { $file } は設定 limits.article_bytes の上限を超えています
mistake-not-a-time = { $written } は時刻ではありません。09:00 のように24時間で書いてください
mistake-not-a-zone = { $written } はタイムゾーンではありません。Asia/Tokyo のように書いてください
mistake-not-a-day = { $written } は日付ではありません。2010-10-30 のように書いてください
mistake-no-such-paragraph = 記事に第{ $number }段落はありません。あるのは第1～{ $last }段落です
mistake-no-such-story = { $written } という記事はありません。`verbatim story list` で一覧を見られます
mistake-no-such-story-but = { $written } という記事はありません。{ $nearest } のことですか
mistake-no-such-answer = 質問はメモリーにだけ保存され、この答えの質問はもうありません。オプション「story」に { $story } を指定して同じ質問をすると、同じIDの同じ答えが出ます
mistake-not-an-address = { $written } はアドレスではありません。https:// か http:// から書いてください
mistake-not-a-server = { $written } はサーバーIDではありません。IDは数字で、Discordの「サーバーIDをコピー」で分かります
mistake-not-an-id = { $option }：{ $written } はDiscordのIDではありません。IDは数字です
mistake-not-for-channels = { $setting } はサーバー全体の設定です。チャンネルを省いてください
mistake-nothing-to-correct = { $written } に当てはまる発言や数字は記事にありません
mistake-several-to-correct = { $written } に当てはまる数字がいくつもあります：{ $ids }。一つのIDを指定してください
mistake-no-such-correction = 有効な訂正 { $number } はありません
mistake-too-many-words = { $option } は { $most } 文字までです
mistake-not-in-story = { $written } は記事の言葉ではありません。記事のとおりに書くか、注記にしてください
mistake-nothing-approved = { $written } には承認された答えがありません
mistake-no-source = { $written } は出典になりません。記事の段落の番号か、https:// で始まるアドレスを指定してください
mistake-no-such-hand-over = 質問 { $number } はありません
mistake-too-many-waiting = まだ答えを待っている質問がいくつかあります。モデレーターはまずそれらを見ます。
mistake-nobody-hears = このサーバーには、モデレーターが質問を受けるチャンネルがありません。
mistake-no-message-content = このボットはメッセージの言葉を受け取っていません。運用者が config/verbatim.toml にあるとおり discord.message_content を設定します
mistake-not-allowed = これができるのは、サーバーの管理者と、設定で許された人だけです。
mistake-bad-case = { $file } は指摘のファイルではありません（`verbatim --json complaints` の出力を使います）
mistake-bad-backup = { $file } を復元できません：{ $reason }
mistake-bad-data-folder = VERBATIM_DATA_DIR：{ $folder } はデータのフォルダーに使えません：{ $reason }
mistake-no-data-folder = 記事を置くホームフォルダーがありません。VERBATIM_DATA_DIR を設定してください

## Files that come with a reply

draft-counts = 下書きのうち、記事のとおり { $good } 件、記事では確かめられない { $open } 件、記事と食い違う { $wrong } 件。それぞれの根拠はファイルにあります。
exported = 記事の発言と数字をデータとしてファイルにしました。IDはいつも同じです。
page-before = 前のページ
checklist-counted = 確認済み { $ticked } / { $all }
ticked-by = { $who } が確認
checklist-attached = ファイルには、確かめるべきことが記事の順に { $count } 件あります。
