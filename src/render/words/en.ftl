# Every sentence and label of ours that a reply shows, in English: the sense that the other languages keep.
# No line holds a word of a story; what a story says fills the gaps in braces as it stands there.

## Answers and silences

# The heading of passages that are shown where there is no answer; it must say that they are none.
nearest = Nearest passages (not an answer):
candidates = It could mean:
also = Also:
also-related = A related fact, not from the article:
told-otherwise = Told otherwise:
found-by = Found by:
ranked = Sentences in order of fit:
silence-not-in-story = The story doesn't say.
silence-related-only = The story doesn't say. A related fact, not the story:
silence-of-something-else = The story doesn't say that. It says:
silence-ambiguous = That could mean several things.
rejection-empty = There is no question in that. Ask what the story says, such as: who said what?
rejection-too-long = That is longer than any question. Ask about one thing at a time.
label-story-says-so = The story says so:
label-story-says-otherwise = The story says otherwise:
did-you-mean = Did you mean “{ $meant }”? The story has no “{ $typed }”.
nothing-listed = The story has nothing of the kind.
nothing-listed-from = The story has nothing of the kind from “{ $speaker }”.
nothing-listed-about = The story has nothing of the kind about “{ $about }”.
nothing-listed-from-about = The story has nothing of the kind from “{ $speaker }” about “{ $about }”.
and-more = … and { $count } more. Narrow it down with the command's options.

## Whose words

