### Les mots de l’écran des agents.

## Lieux

sections = Rubriques
recents = Récents
# $count (nombre).
recents-count =
    { $count ->
        [one] Récents, { $count } conversation non lue
       *[other] Récents, { $count } conversations non lues
    }
queues = Files d’attente
# $count (nombre).
queues-count =
    { $count ->
        [one] Files d’attente, { $count } conversation en attente
       *[other] Files d’attente, { $count } conversations en attente
    }
settings = Paramètres
# $name (texte) : nom de l’agent à cet écran. $status (texte) : l’un des mots ci-dessous.
me = { $name }, { $status }
me-menu = Votre statut
status = Statut
status-available = Disponible
status-away = Absent
status-do_not_disturb = Ne pas déranger
status-offline = Hors ligne
my-queues = En service dans
thread = Messages de la conversation
group-ringing = Sonne pour vous
group-mine = Les vôtres
group-waiting = En attente
group-archived = Archivées
group-supervised = Des autres
archived = Archivées
show-which = Quelles conversations
show-open = Ouvertes
show-archived = Archivées
empty-recents = Aucune conversation pour l’instant. Ce qui sonne pour vous et ce que vous prenez s’affiche ici.
mention = Nommer un collègue
show-waiting = Depuis combien de temps
waiting-any = Toute attente
waiting-over = Plus de { $count } min
empty-waiting = Personne n’attend depuis aussi longtemps.
empty-queues = Personne n’attend dans vos files. Les nouvelles conversations s’affichent ici.
pick-recents = Choisissez une conversation dans la liste.
empty-supervised = Aucune conversation ouverte chez vos collègues en ce moment.
pick-supervised = Choisissez la conversation d’un collègue. Le fil indique que vous l’avez lue.
empty-archived = Rien n’est archivé. Ce que vous avez traité ou archivé s’affiche ici.
pick-archived = Choisissez une conversation archivée.
pick-queues = Choisissez une conversation en attente : la plus ancienne est en haut.

## Lignes de la liste

channel-live_chat = Live Chat
channel-whatsapp = WhatsApp
channel-messenger = Facebook Messenger
channel-sms = SMS
# Suivi d’une durée, lu par les lecteurs d’écran.
waiting-since = Attend depuis
# $count (nombre).
unread =
    { $count ->
        [one] { $count } message non lu
       *[other] { $count } messages non lus
    }
# $text (texte) : début de ce qui est écrit.
preview-draft = ✎ Brouillon : { $text }
# $text (texte) : début de ce qui est écrit.
preview-note = Note : { $text }
# $text (texte) : début de ce qui est écrit.
preview-mine = Vous : { $text }
# $author (texte) : nom d’un collègue. $text (texte) : début de ce qui est écrit.
preview-out = { $author } : { $text }

## La conversation ouverte

back = Retour
supervised = Supervision
# $name (texte) : nom du responsable.
overseen = Responsable : { $name }. Vos notes ne sont que pour { $name } ; le client ne voit rien.
overseen-unowned = Personne n’est encore responsable.
take-over = Reprendre
reassign = Réattribuer
whisper = Note pour le responsable
take = Prendre
transfer = Transférer
release = Remettre en file
deal-with = Traité
deal-with-about = Terminé : ferme et archive la conversation
dealt-with-done = Traité : la conversation est close et archivée.
mark-unread = Marquer comme non lu
archive = Archiver
archive-done = Archivée. La conversation reviendra avec le prochain message.
unarchive = Désarchiver
end-session = Terminer la session de chat…
block-visitor = Bloquer l’utilisateur anonyme…
block-done = Bloqué. Le visiteur apprend seulement que la conversation est terminée.
delete-conversation = Supprimer…
undo = Annuler
menu = Autres actions
state-closed = terminée
state-unowned = en attente
state-mine = à vous
# $name (texte) : nom du client.
unknown-sender = { $name } n’est pas dans vos contacts.
add-contact = Ajouter le contact
reply = Répondre
ignore = Ignorer
note-label = Note (non envoyée)
# $count (nombre).
new-messages =
    { $count ->
        [one] { $count } nouveau message
       *[other] { $count } nouveaux messages
    }
