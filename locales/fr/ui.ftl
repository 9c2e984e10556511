# Words of the agents' screen.

## Places
sections = Rubriques
recents = Récents
recents-count = Récents, { $count } non lus
queues = Files d'attente
queues-count = Files d'attente, { $count } en attente
settings = Paramètres
settings-count = Paramètres
me-online = { $name }, connecté
me-offline = { $name }, hors ligne
conversations = Conversations
thread = Messages de la conversation
group-ringing = Sonne pour vous
group-mine = Les vôtres
group-waiting = En attente
empty-recents = Aucune conversation pour l'instant. Ce qui sonne pour vous, et ce que vous prenez, s'affiche ici.
empty-queues = Personne n'attend dans vos files. Les nouvelles conversations s'affichent ici.
pick-recent = Choisissez une conversation dans la liste.
pick-queue = Choisissez une conversation en attente : la plus ancienne est en haut.

## Rows
channel-live_chat = Live Chat
channel-whatsapp = WhatsApp
channel-messenger = Facebook Messenger
channel-sms = SMS
waiting-since = Attend depuis
unread = { $count } non lus
preview-draft = ✎ Brouillon : { $text }
preview-note = Note : { $text }
preview-out = { $author } : { $text }
you = Vous

## Thread
back = Retour
take = Prendre
transfer = Transférer
release = Remettre en file
menu = Menu
state-closed = Terminée
state-unowned = En attente
state-mine = À vous
unknown-sender = { $name } n'est pas dans vos contacts.
add-contact = Ajouter le contact
reply = Répondre
ignore = Ignorer
note-label = Note (non envoyée)
new-messages = Nouveaux messages
to-end = Derniers messages
typing = { $name } écrit…
delivery-queued = en attente d'envoi
delivery-sent = envoyé
delivery-delivered = distribué
delivery-read = lu
delivery-failed = non envoyé

## Composer
composer = Réponse ou note
reply-tab = Réponse
note = Note
write-reply = Écrivez votre réponse
write-takes = Votre réponse prend la conversation
write-note = Note pour vos collègues, jamais envoyée au client
take-first = Prenez d'abord la conversation
closed-composer = Cette conversation est terminée.
enter-sends = Entrée pour envoyer
ctrl-enter-sends = Ctrl Entrée pour envoyer
send = Envoyer
add-note = Ajouter la note

## Dialogs
close = Fermer
cancel = Annuler
add = Ajouter
transfer-title = Transférer la conversation
transfer-search = Nom ou numéro interne
transfer-to = À qui ?
transfer-nobody = Personne de ce nom.
transfer-note = Note pour qui la reçoit (facultatif)
transfer-warning = Vous ne verrez plus cette conversation.
available = Disponible
not-there = Hors ligne
load = { $count } en cours
queue = File d'attente
contact-name = Nom
email = E-mail
phone = Téléphone
shortcuts = Raccourcis clavier
shortcut-neighbour = Conversation précédente, suivante
shortcut-section = Partie suivante de l'écran

## Unsent drafts
unsent-drafts = Brouillons non envoyés
unsent-about = Vos textes qui n'ont pas pu partir, gardés 30 jours.
unsent-none = Aucun brouillon.
copy = Copier
copied = Copié
delete = Supprimer
gone-taken = { $by } a répondu en premier. Vous n'avez plus accès à cette conversation.
gone-transferred = La conversation a été transférée.
gone-deleted = La conversation a été supprimée.
gone-rights = Vos droits ont changé : cette conversation n'est plus visible.
gone-released = La conversation est retournée dans sa file.
draft-kept = Votre texte est gardé dans Brouillons non envoyés.
somebody = Un collègue

## Connection
connection-offline = Hors ligne depuis { $time } : vous voyez les données de cette heure-là.
connection-waiting = { $count } envois partiront au retour du réseau.
connection-too-old = Cette application est trop ancienne pour le serveur. Vos données sont gardées : mettez l'application à jour.
connection-too-new = Le serveur est plus ancien que cette application. Vos données sont gardées : demandez à votre administrateur de le mettre à jour.
connection-signed-out = Vous n'êtes plus connecté. Vos brouillons sont gardés.
error-other = Quelque chose n'a pas marché ({ $code }). Rien n'est perdu ; réessayez.

## Sign-in
hub = Adresse du serveur
password = Mot de passe
sign-in = Se connecter
signing-in = Connexion…
sign-out = Se déconnecter
session-expired = Votre session a expiré. Vos brouillons sont gardés.

## Settings
settings-general = Général
settings-notifications = Notifications
settings-ringtone = Sonnerie
settings-account = Compte
setting-language = Langue
language-system = Celle du système
language-fr = Français
language-en = English
setting-theme = Thème
theme-system = Celui du système
theme-light = Clair
theme-dark = Sombre
setting-enter_sends = Entrée envoie le message
setting-notify_app = Notifications dans l'application
setting-notify_system = Notifications du système
setting-notify_content = Contenu des notifications
notify_content-text = Nom et texte
notify_content-queue = Nom et file
notify_content-none = « Nouveau message »
setting-ringtone = Sonner pour un nouveau message
setting-ringtone_volume = Volume
test-ringtone = Écouter
keyring-file = Aucun trousseau du système : la clé de session est dans un fichier que vous seul pouvez lire.
keyring-memory = La clé de session n'a pas pu être gardée : il faudra vous reconnecter au prochain démarrage.
