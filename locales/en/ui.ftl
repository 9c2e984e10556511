### The words of the agents’ screen.

## Places

sections = Sections
recents = Recents
# $count (number).
recents-count =
    { $count ->
        [one] Recents, { $count } unread conversation
       *[other] Recents, { $count } unread conversations
    }
queues = Queues
# $count (number).
queues-count =
    { $count ->
        [one] Queues, { $count } waiting conversation
       *[other] Queues, { $count } waiting conversations
    }
settings = Settings
# $name (text): name of the agent at this screen. $status (text): one of the words below.
me = { $name }, { $status }
me-menu = Your status
status = Status
status-available = Available
status-away = Away
status-do_not_disturb = Do not disturb
status-offline = Offline
my-queues = Logged in to
thread = Messages of the conversation
group-ringing = Ringing for you
group-mine = Yours
group-waiting = Waiting
group-archived = Archived
group-supervised = Of others
archived = Archived
show-which = Which conversations
show-open = Open
show-archived = Archived
empty-recents = No conversation yet. What rings for you and what you take shows up here.
empty-queues = Nobody is waiting in your queues. New conversations show up here.
pick-recents = Choose a conversation in the list.
empty-supervised = No open conversation of your colleagues right now.
pick-supervised = Choose a conversation of a colleague. The thread says that you read it.
empty-archived = Nothing is archived yet. What you have dealt with or archived shows up here.
pick-archived = Choose an archived conversation.
pick-queues = Choose a waiting conversation: the oldest is at the top.

## Rows of the list

channel-live_chat = Live Chat
channel-whatsapp = WhatsApp
channel-messenger = Facebook Messenger
channel-sms = SMS
# Followed by a duration, for screen readers.
waiting-since = Waiting for
# $count (number).
unread =
    { $count ->
        [one] { $count } unread message
       *[other] { $count } unread messages
    }
# $text (text): beginning of what is written.
preview-draft = ✎ Draft: { $text }
# $text (text): beginning of what is written.
preview-note = Note: { $text }
# $text (text): beginning of what is written.
preview-mine = You: { $text }
# $author (text): a colleague’s name. $text (text): beginning of what is written.
preview-out = { $author }: { $text }

## The open conversation

back = Back
supervised = Supervision
# $name (text): name of the owner.
overseen = { $name } is responsible. Your notes are for { $name } only; the customer sees nothing.
overseen-unowned = Nobody is responsible yet.
take-over = Take over
reassign = Reassign
whisper = Note for the owner
take = Take
transfer = Transfer
release = Release to the queue
deal-with = Dealt with
deal-with-about = Finished: closes and archives the conversation
dealt-with-done = Dealt with: the conversation is closed and archived.
mark-unread = Mark as unread
archive = Archive
archive-done = Archived. The conversation comes back with the next message.
unarchive = Unarchive
end-session = End chat session…
block-visitor = Block anonymous user…
block-done = Blocked. The visitor only learns that the conversation is over.
delete-conversation = Delete…
undo = Undo
menu = More actions
state-closed = ended
state-unowned = waiting
state-mine = yours
# $name (text): the customer’s name.
unknown-sender = { $name } is not in your contacts.
add-contact = Add contact
reply = Reply
ignore = Ignore
note-label = Note (not sent)
# $count (number).
new-messages =
    { $count ->
        [one] { $count } new message
       *[other] { $count } new messages
    }
to-end = Newest messages
heard = Messages that just came
# $name (text): the customer's name, or colleagues'. $count (number): how many they are.
typing =
    { $count ->
        [one] { $name } is typing…
       *[other] { $name } are typing…
    }
# For system lines that this version does not know.
system-unknown = Something changed
delivery-queued = waiting to be sent
delivery-sent = sent
delivery-delivered = delivered
delivery-read = read
delivery-failed = not sent

## Where one writes

