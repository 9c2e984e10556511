### What the app says itself: notifications, names, system lines.

## Names

# $number (number): short number of a visitor who gave no name.
client-visitor = Visitor { $number }
client-visitor-unknown = Visitor
# A colleague whose name this computer does not know.
client-somebody = A colleague
# A group without a name and without other members.
client-group = Group

## Notifications

client-notification-title = Guichet
client-notification-conversation = New conversation
# $queue (text): name of the queue.
client-notification-conversation-queue = New conversation · { $queue }
client-notification-message = New message
# $queue (text): name of the queue.
client-notification-message-queue = New message · { $queue }
# What a notification says of a group. $author (text): a colleague's name. $text (text): what they wrote.
client-notification-said = { $author }: { $text }

## System lines of a conversation

system-taken-by-me = You took the conversation
system-released-by-me = You gave the conversation back to the queue
# $from (text): name of a colleague.
system-transferred-to-me = { $from } transferred the conversation to you
system-contact-added-by-me = You added this contact to the address book
# $agent (text): an agent's name.
system-taken = { $agent } took the conversation
system-released = { $agent } gave the conversation back to the queue
# $from, $to (texts): agents' names.
system-transferred-agent = { $from } transferred the conversation to { $to }
# $from (text): an agent's name. $queue (text): name of the queue.
system-transferred-queue = { $from } transferred the conversation to the queue { $queue }
# $agent (text): an agent's name.
system-dealt-with = { $agent } dealt with the conversation
system-dealt-with-by-me = You dealt with the conversation
system-archived = { $agent } archived the conversation
system-archived-by-me = You archived the conversation
system-unarchived = { $agent } brought the conversation back from the archive
system-unarchived-by-me = You brought the conversation back from the archive
system-reopened = { $agent } reopened the conversation
system-reopened-by-me = You reopened the conversation
system-visitor-blocked = { $agent } blocked the anonymous user
system-visitor-blocked-by-me = You blocked the anonymous user
system-ended-agent = { $agent } ended the chat session
system-ended-agent-by-me = You ended the chat session
system-transfer-undone = { $agent } undid the transfer
system-transfer-undone-by-me = You undid the transfer
system-assigned = The conversation was assigned to { $agent }
system-assigned-by-me = The conversation was assigned to you
system-overseen = { $agent } read the conversation as a supervisor
system-overseen-by-me = You read the conversation as a supervisor
# $agent, $from (texts): agents' names.
system-taken-over = { $agent } took the conversation over from { $from }
# $by, $from, $to (texts): agents' names.
system-reassigned-agent = { $by } handed the conversation of { $from } to { $to }
# $by, $from (texts): agents' names. $queue (text): name of the queue.
system-reassigned-queue = { $by } put the conversation of { $from } into the queue { $queue }
system-lease-ended = { $agent } was away for too long; the conversation is back in the queue
# $queue (text): name of the queue.
system-moved-on = Nobody answered; the conversation now waits in the queue { $queue }
system-away-text = Nobody answered; the customer got the away text
system-closed-idle = Nothing happened for a long time; the conversation was closed
system-ended-visitor = The visitor ended the chat session
system-contact-added = { $agent } added this contact to the address book
system-agent-deactivated = { $agent } was deactivated; the conversation is back in the queue

# $agent, $by (texts): agents' names.
system-group-created-by-me = You created the group
system-group-created = { $agent } created the group
system-group-renamed-by-me = You renamed the group
system-group-renamed = { $agent } renamed the group
system-member-added-by-me = You added { $agent }
system-member-added-me = { $by } added you
system-member-added = { $by } added { $agent }
system-member-removed-by-me = You removed { $agent }
system-member-removed-me = { $by } removed you
system-member-removed = { $by } removed { $agent }
system-member-left-by-me = You left the group
system-member-left = { $agent } left the group

## Errors: what happened, then what can be done