to-end = Derniers messages
heard = Messages qui viennent d’arriver
# $name (texte) : nom du client, ou de collègues. $count (nombre) : combien ils sont.
typing =
    { $count ->
        [one] { $name } écrit…
       *[other] { $name } écrivent…
    }
# Pour les lignes système que cette version ne connaît pas.
system-unknown = Quelque chose a changé
delivery-queued = en attente d’envoi
delivery-sent = envoyé
delivery-delivered = distribué
delivery-read = lu
delivery-failed = non envoyé

## Là où l’on écrit

composer = Réponse ou note
reply-tab = Réponse
answer-to = Répondre à ce message
# $name (texte) : qui a écrit le message.
answering-to = Réponse à { $name }
answer-without = Ne pas citer
quote-unknown = Un message plus ancien
note = Note
write-reply = Écrivez votre réponse
write-takes = Écrivez votre réponse : elle prend la conversation
write-note = Note pour vos collègues
take-first = Prenez d’abord la conversation pour répondre
not-yours = Seul le responsable de la conversation peut répondre
no-note = Vous ne pouvez pas laisser de note ici
closed-composer = Cette conversation est terminée.
enter-sends = Entrée pour envoyer
ctrl-enter-sends = Ctrl Entrée pour envoyer
note-hint = Jamais envoyée au client
cannot-write = Réponse impossible pour l’instant
send = Envoyer
add-note = Ajouter la note

## Conversations entre collègues

new-chat = Nouvelle conversation
new-chat-with = Avec qui ?
your-groups = Vos groupes
group-name = Nom du groupe (facultatif)
create-group = Créer le groupe
write-to = Écrire
# $count (nombre) : membres. $online (nombre) : ceux qui sont là.
chat-members =
    { $count ->
        [one] { $count } membre, { $online } en ligne
       *[other] { $count } membres, { $online } en ligne
    }
is-muted = en sourdine
mute = Mettre en sourdine
unmute = Rétablir le son
members = Membres
members-menu = Membres…
# $name (texte) : le nom de l’agent lui-même.
you = { $name } (vous)
remove = Retirer
# $name (texte) : nom d’un collègue.
remove-member = Retirer { $name }
add-members = Ajouter des membres
all-members = Tous vos collègues en sont déjà membres.
rename = Renommer
rename-title = Renommer le groupe
leave = Quitter le groupe
leave-title = Quitter le groupe ?
leave-warning = Vous ne verrez plus cette conversation. Un membre pourra vous y ajouter de nouveau.
deactivated = Désactivé
# $name (texte) : le collègue ou le groupe.
write-chat = Écrivez à { $name }
colleague-gone = Ce collègue n’est plus actif
# $names (texte) : noms de collègues, en liste.
seen-by = Vu par { $names }
seen-by-all = Vu par tous

## Dialogues

close = Fermer
cancel = Annuler
add = Ajouter
# $name (texte) : nom du client.
confirm-end-session-title = Terminer le chat avec { $name } ?
confirm-end-session = Le visiteur est averti que la conversation est terminée. Elle reste dans votre liste jusqu’à ce que vous l’ayez traitée.
confirm-end-session-do = Terminer la session de chat
# $name (texte) : nom du client.
confirm-delete-title = Supprimer la conversation avec { $name } ?
confirm-delete = Elle disparaît pour tout le monde, sans retour possible. Le journal d’audit garde qu’elle a été supprimée, et par qui.
confirm-delete-do = Supprimer

## Bloquer un visiteur, et la liste de ceux qui le sont

# $name (texte) : nom du client.
block-title = Bloquer { $name } ?
block-about = La session de chat se termine, et personne ne peut plus écrire depuis cette adresse pendant la durée choisie. Le visiteur apprend seulement que la conversation est terminée.
# $address (texte) : adresse IP. $count (nombre) : autres visiteurs qui l’ont.
block-address = { $count ->
        [0] Adresse : { $address }. Aucun autre visiteur connu n’a cette adresse.
        [one] Adresse : { $address }. Un autre visiteur a la même adresse et serait bloqué aussi.
       *[other] Adresse : { $address }. { $count } autres visiteurs ont la même adresse et seraient bloqués aussi.
    }