composer = Reply or note
reply-tab = Reply
answer-to = Reply to this message
# $name (text): who wrote the message.
answering-to = Reply to { $name }
answer-without = Do not quote
quote-unknown = An earlier message
note = Note
write-reply = Write your reply
write-takes = Write your reply: it takes the conversation
write-note = Note for your colleagues
take-first = Take the conversation first to reply
not-yours = Only the conversation’s owner can reply
no-note = You cannot leave a note here
closed-composer = This conversation is over.
enter-sends = Enter to send
ctrl-enter-sends = Ctrl Enter to send
note-hint = Never sent to the customer
cannot-write = Replying is not possible now
send = Send
add-note = Add note

## Chats among colleagues

new-chat = New conversation
new-chat-with = With whom?
your-groups = Your groups
group-name = Name of the group (optional)
create-group = Create the group
write-to = Write
# $count (number): members. $online (number): of them, who is there.
chat-members =
    { $count ->
        [one] { $count } member, { $online } online
       *[other] { $count } members, { $online } online
    }
is-muted = muted
mute = Mute
unmute = Unmute
members = Members
members-menu = Members…
# $name (text): this agent's own name.
you = { $name } (you)
remove = Remove
# $name (text): a colleague's name.
remove-member = Remove { $name }
add-members = Add members
all-members = All your colleagues are members already.
rename = Rename
rename-title = Rename the group
leave = Leave the group
leave-title = Leave the group?
leave-warning = You will no longer see this conversation. A member can add you again.
deactivated = Deactivated
# $name (text): the colleague or the group.
write-chat = Write to { $name }
colleague-gone = This colleague is not active any more
# $names (text): colleagues' names, listed.
seen-by = Seen by { $names }
seen-by-all = Seen by all

## Dialogs

close = Close
cancel = Cancel
add = Add
# $name (text): the customer’s name.
confirm-end-session-title = End the chat with { $name }?
confirm-end-session = The visitor is told that the conversation is over. It stays in your list until you have dealt with it.
confirm-end-session-do = End chat session
# $name (text): the customer’s name.
confirm-delete-title = Delete the conversation with { $name }?
confirm-delete = It disappears for everybody and cannot be brought back. The audit trail keeps that it was deleted, and by whom.
confirm-delete-do = Delete

## To block a visitor, and the list of those who are

# $name (text): the customer's name.
block-title = Block { $name }?
block-about = The chat session ends, and nobody can write from this address for the time you choose. The visitor only learns that the conversation is over.
# $address (text): IP address. $count (number): other visitors who have it.
block-address = { $count ->
        [0] Address: { $address }. No other known visitor has it.
        [one] Address: { $address }. Another visitor has the same address and would be blocked, too.
       *[other] Address: { $address }. { $count } other visitors have the same address and would be blocked, too.
    }
block-protected = This address is protected: it can never be blocked.
block-unknown = This visitor’s address is not known, or no longer: they cannot be blocked.
# $time (text): hour or day.
block-until = This visitor is blocked already, until: { $time }.
block-forever = This visitor is blocked already, without an end.
block-period = For how long
block-hours-1 = 1 hour
block-hours-24 = 1 day
block-hours-168 = 7 days
block-hours-720 = 30 days
block-hours-0 = Until somebody unblocks them
block-reason = Reason (for your colleagues)
block-do = Block
blocks = Blocked addresses
blocks-about = Nobody can open a chat from these addresses. The audit trail keeps who unblocked which.
blocks-none = No address is blocked.
blocks-manage = Show the list
# $name (text): a colleague's name. $time (text): hour or day.
blocked-by = Blocked by { $name }, { $time }
# $time (text): hour or day.
blocked-by-hub = Blocked by the server’s administrator, { $time }
# $time (text): hour or day.
blocked-until = until: { $time }
blocked-forever = without an end
# $count (number): attempts. $time (text): hour or day of the last one.
blocked-hits = { $count ->
        [one] one attempt ({ $time })
       *[other] { $count } attempts (last: { $time })
    }
blocked-no-hits = no attempt
unblock = Unblock
# $network (text): IP address.
unblock-network = Unblock { $network }
# $network (text): IP address.
unblock-done = People can write from { $network } again.
transfer-title = Transfer the conversation
transfer-search = Name or extension
transfer-to = To whom?
transfer-nobody = Nobody of that name.
transfer-note = Note for the receiver (optional)
transfer-warning = You will no longer see this conversation.
available = Available
not-there = Offline
# $count (number).
load =
    { $count ->
        [one] { $count } conversation
       *[other] { $count } conversations
    }