error-bad-request = The server did not understand the request.
error-too-large = This is too large to be sent.
error-unauthorized = The session has ended. Sign in again.
error-wrong-credentials = The e-mail address, password or code is wrong.
error-not-found = This conversation does not exist any more, or you cannot see it any more.
error-blocked = Nobody can write from this address.
error-no-address = This user’s address is not known, or no longer: they cannot be blocked.
error-protected-address = This address is protected: the server’s administrator chose that it can never be blocked.
error-not-a-photo = This file is not a picture that can be read (JPEG, PNG, WebP or GIF), or it is too large.
error-wrong-password = That is not your old password.
error-origin-not-allowed = This site is not allowed.
error-too-many = Too many requests at once. Try again in a moment.
error-id-reused = This message could not be sent. Your text is among the unsent drafts.
error-weak-password = Choose a password of 12 to 128 characters that is hard to guess.
error-text-too-long = The text is too long for this channel.
error-name-empty = Write a name first.
error-text-empty = Write a text first.
error-app-too-old = This version of Guichet is too old for the server. Update the app.
error-hub-too-old = The server is too old for this version of Guichet. Ask for its update.
error-unavailable = The server cannot store anything right now. Nothing is lost, try again.
error-internal = The server ran into an error. Try again.
error-taken = Somebody else took this conversation. Your text is among the unsent drafts.
error-take-first = Take the conversation first: this queue asks for it. Your text is among the unsent drafts.
error-not-owner = Only the owner of the conversation can do this.
error-closed = The conversation is closed. Your text is among the unsent drafts.
error-still-open = The conversation is still open.
error-no-queue = This conversation has no queue to return to. Transfer it instead.
error-no-such-receiver = This receiver does not exist or is not active any more.
error-not-allowed = Your role does not allow this.
error-already-in-use = This name or address is already in use.
# $limit (number).
error-too-many-members = A group has at most { $limit } members.
error-not-on-this-channel = This channel does not allow this.
error-no-such-time-zone = There is no such time zone.
error-bad-hours = These office hours are not possible.
error-out-of-range = One of the values is outside of what is allowed.
error-newer-open = A newer conversation with this customer is open. Go on there.
error-unowned = Nobody is responsible for this conversation yet. Take it first.
error-too-late = It is too late to undo this: the conversation was opened by its receiver.
error-bad-language = “{ $language }” is not a language code. Write fr, en or pt-BR, for example.
error-unknown-variable = There is no variable “{ $name }”.
error-invalid =
    { $field ->
        [color] This is not a colour.
        [country] There is no such country.
        [email] This is not an e-mail address.
        [extension] An extension has 12 digits at most.
        [link] This is not a web address: it begins with https://.
        [phone] This is not a phone number. Write it with its prefix, +33 6 12 34 56 78 for example.
        [role] This role is not held there.
        [site] A site is written https://www.example.com, without a path.
       *[other] This field is not valid.
    }
error-not-an-invitation = This link is not an invitation. Paste all of it, as you received it.
error-same = They are the same.
error-too-many-of = That is more than { $limit }, the most there can be.
error-unknown-command = This version of Guichet does not know this action.
error-bad-arguments = The app did not understand the action.
error-signed-out = You are not signed in.
error-offline = The server cannot be reached. Check the network connection.
error-not-a-hub = There is no Guichet server at this address.
error-insecure-address = This address is not protected. Use an address with https://.
error-invalid-address = This is not the address of a server.
error-link-not-allowed = This link cannot be opened.
error-unreachable-contact = The customer’s details have no address or number that works for this.
error-cache-failed = Guichet cannot read or write its data on this computer. Check the free space.
error-cache-corrupt = The data of Guichet on this computer was damaged. Your readable texts were kept, the rest comes back from the server.
error-desktop-failed = The system could not do it.
error-keyring-failed = The session could not be kept safely on this computer.
error-expired = This message had waited for three days. It was not sent and is among the unsent drafts.
error-gone = This conversation is not with you any more. Your text is among the unsent drafts.

## Templates

error-template-gone = This template is gone.
error-template-name-taken = There is a template of this title in this category already.
error-template-title-empty = The title is missing.
# $limit (number): characters.
error-template-title-too-long = The title is longer than { $limit } characters.
error-template-category-empty = The category is missing.
# $limit (number): characters.
error-template-category-too-long = The category is longer than { $limit } characters.
error-template-no-text = Write the text in one language at least.
# $language (text): a code such as fr.
error-template-text-empty = The text is missing ({ $language }).
# $language (text): a code such as fr. $limit (number): characters.
error-template-text-too-long = The text is longer than { $limit } characters ({ $language }).
# $name (text): a variable such as contact.name.
error-field-left = A field is still to be filled: “{ $name }”. The message was not sent.
error-import-empty = The file is empty.
# $line (number).
error-import-unreadable = The file cannot be read: line { $line }.
# $name (text): a heading.
error-import-no-column = The first line has no column “{ $name }”.
# $found, $expected (number).
error-import-columns = There are { $found } columns instead of { $expected }.
# $name (text): a code such as fr.
error-import-twice = This template has a text in the language “{ $name }” already.
# $line (number).
error-import-again = This template is on line { $line } already.
error-import-entry = This is not a template: it needs a category, a title and texts.
# $name (text): of a department.
error-import-department = There is no department “{ $name }”.
error-import-bad-lines = Correct the marked lines first: nothing was imported.
error-contact-gone = This contact is gone.
# $line (number).
error-import-contact-again = This contact is on line { $line } already.
error-import-card = This vCard is not complete, or cannot be read.