block-protected = Cette adresse est protégée : elle ne peut jamais être bloquée.
block-unknown = L’adresse de ce visiteur n’est pas connue ou ne l’est plus : il ne peut pas être bloqué.
# $time (texte) : heure ou jour.
block-until = Ce visiteur est déjà bloqué jusqu’à : { $time }.
block-forever = Ce visiteur est déjà bloqué, sans limite de durée.
block-period = Durée
block-hours-1 = 1 heure
block-hours-24 = 1 jour
block-hours-168 = 7 jours
block-hours-720 = 30 jours
block-hours-0 = Jusqu’à ce que quelqu’un le débloque
block-reason = Motif (pour vos collègues)
block-do = Bloquer
blocks-about = Personne ne peut ouvrir de chat depuis ces adresses. Chaque déblocage est gardé dans le journal d’audit.
blocks-none = Aucune adresse n’est bloquée.
# $name (texte) : nom d’un collègue. $time (texte) : heure ou jour.
blocked-by = Bloquée par { $name }, { $time }
# $time (texte) : heure ou jour.
blocked-by-hub = Bloquée par l’administrateur du serveur, { $time }
# $time (texte) : heure ou jour.
blocked-until = jusqu’à : { $time }
blocked-forever = sans limite de durée
# $count (nombre) : tentatives. $time (texte) : heure ou jour de la dernière.
blocked-hits = { $count ->
        [one] une tentative ({ $time })
       *[other] { $count } tentatives (dernière : { $time })
    }
blocked-no-hits = aucune tentative
unblock = Débloquer
# $network (texte) : adresse IP.
unblock-network = Débloquer { $network }
# $network (texte) : adresse IP.
unblock-done = On peut de nouveau écrire depuis { $network }.
transfer-title = Transférer la conversation
transfer-search = Nom ou numéro interne
transfer-to = À qui ?
transfer-nobody = Personne de ce nom.
transfer-note = Note pour qui la reçoit (facultatif)
transfer-warning = Vous ne verrez plus cette conversation.
# $count (nombre).
load =
    { $count ->
        [one] { $count } conversation
       *[other] { $count } conversations
    }
queue = File d’attente
contact-name = Nom
email = E-mail
phone = Téléphone

## Informations

information = Informations
conversation = Conversation
fact-channel = Canal
fact-queue = File
fact-owner = Responsable
fact-opened = Ouverte
visitor = Visiteur
fact-address = Adresse IP
fact-page = Page
fact-referrer = Venu de
fact-browser = Navigateur
fact-language = Langue
fact-local-time = Heure locale
owner-me = Vous
owner-nobody = Personne encore
reach-email = E-mail
reach-call = Appeler
reach-sms = Envoyer un SMS
history = Historique avec tous les agents
history-none = C’est la première conversation.
history-back = Retour à l’historique
loading = Chargement…
more = Afficher plus
past-older = Messages plus anciens
past-nobody = Sans réponse
past-waiting = en attente
past-owned = en cours
past-dealt-with = traitée
past-ended-by-agent = terminée par l’agent
past-ended-by-visitor = terminée par le visiteur
past-idle = fermée après un long silence

## Touches

shortcuts = Raccourcis clavier
shortcut-neighbour = Conversation précédente, suivante
shortcut-unread = Conversation non lue précédente, suivante
shortcut-note = Réponse ou note
shortcut-section = Partie suivante, précédente de l’écran
shortcut-back = Un pas en arrière
# Le nom de la touche sur le clavier.
key-end = Fin

## Brouillons non envoyés

unsent-drafts = Brouillons non envoyés
unsent-about = Vos textes qui n’ont pas pu partir, gardés 30 jours.
unsent-none = Aucun brouillon.
copy = Copier
copied = Texte copié.
delete = Supprimer

## Avis