queue = Queue
contact-name = Name
email = E-mail
phone = Phone

## Information

information = Information
conversation = Conversation
fact-channel = Channel
fact-queue = Queue
fact-owner = Owner
fact-opened = Opened
visitor = Visitor
fact-address = IP address
fact-page = Page
fact-referrer = Came from
fact-browser = Browser
fact-language = Language
fact-local-time = Local time
owner-me = You
owner-nobody = Nobody yet
reach-email = E-mail
reach-call = Call
reach-sms = Send SMS
history = History with all agents
history-none = This is the first conversation.
history-back = Back to the history
loading = Loading…
more = Show more
past-older = Older messages
past-nobody = Nobody answered
past-waiting = waiting
past-owned = open
past-dealt-with = dealt with
past-ended-by-agent = ended by the agent
past-ended-by-visitor = ended by the visitor
past-idle = closed after a long silence

## Keys

shortcuts = Keyboard shortcuts
shortcut-neighbour = Previous, next conversation
shortcut-unread = Previous, next unread conversation
shortcut-note = Reply or note
shortcut-section = Next, previous part of the screen
shortcut-back = One step back
# The name of the key on the keyboard.
key-end = End

## Unsent drafts

unsent-drafts = Unsent drafts
unsent-about = Your texts that could not be sent, kept for 30 days.
unsent-none = No drafts.
copy = Copy
copied = Text copied.
delete = Delete

## Notices

notices = Messages of the app
open = Open
see-drafts = See the drafts
news-one = New message
# $name (text): the customer’s name. $about (text): their queue, or the beginning of the message.
news-from = { $name } · { $about }
# $count (number), at least 3.
news-many = { $count } conversations have new messages.
# $by (text): a colleague’s name.
gone-taken = { $by } answered first. You no longer have access to this conversation.
gone-taken-somebody = A colleague answered first. You no longer have access to this conversation.
gone-transferred = The conversation was transferred.
gone-deleted = The conversation was deleted.
gone-rights = Your rights have changed: this conversation is no longer visible.
gone-left = You left the group.
gone-removed = You are no longer a member of this group.
gone-released = The conversation went back to its queue.
draft-kept = Your text is kept in Unsent drafts.

## The connection

# $time (text): time of day.
connection-offline = Offline since { $time }: you see the data of that time.
# $count (number): messages, notes and actions.
connection-waiting =
    { $count ->
        [one] { $count } item will be sent when the network is back.
       *[other] { $count } items will be sent when the network is back.
    }
connection-too-old = This app is too old for the server. Your data is kept: update the app.
connection-too-new = The server is older than this app. Your data is kept: ask your administrator to update it.
connection-signed-out = You are no longer signed in. Your drafts are kept.
back-online = Back online, everything is up to date.

## Errors without words of their own; the others are in client.ftl

# $code (text): the error’s code.
error-other = Something went wrong ({ $code }). Nothing is lost; try again.
fatal = Guichet cannot open
retry = Try again

## Sign-in

sign-in-about = Your company’s server, and your account.
hub = Server address
password = Password
sign-in = Sign in
signing-in = Signing in…
sign-out = Sign out
session-expired = Your session has expired. Your drafts are kept.

## Settings

