# コマンドとオプションの日本語の名前と説明。英語は src/commands にあります。名前はDiscordの規則に従います
# （32文字まで、空白なし）。説明は100文字まで。

## Commands

command-ask = 質問
    .about = 記事に質問します。答えは記事の言葉のままです
command-said = 発言
    .about = 誰が何と言ったか、記事はそれをどう知ったか
command-figures = 数字
    .about = 記事に出てくる数字：どれだけ、何の、誰の、いつ
command-dispute = 対立
    .about = 対立する各側：当事者、呼び名、支配、主張、利害
command-timeline = 時系列
    .about = 起きたことを順に
command-check = 確認
    .about = ある主張を記事と照らし合わせます。一語ずつ、数字ごとに
command-quote = 引用
    .about = この引用は記事にそのままあるか、誰の言葉か
command-summary = 要約
    .about = 記事そのものの数文で内容をつかみます
command-summary-show = 表示
    .about = 記事そのものの数文で内容をつかみます
command-summary-post = 投稿
    .about = 要約をここに投稿します。まず自分だけに見本を表示します
command-summary-schedule = 予約
    .about = 要約を毎日決まった時刻にここへ投稿します
command-summary-schedules = 予約一覧
    .about = 毎日投稿する要約の一覧。ボタンで終えられます
command-source = 段落
    .about = 記事の段落を前後とともに表示します
command-sources = 情報源
    .about = 記事の出どころ：実名、匿名、報道機関、記事の地の文
command-why = 理由
    .about = なぜその人の言葉とされるのか：誰が、どの言葉で伝え、どの規則によるか
command-facts = 関連情報
    .about = ほかの出典による関連情報と、互いに食い違うもの
command-story = 記事
    .about = いま質問している記事と、ほかの記事、その選び方
command-settings = 設定
    .about = このサーバーとチャンネルの設定：記事、非公開、言語、間隔、ブロック、投稿者
command-audit = 監査ログ
    .about = 誰が、何を、いつ変更したか、その前と後。ファイルも付きます
command-gaps = 未回答
    .about = 記事が答えていない質問：回数と、いちばん近い箇所（答えではありません）
command-mydata = 自分のデータ
    .about = このサーバーであなたについて保存されているものと、その削除
command-help = ヘルプ
    .about = 何を聞けるか、答えをどう読むか
command-about = このボット
    .about = このボットは何か、何を約束し、どれだけ間違い、何を保存するか

command-export = 書き出し
    .about = 発言、数字、下書きの判定をデータとして書き出します。IDはいつも同じです
command-checklist = 確認項目
    .about = 記事を出す前に確かめること：名前、数字、日付、引用

## Options

option-question = 質問
    .about = 知りたいこと
option-story = 記事
    .about = どの記事か。省くと、ただ一つの記事か、既定の記事
option-top = 候補数
    .about = 近い順に、この数だけ文も並べます
option-explain = 根拠
    .about = 答えの手がかりも表示します
option-speaker = 発言者
    .about = 誰の発言か：名前または肩書
option-about = 話題
    .about = 何について
option-all-stories = 全記事
    .about = 保存されたすべての記事から、日付順に
option-draft = 下書き
    .about = 下書き全体。引用、数字、名前、日付を一つずつ照らし合わせます
option-format = 形式
    .about = ファイルの形式
option-published = 日付
    .about = 下書きの日付。2010-10-30 のように
option-claim = 主張
    .about = 確かめたい主張を、言われたとおりに
option-text = 引用文
    .about = 引用された言葉。発言者はあってもなくても
option-sentences = 文数
    .about = 何文にするか。省くと5文
option-paragraph = 段落番号
    .about = 1から数えた段落の番号
option-statement = 発言
    .about = s5 のような番号、またはその言葉の一部
option-private = 自分だけ
    .about = 答えを自分だけに表示するか。下のボタンで全員に表示できます

option-pin = ピン留め
    .about = 投稿したときにピン留めするか
option-at = 時刻
    .about = 24時間の時刻。09:00 のように
option-zone = タイムゾーン
    .about = Asia/Tokyo のように。省くとUTC
settings-threads = スレッド
    .about = メッセージへの答えをスレッドに入れるか

settings-channel = チャンネル
    .about = このチャンネルだけに設定します。省くとサーバー全体
settings-story = 記事
    .about = 記事の指定がないときに質問する記事のID
settings-private = 非公開
    .about = 答えをはじめは本人だけに表示するか
settings-language = 言語
    .about = メッセージへの返信と投稿の言語
settings-cool-down = 間隔
    .about = チャンネルで次の質問までに待つ秒数。0は待たない
settings-posters = 投稿者
    .about = 答えと要約についてモデレーターと同じことができるロール
settings-desk = モデレーター室
    .about = 間違いの指摘を表示するモデレーターのチャンネル。省くと指摘を受け付けません
settings-audit-log = 監査チャンネル
    .about = 変更を一つずつ表示するチャンネル：誰が、何を、その前と後
settings-keep-questions = 質問保存
    .about = 記事が答えない質問を、その言葉とともに /gaps 用に保存するか
settings-block = ブロック
    .about = ボットが回答しないメンバー
settings-why = 理由
    .about = ブロックの理由。監査ログに残ります
settings-unblock = ブロック解除
    .about = ボットがまた回答するメンバー
settings-reset = 取り消し
    .about = 取り消す設定。上位の設定が有効になります

audit-after = 番号以降
    .about = この番号より後の変更だけ
mydata-delete = 削除
    .about = 削除します。モデレーターによるブロックは残ります

## Menus of a message

menu-check = 記事と照合する
menu-whose = これは誰の発言？