notices = Messages de l’application
open = Ouvrir
see-drafts = Voir les brouillons
news-one = Nouveau message
# $name (texte) : nom du client. $about (texte) : sa file, ou le début du message.
news-from = { $name } · { $about }
# $count (nombre), au moins 3.
news-many = { $count } conversations ont de nouveaux messages.
# $by (texte) : nom d’un collègue.
gone-taken = { $by } a répondu en premier. Vous n’avez plus accès à cette conversation.
gone-taken-somebody = Un collègue a répondu en premier. Vous n’avez plus accès à cette conversation.
gone-transferred = La conversation a été transférée.
gone-deleted = La conversation a été supprimée.
gone-rights = Vos droits ont changé : cette conversation n’est plus visible.
gone-left = Vous avez quitté le groupe.
gone-removed = Vous n’êtes plus membre de ce groupe.
gone-released = La conversation est retournée dans sa file.
draft-kept = Votre texte est gardé dans Brouillons non envoyés.

## La connexion

# $time (texte) : heure.
connection-offline = Hors ligne depuis { $time } : vous voyez les données de cette heure-là.
# $count (nombre) : messages, notes et actions.
connection-waiting =
    { $count ->
        [one] { $count } envoi partira au retour du réseau.
       *[other] { $count } envois partiront au retour du réseau.
    }
connection-too-old = Cette application est trop ancienne pour le serveur. Vos données sont gardées : mettez l’application à jour.
connection-too-new = Le serveur est plus ancien que cette application. Vos données sont gardées : demandez à votre administrateur de le mettre à jour.
connection-signed-out = Vous n’êtes plus connecté. Vos brouillons sont gardés.
back-online = De nouveau en ligne, tout est à jour.

## Erreurs sans mots à elles ; les autres sont dans client.ftl

# $code (texte) : code de l’erreur.
error-other = Quelque chose n’a pas marché ({ $code }). Rien n’est perdu ; réessayez.
fatal = Guichet ne peut pas s’ouvrir
retry = Réessayer

## Connexion

sign-in-about = Le serveur de votre entreprise, et votre compte.
hub = Adresse du serveur
password = Mot de passe
sign-in = Se connecter
signing-in = Connexion…
sign-out = Se déconnecter
session-expired = Votre session a expiré. Vos brouillons sont gardés.

## Paramètres

settings-general = Général
settings-notifications = Notifications
settings-ringtone = Sonnerie
settings-account = Compte
photo = Photo
photo-about = JPEG, PNG, WebP ou GIF, 10 Mo au plus.
photo-choose = Choisir une photo…
photo-change = Changer de photo…
photo-remove = Retirer
photo-done = Votre photo est à jour.
own-name = Nom
own-name-about = Vos collègues et les clients le lisent.
password-change = Changer le mot de passe
password-old = Ancien mot de passe
password-new = Nouveau mot de passe
password-again = Nouveau mot de passe, une seconde fois
password-about = Au moins 12 caractères, difficiles à deviner.
password-end-others = Me déconnecter de mes autres appareils
password-differs = Les deux nouveaux mots de passe ne sont pas les mêmes.
password-done = Votre mot de passe est changé.
devices = Appareils et sessions
device-unknown = Appareil inconnu
device-current = Cet appareil
# $time (texte) : heure ou jour.
device-seen = Vu en dernier : { $time }
# $time (texte) : heure ou jour.
device-since = connecté depuis : { $time }
device-end = Déconnecter
# $name (texte) : nom de l’appareil. $time (texte) : heure ou jour de sa dernière activité.
device-end-named = Déconnecter { $name } ({ $time })
setting-language = Langue
language-system = Celle du système
language-fr = Français
language-en = English
setting-theme = Thème
theme-system = Celui du système
theme-light = Clair
theme-dark = Sombre
setting-enter_sends = Entrée envoie le message
show = Afficher
setting-notify_app = Notifications dans l’application
setting-notify_system = Notifications du système
setting-notify_content = Contenu des notifications
notify_content-text = Nom et texte
notify_content-queue = Nom et file
notify_content-none = « Nouveau message »
setting-ringtone = Sonner pour un nouveau message
setting-ringtone_volume = Volume
setting-ringtone_test = Essai de la sonnerie
test-ringtone = Écouter
keyring-file = Aucun trousseau du système : la clé de session est dans un fichier que vous seul pouvez lire.
keyring-memory = La clé de session n’a pas pu être gardée : il faudra vous reconnecter au prochain démarrage.

