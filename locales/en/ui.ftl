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
mention = Name a colleague
show-waiting = For how long
waiting-any = Any wait
waiting-over = Over { $count } min
empty-waiting = Nobody has been waiting for so long.
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
blocks-about = Nobody can open a chat from these addresses. The audit trail keeps who unblocked which.
blocks-none = No address is blocked.
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

## Emoji

emoji = Emoji
emoji-search = Search for an emoji
emoji-groups = Groups of emoji
emoji-recent = Recent
emoji-faces = Faces
emoji-people = People
emoji-nature = Nature
emoji-food = Food
emoji-travel = Travel
emoji-activities = Activities
emoji-objects = Objects
emoji-symbols = Symbols
emoji-flags = Flags
emoji-found =
    { $count ->
        [one] { $count } emoji found
       *[other] { $count } emoji found
    }
emoji-none = No emoji of this name.
emoji-failed = The emoji could not be loaded. Your text is kept.
emoji-tone = Skin tone
emoji-tone-0 = None
emoji-tone-1 = Light
emoji-tone-2 = Medium-light
emoji-tone-3 = Medium
emoji-tone-4 = Medium-dark
emoji-tone-5 = Dark

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

## Administration

administration = Administration
admin-sections = Sections of the administration
admin-agents = Agents
admin-queues = Queues
admin-accounts = Live Chat accounts
admin-departments = Departments
admin-company = Company
admin-blocks = Blocked addresses
admin-audit = Audit trail
admin-edit = Change { $name }
admin-saved = Saved.
extension = Extension
admin-agents-about = Who answers, and with which roles. A new agent chooses a password by a link that you hand on.
admin-agent-new = New agent
admin-agent-create = Create and invite
admin-agent-change = Change the agent
admin-agent-search = Name, e-mail or extension
admin-agent-off = deactivated
admin-invite = Access link
admin-invite-of = Access link for { $name }
admin-activate = Reactivate
admin-activate-of = Reactivate { $name }
admin-roles = Roles
admin-roles-about = Without a role, an agent answers in the queues of which they are a member.
role-none = No role
role-agent = Agent
role-receptionist = Receptionist
role-manager = Manager
role-department_owner = Department owner
role-system_admin = System admin
role-system_owner = System owner
admin-invitation = Link for { $name }
admin-invitation-about = Hand this link to { $name }. It works once, until { $until }, and replaces any link before it. It is shown only here.
admin-invitation-link = Invitation link
admin-deactivate = Deactivate
admin-deactivate-title = Deactivate { $name }?
admin-deactivate-about = Their sessions end at once, their conversations return to their queues, and nothing stays on their computers. Their name stays in past conversations.
admin-departments-about = A department is a group of agents. Queues, templates and accounts belong to it.
admin-departments-none = No department: everything belongs to the whole company.
admin-department-new = New department
admin-department-change = Change the department
admin-hours-own = Office hours of its own
admin-hours-company = Office hours of the company
admin-hours = Office hours
admin-zone = Time zone
admin-hours-always = Always open
admin-day = Day
admin-from = From
admin-to = To
admin-next-day = on the next day
admin-times-add = Add times
admin-times-remove = Remove these times
admin-holidays = Holidays
admin-date = Date
admin-holiday-name = Name of the holiday
admin-holiday-add = Add a holiday
admin-holiday-remove = Remove this holiday
admin-company-name = Name of the company
admin-country = Country
admin-auto_close_days = Close after (days without activity)
admin-retention_months = Delete after (months)
admin-never = Never
admin-history = History of the customer
admin-history-about = Agents see a customer’s past conversations with all agents and departments.
admin-queues-about = A queue is a group of agents who share new conversations.
admin-queues-none = No queue.
admin-queue-new = New queue
admin-queue-change = Change the queue
admin-queue-team = Members, in order of priority
admin-queue-nobody = Without a member, only those who supervise see what waits here.
admin-member-add = Add a member
admin-member-up = Move { $name } up
admin-member-down = Move { $name } down
admin-member-remove = Remove { $name }
admin-skill = Level { $skill }
admin-skill-of = Level of { $name }
admin-queue-distribution = Distribution
admin-queue-strategy = Whom it rings
admin-queue-ownership = Who becomes owner
admin-queue-ring_secs = Ring time (s)
admin-queue-widen_secs = Next level after (s)
admin-as-ring = Ring time
admin-queue-capacity = Conversations per agent
admin-no-limit = No limit
admin-queue-longest_wait_secs = Longest wait (s)
admin-queue-unanswered = When nobody answers
admin-queue-lease_secs = Returns when unanswered (s)
admin-lease-none = Never
admin-queue-offered_only = Seen only by whom it rings
admin-queue-offered_only-about = When nobody is available, all members see it.
ownership-first_answer = The first who answers
ownership-take_by_hand = Who chooses Take
ownership-assign = Assigned automatically
unanswered-keep_ringing = Keep ringing
unanswered-away_text = Send the away text
unanswered-next = Go to { $name }
strategy-ring_all = Ring all
strategy-hunt = Hunt (priority order)
strategy-hunt_random_start = Hunt, random start
strategy-round_robin = Round robin
strategy-longest_waiting = Longest waiting
strategy-least_busy = Least busy
strategy-fewest_answered = Fewest answered
strategy-hunt_by_threes = Hunt by threes
strategy-first_three_available = First three available
strategy-skill_ring_all = Skill-based: ring all
strategy-skill_random = Skill-based: random
strategy-skill_round_robin = Skill-based: round robin
strategy-skill_fewest_answered = Skill-based: fewest answered
strategy-about-ring_all = Rings every available agent at once.
strategy-about-hunt = Rings the first available in order, then the next.
strategy-about-hunt_random_start = As in priority order, from a random start.
strategy-about-round_robin = Rings the one after the last served.
strategy-about-longest_waiting = Rings the one who became owner longest ago.
strategy-about-least_busy = Rings the one with the fewest open conversations.
strategy-about-fewest_answered = Rings the one who became owner least often today.
strategy-about-hunt_by_threes = Rings three agents at a time, in order.
strategy-about-first_three_available = Rings the top three available, together.
strategy-about-skill_ring_all = Rings everyone of the highest level, then the next level too.
strategy-about-skill_random = Rings one of the highest level at random, then widens.
strategy-about-skill_round_robin = Rings in turn within the highest level, then widens.
strategy-about-skill_fewest_answered = Rings the one of the highest level who became owner least often today, then widens.
admin-accounts-about = A Live Chat account puts the chat on a website and leads its conversations to a queue.
admin-accounts-none = No account: visitors cannot write yet.
admin-account-new = New account
admin-account-change = Change the account
admin-account-queue = Leads to
admin-account-sites = Sites that show the chat
admin-account-sites-about = One per line, without a path.
admin-account-look = Look
admin-account-corner = Corner of the page
corner-right = Lower right
corner-left = Lower left
admin-account-color-own = The company’s colour
admin-account-color = Colour
admin-account-greeting = Greeting
admin-account-away = Away text
admin-account-away-hint = Without a text, Guichet’s own.
admin-account-form = The visitor’s form
ask-off = Not asked
ask-optional = Optional
ask-required = Required
admin-account-consent = Consent
admin-account-privacy = Privacy page
admin-snippet = Code for the website
admin-snippet-about = To be placed in each page that shall show the chat, before the end of its body.
admin-not-installed = Not seen yet: open a page that carries this code.
admin-installed = Installed on { $site }, seen { $when }
admin-audit-about = Who did what. Never a customer’s words.
admin-audit-none = Nothing is noted yet.
admin-audit-more = Show more
admin-audit-hub = The server
audit-blocked = blocked a visitor
audit-unblocked = let a visitor in again
audit-overseen = read a conversation as a supervisor
audit-taken-over = took over a conversation of { $about }
audit-reassigned = reassigned a conversation of { $about }
audit-deleted = deleted a conversation
audit-grants-set = changed the roles of { $about }
audit-activated = reactivated { $about }
audit-deactivated = deactivated { $about }
audit-agent-put = created or changed the agent { $about }
audit-invited = invited { $about }
audit-department-put = created or changed the department { $about }
audit-queue-put = created or changed the queue { $about }
audit-account-put = created or changed the account { $about }
audit-settings-put = changed the settings of the company
invitation = Invitation link
have-invitation = I have an invitation
have-account = I have a password already
new-password = New password
join = Choose and sign in
join-about = Paste the link that your administrator gave you and choose a password of at least 12 characters.
# $count (number).
admin-queue-members =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
# $count (number).
admin-department-queues =
    { $count ->
        [one] { $count } queue
       *[other] { $count } queues
    }

