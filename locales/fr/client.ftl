### Ce que l’application dit elle-même : notifications, noms, lignes système.

## Noms

# $number (nombre) : numéro court d’un visiteur qui n’a pas donné de nom.
client-visitor = Visiteur { $number }
client-visitor-unknown = Visiteur
# Un collègue dont le nom n’est pas connu de cet ordinateur.
client-somebody = Un collègue
# Un groupe sans nom et sans autre membre.
client-group = Groupe

## Notifications

client-notification-title = Guichet
client-notification-conversation = Nouvelle conversation
# $queue (texte) : nom de la file d’attente.
client-notification-conversation-queue = Nouvelle conversation · { $queue }
client-notification-message = Nouveau message
# $queue (texte) : nom de la file d’attente.
client-notification-message-queue = Nouveau message · { $queue }
# Ce que dit une notification d’un groupe. $author (texte) : nom d’un collègue. $text (texte) : ce qu’il a écrit.
client-notification-said = { $author } : { $text }

## Lignes système d’une conversation

system-taken-by-me = Vous avez pris la conversation
system-released-by-me = Vous avez remis la conversation en file
# $from (texte) : nom d’un collègue.
system-transferred-to-me = { $from } vous a transféré la conversation
system-contact-added-by-me = Vous avez ajouté ce contact au carnet d’adresses
# $agent (texte) : nom d’un agent.
system-taken = { $agent } a pris la conversation
system-released = { $agent } a remis la conversation en file
# $from, $to (textes) : noms d’agents.
system-transferred-agent = { $from } a transféré la conversation à { $to }
# $from (texte) : nom d’un agent. $queue (texte) : nom de la file d’attente.
system-transferred-queue = { $from } a transféré la conversation vers la file { $queue }
# $agent (texte) : nom d’un agent.
system-dealt-with = { $agent } a traité la conversation
system-dealt-with-by-me = Vous avez traité la conversation
system-archived = { $agent } a archivé la conversation
system-archived-by-me = Vous avez archivé la conversation
system-unarchived = { $agent } a désarchivé la conversation
system-unarchived-by-me = Vous avez désarchivé la conversation
system-reopened = { $agent } a rouvert la conversation
system-reopened-by-me = Vous avez rouvert la conversation
system-visitor-blocked = { $agent } a bloqué l’utilisateur anonyme
system-visitor-blocked-by-me = Vous avez bloqué l’utilisateur anonyme
system-ended-agent = { $agent } a terminé la session de chat
system-ended-agent-by-me = Vous avez terminé la session de chat
system-transfer-undone = { $agent } a annulé le transfert
system-transfer-undone-by-me = Vous avez annulé le transfert
system-assigned = La conversation a été attribuée à { $agent }
system-assigned-by-me = La conversation vous a été attribuée
system-overseen = { $agent } a lu la conversation au titre de la supervision
system-overseen-by-me = Vous avez lu la conversation au titre de la supervision
# $agent, $from (textes) : noms d’agents.
system-taken-over = { $agent } a repris la conversation de { $from }
# $by, $from, $to (textes) : noms d’agents.
system-reassigned-agent = { $by } a confié la conversation de { $from } à { $to }
# $by, $from (textes) : noms d’agents. $queue (texte) : nom de la file.
system-reassigned-queue = { $by } a remis la conversation de { $from } dans la file { $queue }
system-lease-ended = Absence prolongée de { $agent } : la conversation est revenue dans la file
# $queue (texte) : nom de la file.
system-moved-on = Personne n’a répondu : la conversation attend maintenant dans la file { $queue }
system-away-text = Personne n’a répondu : le client a reçu le message d’absence
system-closed-idle = Sans activité depuis longtemps, la conversation a été close
system-ended-visitor = Le visiteur a terminé la session de chat
system-contact-added = { $agent } a ajouté ce contact au carnet d’adresses
system-agent-deactivated = { $agent } a été désactivé ; la conversation est de retour en file