## Emoji

emoji = Emoji
emoji-search = Chercher un emoji
emoji-groups = Groupes d’emoji
emoji-recent = Récents
emoji-faces = Visages
emoji-people = Personnes
emoji-nature = Nature
emoji-food = Nourriture
emoji-travel = Voyages
emoji-activities = Activités
emoji-objects = Objets
emoji-symbols = Symboles
emoji-flags = Drapeaux
emoji-found =
    { $count ->
        [one] { $count } emoji trouvé
       *[other] { $count } emoji trouvés
    }
emoji-none = Aucun emoji de ce nom.
emoji-failed = Les emoji n’ont pas pu être chargés. Votre texte est gardé.
emoji-tone = Couleur de peau
emoji-tone-0 = Aucune
emoji-tone-1 = Claire
emoji-tone-2 = Assez claire
emoji-tone-3 = Moyenne
emoji-tone-4 = Assez foncée
emoji-tone-5 = Foncée

## Modèles de messages

templates = Modèles de messages
templates-about = Les textes que vos collègues insèrent dans leurs réponses. Ils sont dans cet ordre pour tout le monde.
template-search = Chercher un modèle
template-language = Langue
template-every-language = Toutes les langues
template-every-category = Tous
template-categories = Catégories
template-none = Aucun modèle pour l’instant.
template-none-found = Aucun modèle ne correspond.
template-hint = S’insère dans le texte, sans l’envoyer
# $count (number).
template-more = Afficher la suite ({ $count })
template-manage = Gérer
template-new = Nouveau modèle
template-change = Modifier le modèle
template-title = Titre
template-category = Catégorie
template-place = Pour
whole-company = Toute l’entreprise
# $language (text): a code such as fr.
template-in = Texte ({ $language })
language-code = Langue
language-code-about = fr, en, pt-BR…
template-add-language = Ajouter une langue
# $language (text): a code such as fr.
template-remove-language = Retirer la langue { $language }
save = Enregistrer
variables = Insérer une variable
variable-contact-first_name = Prénom du client
variable-contact-name = Nom du client
variable-agent-name = Votre nom
variable-queue-name = File d’attente
variable-date = Date du jour
# $count (number).
fields-left =
    { $count ->
        [one] Un champ à remplir
       *[other] { $count } champs à remplir
    }
# $count (number).
template-uses =
    { $count ->
        [one] inséré { $count } fois
       *[other] inséré { $count } fois
    }
# $title (text): of a template.
template-up = Monter « { $title } »
# $title (text): of a template.
template-down = Descendre « { $title } »
# $title (text): of a template.
template-edit = Modifier « { $title } »
# $title (text): of a template.
template-delete = Supprimer « { $title } »
# $title, $other (text): of templates.
template-moved-before = « { $title } » est maintenant avant « { $other } ».
# $title, $other (text): of templates.
template-moved-behind = « { $title } » est maintenant après « { $other } ».
template-delete-title = Supprimer le modèle
# $title (text): of a template.
template-delete-about = « { $title } » disparaîtra pour tout le monde.
template-files = Fichiers
template-file = modeles
template-import = Importer…
template-export-csv = Exporter en CSV
template-export-json = Exporter en JSON
# $path (text): of a file.
template-exported = Enregistré : { $path }
template-import-title = Importer des modèles
template-import-about = Un fichier CSV (department, category, title, language, text : une ligne par texte) ou JSON, comme ceux de l’exportation. Rien ne change avant votre accord.
template-import-file = Choisir un fichier…
# $count (number).
template-import-now =
    { $count ->
        [0] Importer
        [one] Importer { $count } modèle
       *[other] Importer { $count } modèles
    }
# $count (number).
template-imported =
    { $count ->
        [one] { $count } modèle importé.
       *[other] { $count } modèles importés.
    }
# $fresh, $changed, $unchanged, $bad (number).
import-summary = Nouveaux : { $fresh } · Modifiés : { $changed } · Identiques : { $unchanged } · Refusés : { $bad }
# $count (number).
import-bad =
    { $count ->
        [one] Une ligne est à corriger : rien n’est importé tant qu’elle reste.
       *[other] { $count } lignes sont à corriger : rien n’est importé tant qu’il en reste.
    }