settings-general = General
settings-notifications = Notifications
settings-ringtone = Ringtone
settings-account = Account
photo = Photo
photo-about = JPEG, PNG, WebP or GIF, at most 10 MB.
photo-choose = Choose a photo…
photo-change = Change the photo…
photo-remove = Remove
photo-done = Your photo is up to date.
own-name = Name
own-name-about = Your colleagues and customers read it.
password-change = Change the password
password-old = Old password
password-new = New password
password-again = New password, once more
password-about = At least 12 characters, hard to guess.
password-end-others = Sign me out on my other devices
password-differs = The two new passwords are not the same.
password-done = Your password is changed.
devices = Devices and sessions
device-unknown = Unknown device
device-current = This device
# $time (text): hour or day.
device-seen = Last seen: { $time }
# $time (text): hour or day.
device-since = signed in since: { $time }
device-end = Sign out
# $name (text): the device’s name. $time (text): hour or day of its last sign of life.
device-end-named = Sign out { $name } ({ $time })
setting-language = Language
language-system = The system’s
language-fr = Français
language-en = English
setting-theme = Theme
theme-system = The system’s
theme-light = Light
theme-dark = Dark
setting-enter_sends = Enter sends the message
show = Show
setting-notify_app = Notifications in the app
setting-notify_system = System notifications
setting-notify_content = Content of notifications
notify_content-text = Name and text
notify_content-queue = Name and queue
notify_content-none = “New message”
setting-ringtone = Ring for a new message
setting-ringtone_volume = Volume
setting-ringtone_test = Try the ringtone
test-ringtone = Listen
keyring-file = No system keyring: the session key is in a file that only you can read.
keyring-memory = The session key could not be kept: you will have to sign in again at the next start.

## Templates

templates = Templates
templates-about = The texts that your colleagues insert into their replies. Everybody sees them in this order.
template-search = Search for a template
template-language = Language
template-every-language = Every language
template-every-category = All
template-categories = Categories
template-none = No templates yet.
template-none-found = No template fits.
template-hint = Goes into the text, is not sent
# $count (number).
template-more = Show more ({ $count })
template-manage = Manage
template-new = New template
template-change = Change the template
template-title = Title
template-category = Category
template-place = For
whole-company = The whole company
# $language (text): a code such as fr.
template-in = Text ({ $language })
language-code = Language
language-code-about = fr, en, pt-BR…
template-add-language = Add a language
# $language (text): a code such as fr.
template-remove-language = Remove the language { $language }
save = Save
variables = Insert a variable
variable-contact-first_name = Customer’s first name
variable-contact-name = Customer’s name
variable-agent-name = Your name
variable-queue-name = Queue
variable-date = Today’s date
# $count (number).
fields-left =
    { $count ->
        [one] One field to fill
       *[other] { $count } fields to fill
    }
# $count (number).
template-uses =
    { $count ->
        [one] inserted once
       *[other] inserted { $count } times
    }
# $title (text): of a template.
template-up = Move “{ $title }” up
# $title (text): of a template.
template-down = Move “{ $title }” down
# $title (text): of a template.
template-edit = Change “{ $title }”
# $title (text): of a template.
template-delete = Delete “{ $title }”
# $title, $other (text): of templates.
template-moved-before = “{ $title }” is before “{ $other }” now.
# $title, $other (text): of templates.
template-moved-behind = “{ $title }” is after “{ $other }” now.
template-delete-title = Delete the template
# $title (text): of a template.
template-delete-about = “{ $title }” will be gone for everybody.
template-files = Files
template-file = templates
template-import = Import…
template-export-csv = Export as CSV
template-export-json = Export as JSON
# $path (text): of a file.
template-exported = Saved: { $path }
template-import-title = Import templates
template-import-about = A CSV file (department, category, title, language, text: a line for each text) or a JSON file, as the export writes them. Nothing changes before you agree.
template-import-file = Choose a file…
# $count (number).
template-import-now =
    { $count ->
        [0] Import
        [one] Import { $count } template
       *[other] Import { $count } templates
    }
# $count (number).
template-imported =
    { $count ->
        [one] { $count } template imported.
       *[other] { $count } templates imported.
    }
# $fresh, $changed, $unchanged, $bad (number).
import-summary = New: { $fresh } · Changed: { $changed } · The same: { $unchanged } · Refused: { $bad }
# $count (number).
import-bad =
    { $count ->
        [one] One line needs correcting: nothing is imported while it is there.
       *[other] { $count } lines need correcting: nothing is imported while there are any.
    }
# $line (number).
import-line = Line { $line }
# $count (number).
import-fresh = New ({ $count })
# $count (number).
import-changed = Changed ({ $count })