# $agent, $by (textes) : noms d’agents.
system-group-created-by-me = Vous avez créé le groupe
system-group-created = { $agent } a créé le groupe
system-group-renamed-by-me = Vous avez renommé le groupe
system-group-renamed = { $agent } a renommé le groupe
system-member-added-by-me = Vous avez ajouté { $agent }
system-member-added-me = { $by } vous a ajouté
system-member-added = { $by } a ajouté { $agent }
system-member-removed-by-me = Vous avez retiré { $agent }
system-member-removed-me = { $by } vous a retiré
system-member-removed = { $by } a retiré { $agent }
system-member-left-by-me = Vous avez quitté le groupe
system-member-left = { $agent } a quitté le groupe

## Erreurs : ce qui s’est passé, puis ce qu’on peut faire

error-bad-request = La demande n’a pas été comprise par le serveur.
error-too-large = C’est trop volumineux pour être envoyé.
error-unauthorized = La session a pris fin. Connectez-vous à nouveau.
error-wrong-credentials = L’adresse e-mail, le mot de passe ou le code est faux.
error-not-found = Cette conversation n’existe plus, ou n’est plus visible pour vous.
error-blocked = Personne ne peut écrire depuis cette adresse.
error-no-address = L’adresse de cet utilisateur n’est pas connue ou ne l’est plus : il ne peut pas être bloqué.
error-protected-address = Cette adresse est protégée : l’administrateur du serveur a choisi qu’elle ne puisse jamais être bloquée.
error-not-a-photo = Ce fichier n’est pas une image lisible (JPEG, PNG, WebP ou GIF), ou elle est trop grande.
error-wrong-password = L’ancien mot de passe n’est pas le bon.
error-origin-not-allowed = Ce site n’est pas autorisé.
error-too-many = Trop de demandes à la fois. Réessayez dans un instant.
error-id-reused = Ce message n’a pas pu être envoyé. Votre texte est dans les brouillons non envoyés.
error-weak-password = Choisissez un mot de passe de 12 à 128 caractères, difficile à deviner.
error-text-too-long = Le texte est trop long pour ce canal.
error-name-empty = Écrivez d’abord un nom.
error-text-empty = Écrivez d’abord un texte.
error-app-too-old = Cette version de Guichet est trop ancienne pour le serveur. Mettez l’application à jour.
error-hub-too-old = Le serveur est trop ancien pour cette version de Guichet. Demandez sa mise à jour.
error-unavailable = Le serveur ne peut rien enregistrer en ce moment. Rien n’est perdu, réessayez.
error-internal = Le serveur a rencontré une erreur. Réessayez.
error-taken = Quelqu’un d’autre a pris cette conversation. Votre texte est dans les brouillons non envoyés.
error-take-first = Prenez d’abord la conversation : cette file l’exige. Votre texte est dans les brouillons non envoyés.
error-not-owner = Seul le responsable de la conversation peut faire cela.
error-closed = La conversation est terminée. Votre texte est dans les brouillons non envoyés.
error-still-open = La conversation est encore ouverte.
error-no-queue = Cette conversation n’a pas de file où retourner. Transférez-la plutôt.
error-no-such-receiver = Ce destinataire n’existe pas ou n’est plus actif.
error-not-allowed = Votre rôle ne permet pas cela.
error-already-in-use = Ce nom ou cette adresse est déjà utilisé.
# $limit (nombre).
error-too-many-members = Un groupe a au plus { $limit } membres.
error-not-on-this-channel = Ce canal ne permet pas cela.
error-no-such-time-zone = Ce fuseau horaire n’existe pas.
error-bad-hours = Ces horaires ne sont pas possibles.
error-out-of-range = Une des valeurs sort des limites permises.
error-newer-open = Une conversation plus récente avec ce client est ouverte. Continuez dans celle-ci.
error-unowned = Personne n’est encore responsable de cette conversation. Prenez-la d’abord.
error-too-late = Il est trop tard pour annuler : le destinataire a déjà ouvert la conversation.
error-bad-language = « { $language } » n’est pas un code de langue. Écrivez par exemple fr, en ou pt-BR.
error-unknown-variable = La variable « { $name } » n’existe pas.
error-invalid =
    { $field ->
        [color] Cette couleur n’en est pas une.
        [country] Ce pays n’existe pas.
        [email] Cette adresse e-mail n’en est pas une.
        [extension] Un numéro interne a 12 chiffres au plus.
        [link] Cette adresse web n’en est pas une : elle commence par https://.
        [phone] Ce numéro de téléphone n’en est pas un. Écrivez-le avec son indicatif, par exemple +33 6 12 34 56 78.
        [role] Ce rôle ne se tient pas là.
        [site] Un site s’écrit https://www.exemple.fr, sans chemin.
       *[other] Ce champ n’est pas valide.
    }