## Contacts

contacts = Contacts
contact-search = Search a name, an e-mail, a number
contact-new = New contact
# $count (number).
contact-count =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
contact-none = The address book is empty.
contact-none-found = No contact matches.
# $count (number).
contact-more =
    { $count ->
        [one] Show { $count } more contact
       *[other] Show { $count } more contacts
    }
contact-files = Files
contact-file = contacts
contact-file-one = contact
contact-import = Import…
contact-export-csv = Export as CSV
contact-export-vcard = Export as vCard
# $path (text): of a file.
contact-exported = Exported: { $path }
contact-no-talks = No conversation yet.
contact-edit = Edit
contact-edit-title = Edit contact
contact-also = Other e-mail or phone
contact-add-point = Add an e-mail or a phone
# $name (text): of a contact.
contact-saved = “{ $name }” is saved.
contact-merge = Merge…
# $name (text): of a contact.
contact-merge-title = Merge a contact with “{ $name }”
contact-merge-search = Search the duplicate
contact-merge-who = Duplicate
contact-merge-stays = Stays
contact-merge-goes = Goes
# $name, $other (text): of contacts.
contact-merge-about = Conversations, e-mails and numbers of “{ $other }” go to “{ $name }”. This cannot be undone.
contact-merge-do = Merge
# $name, $other (text): of contacts.
contact-merged = “{ $other }” is part of “{ $name }” now.
contact-export = Export data
contact-erase = Erase…
# $name (text): of a contact.
contact-erase-title = Erase “{ $name }”?
contact-erase-about = The contact and all their conversations, open or closed, disappear from the server and from every computer. The audit log keeps only who did it and when. This cannot be undone.
contact-erase-do = Erase everything
# $name (text): of a contact.
contact-erased = “{ $name }” is erased.
contact-import-title = Import contacts
contact-import-about = A CSV file (name, email, phone, also: the others, separated by |) or a vCard file. Nothing changes before you agree.
# $count (number).
contact-import-now =
    { $count ->
        [0] Import
        [one] Import { $count } contact
       *[other] Import { $count } contacts
    }
# $count (number).
contact-imported =
    { $count ->
        [one] { $count } contact imported.
       *[other] { $count } contacts imported.
    }
# $count (number).
contact-import-others = and { $count } more
audit-contacts-merged = merged two contacts
# $about (text): how many.
audit-contacts-imported = imported contacts: { $about }
audit-contact-exported = exported the data of a contact
audit-contacts-exported = exported the address book
audit-contact-erased = erased a contact