# $line (number).
import-line = Ligne { $line }
# $count (number).
import-fresh = Nouveaux ({ $count })
# $count (number).
import-changed = Modifiés ({ $count })

## Administration

administration = Administration
admin-sections = Parties de l’administration
admin-agents = Agents
admin-queues = Files d’attente
admin-accounts = Comptes Live Chat
admin-departments = Services
admin-company = Entreprise
admin-blocks = Adresses bloquées
admin-audit = Journal
admin-edit = Modifier { $name }
admin-saved = Enregistré.
extension = Numéro interne
admin-agents-about = Qui répond, et avec quels rôles. Un nouvel agent choisit son mot de passe par un lien que vous lui transmettez.
admin-agent-new = Nouvel agent
admin-agent-create = Créer et inviter
admin-agent-change = Modifier l’agent
admin-agent-search = Nom, e-mail ou numéro interne
admin-agent-off = désactivé
admin-invite = Lien d’accès
admin-invite-of = Lien d’accès pour { $name }
admin-activate = Réactiver
admin-activate-of = Réactiver { $name }
admin-roles = Rôles
admin-roles-about = Sans rôle, un agent répond dans les files dont il est membre.
role-none = Aucun rôle
role-agent = Agent
role-receptionist = Réceptionniste
role-manager = Responsable
role-department_owner = Propriétaire du service
role-system_admin = Administrateur système
role-system_owner = Propriétaire système
admin-invitation = Lien pour { $name }
admin-invitation-about = Transmettez ce lien à { $name }. Il sert une fois, jusqu’au { $until }, et remplace tout lien précédent. Il n’est montré qu’ici.
admin-invitation-link = Lien d’invitation
admin-deactivate = Désactiver
admin-deactivate-title = Désactiver { $name } ?
admin-deactivate-about = Ses sessions se terminent aussitôt, ses conversations retournent dans leurs files, et rien ne reste sur ses ordinateurs. Son nom reste dans les conversations passées.
admin-departments-about = Un service réunit des agents. Des files, des modèles et des comptes lui appartiennent.
admin-departments-none = Aucun service : tout appartient à l’entreprise entière.
admin-department-new = Nouveau service
admin-department-change = Modifier le service
admin-hours-own = Ses propres horaires
admin-hours-company = Horaires de l’entreprise
admin-hours = Horaires d’ouverture
admin-zone = Fuseau horaire
admin-hours-always = Toujours ouvert
admin-day = Jour
admin-from = De
admin-to = À
admin-next-day = le lendemain
admin-times-add = Ajouter une plage
admin-times-remove = Supprimer cette plage
admin-holidays = Jours fériés
admin-date = Date
admin-holiday-name = Nom du jour férié
admin-holiday-add = Ajouter un jour férié
admin-holiday-remove = Supprimer ce jour férié
admin-company-name = Nom de l’entreprise
admin-country = Pays
admin-auto_close_days = Fermer après (jours sans activité)
admin-retention_months = Supprimer après (mois)
admin-never = Jamais
admin-history = Historique du client
admin-history-about = Les agents voient les conversations passées d’un client avec tous les agents et services.
admin-queues-about = Une file réunit des agents qui se partagent les nouvelles conversations.
admin-queues-none = Aucune file.
admin-queue-new = Nouvelle file
admin-queue-change = Modifier la file
admin-queue-team = Membres, dans l’ordre de priorité
admin-queue-nobody = Sans membre, seuls ceux qui supervisent voient ce qui attend ici.
admin-member-add = Ajouter un membre
admin-member-up = Monter { $name }
admin-member-down = Descendre { $name }
admin-member-remove = Retirer { $name }
admin-skill = Niveau { $skill }
admin-skill-of = Niveau de { $name }
admin-queue-distribution = Distribution
admin-queue-strategy = Qui sonne
admin-queue-ownership = Qui devient responsable
admin-queue-ring_secs = Temps de sonnerie (s)
admin-queue-widen_secs = Niveau suivant après (s)
admin-as-ring = Temps de sonnerie
admin-queue-capacity = Conversations par agent
admin-no-limit = Sans limite
admin-queue-longest_wait_secs = Attente maximale (s)
admin-queue-unanswered = Si personne ne répond
admin-queue-lease_secs = Reprise sans réponse (s)
admin-lease-none = Jamais
admin-queue-offered_only = Visible seulement pour qui sonne
admin-queue-offered_only-about = Quand personne n’est disponible, tous les membres la voient.
ownership-first_answer = Le premier qui répond
ownership-take_by_hand = Qui choisit Prendre
ownership-assign = Attribué automatiquement
unanswered-keep_ringing = Continuer de sonner
unanswered-away_text = Envoyer le texte d’absence
unanswered-next = Passer à { $name }
strategy-ring_all = Tous
strategy-hunt = Par ordre de priorité
strategy-hunt_random_start = Par ordre, départ au hasard
strategy-round_robin = À tour de rôle
strategy-longest_waiting = Le plus longtemps sans conversation
strategy-least_busy = Le moins occupé
strategy-fewest_answered = Le moins de réponses
strategy-hunt_by_threes = Trois par trois
strategy-first_three_available = Les trois premiers disponibles
strategy-skill_ring_all = Par compétence : tous
strategy-skill_random = Par compétence : au hasard
strategy-skill_round_robin = Par compétence : à tour de rôle
strategy-skill_fewest_answered = Par compétence : le moins de réponses
strategy-about-ring_all = Sonne chez tous les agents disponibles à la fois.
strategy-about-hunt = Sonne chez le premier disponible dans l’ordre, puis chez le suivant.
strategy-about-hunt_random_start = Comme par ordre de priorité, en commençant au hasard.
strategy-about-round_robin = Sonne chez celui qui suit le dernier servi.
strategy-about-longest_waiting = Sonne chez celui dont la dernière prise est la plus ancienne.
strategy-about-least_busy = Sonne chez celui qui a le moins de conversations ouvertes.
strategy-about-fewest_answered = Sonne chez celui qui en a pris le moins aujourd’hui.
strategy-about-hunt_by_threes = Sonne chez trois agents à la fois, dans l’ordre.
strategy-about-first_three_available = Sonne ensemble chez les trois premiers disponibles.
strategy-about-skill_ring_all = Sonne chez tous ceux du plus haut niveau, puis le niveau suivant aussi.
strategy-about-skill_random = Sonne chez un agent du plus haut niveau, au hasard, puis élargit.
strategy-about-skill_round_robin = Sonne à tour de rôle dans le plus haut niveau, puis élargit.
strategy-about-skill_fewest_answered = Sonne chez celui du plus haut niveau qui en a pris le moins aujourd’hui, puis élargit.
admin-accounts-about = Un compte Live Chat met le chat sur un site web et mène ses conversations à une file.
admin-accounts-none = Aucun compte : les visiteurs ne peuvent pas encore écrire.
admin-account-new = Nouveau compte
admin-account-change = Modifier le compte
admin-account-queue = Mène à
admin-account-sites = Sites qui montrent le chat
admin-account-sites-about = Un par ligne, sans chemin.
admin-account-look = Présentation
admin-account-corner = Coin de la page
corner-right = En bas à droite
corner-left = En bas à gauche
admin-account-color-own = Couleur de l’entreprise
admin-account-color = Couleur
admin-account-greeting = Accueil
admin-account-away = Texte d’absence
admin-account-away-hint = Sans texte, celui de Guichet.
admin-account-form = Formulaire du visiteur
ask-off = Non demandé
ask-optional = Facultatif
ask-required = Obligatoire
admin-account-consent = Consentement
admin-account-privacy = Page de confidentialité
admin-snippet = Code pour le site
admin-snippet-about = À placer dans chaque page qui doit montrer le chat, avant la fin du corps de la page.
admin-not-installed = Pas encore vu : ouvrez une page qui porte ce code.
admin-installed = Installé sur { $site }, vu le { $when }
admin-audit-about = Qui a fait quoi. Jamais le texte d’un client.
admin-audit-none = Rien n’est encore noté.
admin-audit-more = Montrer plus
admin-audit-hub = Le serveur
audit-blocked = a bloqué un visiteur
audit-unblocked = a débloqué un visiteur
audit-overseen = a lu une conversation en supervision
audit-taken-over = a repris une conversation de { $about }
audit-reassigned = a réattribué une conversation de { $about }
audit-deleted = a supprimé une conversation
audit-grants-set = a changé les rôles de { $about }
audit-activated = a réactivé { $about }
audit-deactivated = a désactivé { $about }
audit-agent-put = a créé ou modifié l’agent { $about }
audit-invited = a invité { $about }
audit-department-put = a créé ou modifié le service { $about }
audit-queue-put = a créé ou modifié la file { $about }
audit-account-put = a créé ou modifié le compte { $about }
audit-settings-put = a modifié les réglages de l’entreprise
invitation = Lien d’invitation
have-invitation = J’ai une invitation
have-account = J’ai déjà un mot de passe
new-password = Nouveau mot de passe
join = Choisir et se connecter
join-about = Collez le lien que votre administrateur vous a donné et choisissez un mot de passe de 12 caractères au moins.
# $count (number).
admin-queue-members =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
# $count (number).
admin-department-queues =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }

## Contacts

contacts = Contacts
contact-search = Rechercher un nom, un e-mail, un numéro
contact-new = Nouveau contact
# $count (number).
contact-count =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
contact-none = Le carnet d’adresses est vide.
contact-none-found = Aucun contact ne correspond.
# $count (number).
contact-more =
    { $count ->
        [one] Afficher { $count } contact de plus
       *[other] Afficher { $count } contacts de plus
    }
contact-files = Fichiers
contact-file = contacts
contact-file-one = contact
contact-import = Importer…
contact-export-csv = Exporter en CSV
contact-export-vcard = Exporter en vCard
# $path (text): of a file.
contact-exported = Exporté : { $path }
contact-no-talks = Aucune conversation pour l’instant.
contact-edit = Modifier
contact-edit-title = Modifier le contact
contact-also = Autre e-mail ou téléphone
contact-add-point = Ajouter un e-mail ou un téléphone
# $name (text): of a contact.
contact-saved = « { $name } » est enregistré.
contact-merge = Fusionner…
# $name (text): of a contact.
contact-merge-title = Fusionner un contact avec « { $name } »
contact-merge-search = Rechercher le doublon
contact-merge-who = Doublon
contact-merge-stays = Reste
contact-merge-goes = Disparaît
# $name, $other (text): of contacts.
contact-merge-about = Les conversations, e-mails et numéros de « { $other } » passent à « { $name } ». Cela ne peut pas être annulé.
contact-merge-do = Fusionner
# $name, $other (text): of contacts.
contact-merged = « { $other } » fait maintenant partie de « { $name } ».
contact-export = Exporter les données
contact-erase = Effacer…
# $name (text): of a contact.
contact-erase-title = Effacer « { $name } » ?
contact-erase-about = Le contact et toutes ses conversations, en cours ou terminées, disparaissent du serveur et de tous les ordinateurs. Le journal garde seulement qui l’a fait et quand. Cela ne peut pas être annulé.
contact-erase-do = Effacer tout
# $name (text): of a contact.
contact-erased = « { $name } » est effacé.
contact-import-title = Importer des contacts
contact-import-about = Un fichier CSV (name, email, phone, also : les autres, séparés par |) ou vCard. Rien ne change avant votre accord.
# $count (number).
contact-import-now =
    { $count ->
        [0] Importer
        [one] Importer { $count } contact
       *[other] Importer { $count } contacts
    }
# $count (number).
contact-imported =
    { $count ->
        [one] { $count } contact importé.
       *[other] { $count } contacts importés.
    }
# $count (number).
contact-import-others = et { $count } de plus
audit-contacts-merged = a fusionné deux contacts
# $about (text): how many.
audit-contacts-imported = a importé des contacts : { $about }
audit-contact-exported = a exporté les données d’un contact
audit-contacts-exported = a exporté le carnet d’adresses
audit-contact-erased = a effacé un contact