error-not-an-invitation = Ce lien n’est pas une invitation. Collez-le en entier, tel que vous l’avez reçu.
error-same = C’est le même.
error-too-many-of = C’est plus que { $limit }, le maximum.
error-unknown-command = Cette version de Guichet ne connaît pas cette action.
error-bad-arguments = L’action n’a pas été comprise par l’application.
error-signed-out = Vous n’êtes pas connecté.
error-offline = Le serveur est injoignable. Vérifiez la connexion au réseau.
error-not-a-hub = Il n’y a pas de serveur Guichet à cette adresse.
error-insecure-address = Cette adresse n’est pas protégée. Utilisez une adresse en https://.
error-invalid-address = Ce n’est pas l’adresse d’un serveur.
error-link-not-allowed = Ce lien ne peut pas être ouvert.
error-unreachable-contact = Les coordonnées du client n’ont pas d’adresse ou de numéro valable pour cela.
error-cache-failed = Guichet ne peut pas lire ou écrire ses données sur cet ordinateur. Vérifiez l’espace libre.
error-cache-corrupt = Les données de Guichet sur cet ordinateur étaient endommagées. Vos textes lisibles ont été gardés, le reste revient du serveur.
error-desktop-failed = Le système n’a pas pu le faire.
error-keyring-failed = La session n’a pas pu être gardée de façon sûre sur cet ordinateur.
error-expired = Ce message attendait depuis trois jours. Il n’a pas été envoyé et se trouve dans les brouillons non envoyés.
error-gone = Cette conversation n’est plus chez vous. Votre texte est dans les brouillons non envoyés.

## Modèles de messages

error-template-gone = Ce modèle n’existe plus.
error-template-name-taken = Il y a déjà un modèle de ce titre dans cette catégorie.
error-template-title-empty = Le titre manque.
# $limit (number): characters.
error-template-title-too-long = Le titre a plus de { $limit } caractères.
error-template-category-empty = La catégorie manque.
# $limit (number): characters.
error-template-category-too-long = La catégorie a plus de { $limit } caractères.
error-template-no-text = Écrivez le texte dans une langue au moins.
# $language (text): a code such as fr.
error-template-text-empty = Le texte manque ({ $language }).
# $language (text): a code such as fr. $limit (number): characters.
error-template-text-too-long = Le texte a plus de { $limit } caractères ({ $language }).
# $name (text): a variable such as contact.name.
error-field-left = Il reste un champ à remplir : « { $name } ». Le message n’est pas parti.
error-import-empty = Le fichier est vide.
# $line (number).
error-import-unreadable = Le fichier ne se lit pas : ligne { $line }.
# $name (text): a heading.
error-import-no-column = Il manque la colonne « { $name } » dans la première ligne.
# $found, $expected (number).
error-import-columns = Il y a { $found } colonnes au lieu de { $expected }.
# $name (text): a code such as fr.
error-import-twice = Ce modèle a déjà un texte dans la langue « { $name } ».
# $line (number).
error-import-again = Ce modèle est déjà à la ligne { $line }.
error-import-entry = Ce n’est pas un modèle : il faut une catégorie, un titre et des textes.
# $name (text): of a department.
error-import-department = Il n’y a pas de service « { $name } ».
error-import-bad-lines = Corrigez d’abord les lignes signalées : rien n’a été importé.
error-contact-gone = Ce contact n’existe plus.
# $line (number).
error-import-contact-again = Ce contact est déjà à la ligne { $line }.
error-import-card = Cette carte vCard n’est pas complète ou ne peut pas être lue.
