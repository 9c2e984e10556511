# Words of the agents' screen.

## Places
sections = Sections
recents = Recents
recents-count = Recents, { $count } unread
queues = Queues
queues-count = Queues, { $count } waiting
settings = Settings
settings-count = Settings
me-online = { $name }, connected
me-offline = { $name }, offline
conversations = Conversations
thread = Messages of the conversation
group-ringing = Ringing for you
group-mine = Yours
group-waiting = Waiting
empty-recents = No conversation yet. What rings for you, and what you take, appears here.
empty-queues = Nobody waits in your queues. New conversations appear here.
pick-recent = Pick a conversation from the list.
pick-queue = Pick a waiting conversation: the oldest is on top.

## Rows
channel-live_chat = Live Chat
channel-whatsapp = WhatsApp
channel-messenger = Facebook Messenger
channel-sms = SMS
waiting-since = Waiting for
unread = { $count } unread
preview-draft = ✎ Draft: { $text }
preview-note = Note: { $text }
preview-out = { $author }: { $text }
you = You

## Thread
back = Back
take = Take
transfer = Transfer
release = Release to the queue
menu = Menu
state-closed = Closed
state-unowned = Waiting
state-mine = Yours
unknown-sender = { $name } is not in your contacts.
add-contact = Add contact
reply = Reply
ignore = Ignore
note-label = Note (not sent)
new-messages = New messages
to-end = Latest messages
typing = { $name } is typing…
delivery-queued = waiting to be sent
delivery-sent = sent
delivery-delivered = delivered
delivery-read = read
delivery-failed = not sent

## Composer
composer = Reply or note
reply-tab = Reply
note = Note
write-reply = Write your reply
write-takes = Your reply takes the conversation
write-note = Note for colleagues, never sent to the customer
take-first = Take the conversation first
closed-composer = This conversation is closed.
enter-sends = Enter sends
ctrl-enter-sends = Ctrl Enter sends
send = Send
add-note = Add note

## Dialogs
close = Close
cancel = Cancel
add = Add
transfer-title = Transfer the conversation
transfer-search = Name or extension
transfer-to = To whom?
transfer-nobody = Nobody of that name.
transfer-note = Note for who receives it (optional)
transfer-warning = You will no longer see this conversation.
available = Available
not-there = Offline
load = { $count } open
queue = Queue
contact-name = Name
email = E-mail
phone = Phone
shortcuts = Keyboard shortcuts
shortcut-neighbour = Previous, next conversation
shortcut-section = Next part of the screen

## Unsent drafts
unsent-drafts = Unsent drafts
unsent-about = Your texts that could not leave, kept for 30 days.
unsent-none = No drafts.
copy = Copy
copied = Copied
delete = Delete
gone-taken = { $by } answered first. You no longer have access to this conversation.
gone-transferred = The conversation was transferred.
gone-deleted = The conversation was deleted.
gone-rights = Your rights changed: this conversation is no longer visible.
gone-released = The conversation went back to its queue.
draft-kept = Your text is kept in Unsent drafts.
somebody = A colleague

## Connection
connection-offline = Offline since { $time }: you see the data of that time.
connection-waiting = { $count } sends will leave when the network is back.
connection-too-old = This app is too old for the server. Your data is kept: update the app.
connection-too-new = The server is older than this app. Your data is kept: ask your administrator to update it.
connection-signed-out = You are signed out. Your drafts are kept.
error-other = Something went wrong ({ $code }). Nothing is lost; try again.

## Sign-in
hub = Server address
password = Password
sign-in = Sign in
signing-in = Signing in…
sign-out = Sign out
session-expired = Your session expired. Your drafts are kept.

## Settings
settings-general = General
settings-notifications = Notifications
settings-ringtone = Ringtone
settings-account = Account
setting-language = Language
language-system = The system's
language-fr = Français
language-en = English
setting-theme = Theme
theme-system = The system's
theme-light = Light
theme-dark = Dark
setting-enter_sends = Enter sends the message
setting-notify_app = Notifications in the app
setting-notify_system = System notifications
setting-notify_content = Content of notifications
notify_content-text = Name and text
notify_content-queue = Name and queue
notify_content-none = “New message”
setting-ringtone = Ring for a new message
setting-ringtone_volume = Volume
test-ringtone = Test
keyring-file = No system keyring: the session key is in a file that only you can read.
keyring-memory = The session key could not be kept: you will have to sign in again at the next start.