own-voice = The story's own words
reported = Reported: { $chain }
reported-denial = Reported (**denies this**): { $chain }
from-related-fact = Related fact, not from the article: { $source }
badge-own = [the story's own voice]
badge-reported = [reported]
badge-related-fact = [related fact]
told-to = { $speaker } (to { $addressee })
noted = { $name } ({ $note })
no-speaker = the story names no speaker
speaker-unnamed = unnamed source
speaker-unclear = unclear who this is
the-story = the story
hedged = hedged
denied = denies this
statement-direct = in quotation marks
statement-indirect = in the reporter's words
statement-mixed = partly in quotation marks

## Where words stand, and when

role-headline = headline
role-caption = caption
role-subheading = subheading
paragraph = paragraph { $number }
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-day = { $day } { month-name } { $year }
date-month = { month-name } { $year }
date-year = { $year }
from-to = { $first } – { $last }

## Claims and quotations

# A verdict is about the story's words, never about the world: not "true" and not "false".
verdict-supported = The story says so.
verdict-contradicted = The story says otherwise.
verdict-not-in-story = The story doesn't say.
verdict-rejected = There is no claim in that, or it is too long to check.
quote-verbatim = Verbatim: these words stand in the story.
quote-altered = Altered: the story's words are others.
quote-other-speaker = Another speaker's: the story has these words from somebody else.
quote-absent = Absent: the story has no such words.
quote-rejected = There is no quotation in that, or it is too long to look for.
parts = Part by part:
nothing = (nothing)
none = nothing there
asked-and-told = asked: { $asked } · the story: { $told }
# What a difference is in, and the two sides of it; what a figure is of, and the story's words for it.
labelled = { $label }: { $words }
difference-number = number
difference-actor = who
difference-negation = so or not so
difference-attribution = whose words
difference-time = when
difference-hedge = how firmly
difference-place = where

## Figures and the dispute

figure-of = of
figure-by = by
figure-when = when
aspect-party = Parties
aspect-name = Names
aspect-control = Who holds it
aspect-claim = Who claims it
aspect-stake = What is at stake
aspect-event = What happened

## Why words were attributed as they were

between-reasons = {"; "}
reason-cue-verb = cue verb
reason-cue-noun = cue noun
reason-according-to = according to
reason-colon = colon after the name
reason-quotation-marks = quotation marks beside the speaker
reason-subject = subject of the cue
reason-inverted = subject after the cue
reason-continued = goes on from the quotation before
reason-apposition = name resolved by apposition
reason-pronoun = name resolved from a pronoun
reason-role = name resolved from a role or part of the name
reason-no-source = the story names no source
reason-by-hand = corrected by hand

## Who is behind the words, and why

no-statement = The story has no such statement; /said lists those it has.
why-cue = reported by
why-speaker-written = speaker, as written
why-speaker-name = means
why-shown-by = shown by
why-passed-on-by = passed on by
why-addressee = to
why-rules = rules
why-stands-in = stands in
why = Why?
who-said-that = Who said that
sources-person = Named persons
sources-body = Named countries and bodies
sources-news = News organisations
sources-office = By office, without a name
sources-unnamed = Unnamed
sources-unclear = Unclear who
sources-none = Reported without any source
sources-own-voice = The story's own voice
count-statements = { $count ->
    [1] 1 statement
   *[other] { $count } statements
}
count-passed-on = passed on { $count }
count-sentences = { $count ->
    [1] 1 sentence
   *[other] { $count } sentences
}
count-paragraphs = { $count ->
    [1] 1 paragraph
   *[other] { $count } paragraphs
}
count-figures = { $count ->
    [1] 1 figure
   *[other] { $count } figures
}
count-facts = { $count ->
    [1] 1 related fact
   *[other] { $count } related facts
}

## What this is, and which story is asked

about-what = Answers questions about a news story in the story's own words. It holds no text generator: it can be silent, it can't make things up.
promise-verbatim = Verbatim
promise-verbatim-is = every word shown as the story's stands in it exactly so
promise-attributed = Attributed
promise-attributed-is = reported words come with their speaker and the chain they came through
promise-silence = Honest about silence
promise-silence-is = without good evidence the answer is: the story doesn't say
promise-same = The same everywhere
promise-same-is = the same question gets the same answer in Discord, the terminal and scripts
about-errors = How often it is wrong about who said what
about-measured-on = Measured on 1,541 statements of 95 news articles that people marked by hand (PolNeAR).
error-rate = not found { $missed }, found where there is none { $spurious }, wrong speaker { $wrong_speaker }
about-privacy = What it keeps of you
about-kept = No question, message or answer is in any file or database, except one that somebody hands in as wrong, hands over to people or wishes to be told the change of and, where a server sets it, a question that the story doesn't answer, without who asked it; the log names neither askers nor questions. A server whose moderators hear what is wrong also keeps where answers stand and who asked. /mydata shows and deletes what is kept of you. A button's id holds what it asks, and Discord keeps that with the message.
about-story = The story
other-stories = Other stories
how-to-choose = Every command takes the option “story”, with one of these ids.
more-stories = … and { $count } more; the option “story” finds them as you type.
answer-id = answer { $id }
version = version { $number }
help-mention = Mention the bot with a question, reply to it or send it a direct message: it answers there too.
help-menu = In the menu of a message, under Apps: check it against the story, or see who said it.
help-reading = Every word shown as the story's stands in it exactly so. Where the story is silent, so is the bot.

## Buttons

show-paragraph = Show the paragraph
share = Share
more-passages = More passages
nearest-passages = Nearest passages
turn = Next page
further = Further passages:
no-more-passages = The story has no further passages for that.
nothing-to-mark = There is nothing in that message to look for: no quotation, no figure, no claim.
not-looked-at = { $count ->
    [1] … 1 further sentence of the message was not looked at.
   *[other] … { $count } further sentences of the message were not looked at.
}
figure-verdict = { $figure }: { $verdict }
read-on = Read on
ask-corrected = Ask with “{ $meant }”
what-else = What else they said

## The source read again

verify = Verify
verified = Checked against the source
verified-file = The file was read again: { $story }, version { $version }, SHA-256 { $fingerprint }
verified-same = The same, byte for byte
verified-as-far-as-shown = The same, byte for byte, as far as it is shown
verified-but-for-blanks = The same words; the file has line breaks or marks between them that aren't shown
verified-absent = Not in the source: these words don't stand there
verified-offsets = characters { $start }–{ $end }
verified-further = { $count ->
    [1] and in 1 further place
   *[other] and in { $count } further places
}
verified-newer = The story has a newer version: { $version }.
verified-now = In the newer version: { $place }
verified-no-longer = In the newer version these words stand no longer.
verified-nothing = This message quotes nothing that could be compared.
verified-altered = the file isn't what was added any more, so nothing can be compared with it. The people who run this bot have to put it back.

## What a server has set

settings = Settings of this server
settings-none = Nothing is set; the bot's own settings are in force.
settings-everywhere = Everywhere
settings-in-channel = In { $channel }
settings-blocked = Not answered
blocked-you = The moderators of this server have asked the bot not to answer you.
cool-down-you = One question at a time: you can ask here again in { $seconds ->
    [1] 1 second
   *[other] { $seconds } seconds
}.

## When an answer is wrong

this-is-wrong = This is wrong
what-is-wrong = What is wrong with this answer?
wrong-speaker = Wrong speaker
wrong-words = Wrong words
wrong-figure = Wrong figure
wrong-date = Out of date
wrong-subject = Not what I asked
complained = Thank you. The moderators see it now, as number { $number }, with the question and the answer. You are told what they decide.
complaint-title = { $number }. Somebody finds this wrong: { $reason }
complaint-case = The complaint as a case for “verbatim replay FILE”
complaint-where = It stands here: { $link } · from { $member }
decide-retract = Retract everywhere
decide-renew = Answer anew everywhere
decide-dismiss = Leave it
decided-retract = Retracted everywhere by { $who }.
decided-renew = Answered anew everywhere by { $who }.
decided-dismiss = Left as it is by { $who }.
answer-retracted = The moderators have taken this answer back: it was wrong.
answer-renewed = Answered anew, after somebody found the first answer wrong.
told-retract = The moderators have taken this answer back: it was wrong.
told-renew = This was answered anew, after somebody found the first answer wrong.
told-dismiss = The moderators have looked at this answer and left it as it is.
no-complaint = There is no such complaint any more.

## Questions without an answer

gaps = Questions that the story doesn't answer
gaps-none = No question was left without an answer.
gaps-times = { $count ->
    [1] Asked once
   *[other] Asked { $count } times
}
gaps-further = and { $count } more asked in other words
gaps-wordless = The words of { $count } are not kept; /settings keep-questions keeps them.

## Posted summaries

preview = Only you see this. It would be posted in
preview-pinned = It would be pinned.
preview-newer = The story has changed meanwhile: this is its summary now.
may-not-post = The bot can't post here: it needs View Channel, Send Messages and Embed Links.
preview-dropped = Nothing was posted.
post = Post
shorter = Shorter
longer = Longer
pin = Pin
dont-pin = Don't pin
cancel = Cancel
posting = Summary { $number } is being posted in { $channel }.
refused-post = Summary { $number } couldn't be posted in { $channel }: Discord doesn't let the bot write there.
refused-pin = Summary { $number } stands in { $channel }, but couldn't be pinned: the bot needs the permission Pin Messages, and a channel has room for only so many.
refused-change = Summary { $number } in { $channel } is out of date: Discord doesn't let the bot change it any more.
schedules = Summaries posted every day
schedules-none = No summary is posted every day. /summary schedule sets one.
schedules-too-many = There are too many summaries that are posted every day; end one first, with /summary schedules.
schedule = { $number }. { $story } in { $channel }, every day at { $time } ({ $zone }); next: { $next }
schedule-pinned = pinned
schedule-end = End { $number }
changed-at = changed { $when }:
changed-nothing = the story has a new version; all that stands here is still so
changed-figure = figure: { $was } → { $became }
changed-date = date: { $was } → { $became }
changed-name = name: { $was } → { $became }
changed-quotation = quotation: “{ $was }” → “{ $became }”
changed-speaker = who said it: { $was } → { $became }
changed-verb = verb: { $was } → { $became }
changed-words = words: { $was } → { $became }
changed-added = new: “{ $became }”
changed-left-out = no longer here: “{ $was }”

## When an answer changes

tell-me = Tell me if this changes
wish-kept = You will be told in a direct message when the story answers this otherwise. The same button takes it back; /mydata shows it.
wish-taken-back = You won't be told.
wish-too-many = You are waiting for too many answers; take one back with its button, or all with /mydata.
answer-changed = The answer has changed
answered-before = Before:
answered-now = Now:
## Corrected by hand

corrections = Corrected by hand
corrections-none = Nothing was corrected by hand in this story.
correction-changed = The text under this correction changed, so it isn't shown.
correction-now = There now:
corrected-by-hand = corrected by hand
editors-words = the editor's words, not the story's
correction-speaker = speaker
correction-value = figure
correction-mark = Corrected by hand, { $field }: { $was } → { $became } · { $who }, { $day }: { $why }
who-operator = the newsroom
who-forgotten = somebody who asked to be forgotten

## Approved answers

approved = Approved answers
approved-none = No answer is approved for this story.
approved-by-moderators = Approved by the moderators
moderators-note = Moderator's note, not the story's words
note-source = Source
approved-changed = The text under this answer changed, so it isn't shown:
answer-by-itself = What the program finds by itself:

## Questions handed over to people

ask-desk = Ask the desk
handed-over = Thank you. The moderators have your question, as number { $number }. Their answer comes to you in a direct message.
hand-over-title = { $number }. A question for the desk
hand-over-from = from { $member }, asked in { $channel }
hand-over-answer = Answer it
hand-over-answered = Answered by { $who }
hand-over-adopt = Make it the approved answer
hand-over-adopted = It is an approved answer now.
answered-by-person = A person answered this, not the program
form-reply = Answer a question
form-reply-answer = The answer, in your own words
form-reply-source = Source: a paragraph's number, or a link

## Watched channels

watched = A message has something otherwise than the story
watched-from = It stands here: { $link } · from { $member }

## Who changed what

audit = Changes in this server
audit-none = Nothing was changed yet.

## What is kept of who asks

my-data = What is kept of you in this server
my-data-answers = Places of answers that you asked for: { $count }
my-data-complaints = Answers that you called wrong, with the question and the answer: { $count }
my-data-wishes = Questions whose change you wish to be told of: { $count }
my-data-hand-overs = Questions that you handed over to the moderators: { $count }
my-data-turns = When you asked last, by channel: { $count }
my-data-changes = Changes of yours in the audit log: { $count }
my-data-blocked = The moderators have blocked you here. That stays.
my-data-nothing = Nothing is kept of you in this server.
my-data-deleted = It was deleted. What you changed as a moderator stays in the log without your name.
my-data-how = /mydata with “delete” deletes it.

## Files that come with a reply

draft-counts = Of the draft { $good } as the story has it, { $open } not shown by the story, { $wrong } against the story. The file shows each with its evidence.
exported = The file has the story's statements and figures as data, each with an id that stays the same.
page-before = Page before
checklist-counted = Ticked { $ticked } of { $all }
ticked-by = ticked by { $who }
checklist-attached = { $count ->
    [1] The file has 1 thing to look up.
   *[other] The file has { $count } things to look up, in the order of the text.
}

## What can't be done

apology = Sorry, that went wrong on our side. It is in the log for the people who run this bot.
no-such-command = This command isn't offered any more. Discord will forget it soon; type / to see the ones that there are.
no-such-button = This button doesn't work any more. Ask again with /ask.
not-understood = The bot doesn't take this. Type / to see its commands.
not-here = This is shown in the terminal only.
mistake-missing = { $option } is needed
mistake-unwritable = { $file } can't be written: { $reason }
mistake-nothing-to-draw = there are no figures to compare, so no picture was drawn
mistake-unreadable = { $file } can't be read: { $reason }
mistake-not-text = { $file } isn't UTF-8 text; save it as plain text or Markdown first
mistake-too-long = { $file } is longer than the setting limits.article_bytes allows
mistake-not-a-time = { $written } isn't a time of the day; write it in 24 hours, as 09:00
mistake-not-a-zone = { $written } isn't a time zone; write it as Europe/London
mistake-not-a-day = { $written } isn't a day; write it as 2010-10-30
mistake-no-such-paragraph = the story has no paragraph { $number }; its paragraphs are 1 to { $last }
mistake-no-such-story = there is no story { $written }; `verbatim story list` shows those there are
mistake-no-such-story-but = there is no story { $written }; did you mean { $nearest }?
mistake-no-such-answer = questions are kept in memory only, and the one of this answer is there no more; ask it again with the option story as { $story }, and the same answer comes with the same id
mistake-not-an-address = { $written } isn't an address; write it with https:// or http:// before it
mistake-not-a-server = { $written } isn't a server's id, which is a number; in Discord, Copy Server ID shows it
mistake-not-an-id = { $option }: { $written } isn't an id of Discord's, which is a number
mistake-not-for-channels = { $setting } is set for the whole server; leave out the channel
mistake-nothing-to-correct = no statement or figure of the story fits { $written }
mistake-several-to-correct = several figures fit { $written }: { $ids }; give the id of one
mistake-no-such-correction = there is no correction { $number } that holds
mistake-too-many-words = { $option } may have up to { $most } characters
mistake-not-in-story = the words { $written } aren't the story's; give them as they stand there, or give a note
mistake-nothing-approved = there is no approved answer to { $written }
mistake-no-source = { $written } is no source; give the number of a paragraph of the story, or an address with https://
mistake-no-such-hand-over = there is no question { $number }
mistake-too-many-waiting = Several of your questions still wait for an answer; the moderators look at those first.
mistake-nobody-hears = This server has no channel in which its moderators hear questions.
mistake-no-message-content = this bot doesn't receive the words of messages; its operator sets discord.message_content, as config/verbatim.toml says
mistake-not-allowed = Only those who manage this server may do that, or those whom its settings let.
mistake-bad-case = { $file } isn't a complaint's file, as `verbatim --json complaints` prints them
mistake-bad-backup = { $file } can't be brought back: { $reason }
mistake-bad-data-folder = VERBATIM_DATA_DIR: { $folder } can't be the data folder: { $reason }
mistake-no-data-folder = there is no home folder to keep stories in; set VERBATIM_DATA_DIR
