<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>ActionWords</name>
    <message>
        <source>Ctrl</source>
        <comment>key</comment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>key</comment>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Alt</source>
        <comment>key</comment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>key</comment>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>key</comment>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Backspace</source>
        <comment>key</comment>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>key</comment>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Page up</source>
        <comment>key</comment>
        <translation>Page préc.</translation>
    </message>
    <message>
        <source>Page down</source>
        <comment>key</comment>
        <translation>Page suiv.</translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>key</comment>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Selected post or comment</source>
        <translation>Publication ou commentaire choisi</translation>
    </message>
    <message>
        <source>This group</source>
        <translation>Ce groupe</translation>
    </message>
    <message>
        <source>Move about</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Parvis</source>
        <translation>Parvis</translation>
    </message>
    <message>
        <source>Choose one with J and K, then:</source>
        <translation>À choisir avec J et K, puis&#xa0;:</translation>
    </message>
    <message>
        <source>While a group is shown:</source>
        <translation>Quand un groupe est affiché&#xa0;:</translation>
    </message>
    <message>
        <source>List of groups</source>
        <translation>Liste des groupes</translation>
    </message>
    <message>
        <source>With the group that is chosen in it:</source>
        <translation>Avec le groupe qui y est choisi&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>to %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>This was deleted.</source>
        <translation>Ceci a été supprimé.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher la suite</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commenter</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglé</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>pas envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>Ouvrir le fil</translation>
    </message>
    <message>
        <source>With files</source>
        <translation>Avec des fichiers</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>⚠ refused</source>
        <translation>⚠ refusé</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>✓ on this computer</source>
        <translation>✓ sur ce poste</translation>
    </message>
    <message>
        <source>↑ waiting to be sent</source>
        <translation>↑ attend l’envoi</translation>
    </message>
    <message>
        <source>↑ being sent</source>
        <translation>↑ envoi en cours</translation>
    </message>
    <message>
        <source>⚠ two versions</source>
        <translation>⚠ deux versions</translation>
    </message>
    <message>
        <source>↓ will be fetched</source>
        <translation>↓ sera rapatrié</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>sur le serveur</translation>
    </message>
    <message>
        <source>no content yet</source>
        <translation>sans contenu</translation>
    </message>
    <message>
        <source>Locked by you until %1</source>
        <translation>Verrouillé par vous jusqu’à %1</translation>
    </message>
    <message>
        <source>Locked by %1 until %2</source>
        <translation>Verrouillé par %1 jusqu’à %2</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Pas encore envoyée</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>waits · %1</source>
        <translation>en attente · %1</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%1&#xa0;% de %2</translation>
    </message>
    <message>
        <source>waits · %1 % of %2</source>
        <translation>en attente · %1&#xa0;% de %2</translation>
    </message>
    <message>
        <source>Somebody else has locked this document. Wait until it is free, or save yours under another name.</source>
        <translation>Quelqu’un d’autre a verrouillé ce document. Attendez qu’il soit libre, ou enregistrez le vôtre sous un autre nom.</translation>
    </message>
    <message>
        <source>Something else has this name here. Choose another one.</source>
        <translation>Ce nom est déjà pris ici. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The file changes while it is read. Close it in the other program, then try again.</source>
        <translation>Le fichier change pendant qu’on le lit. Fermez-le dans l’autre programme, puis réessayez.</translation>
    </message>
    <message>
        <source>This document is not on this computer. It can be fetched when there is a line.</source>
        <translation>Ce document n’est pas sur ce poste. Il pourra être rapatrié quand le réseau sera là.</translation>
    </message>
    <message>
        <source>These are too many files at once. Add them in parts.</source>
        <translation>Cela fait trop de fichiers à la fois. Ajoutez-les en plusieurs fois.</translation>
    </message>
    <message>
        <source>This name cannot be used. Leave out slashes, and keep it shorter than 200 letters.</source>
        <translation>Ce nom ne convient pas. Évitez les barres obliques, et restez sous 200 lettres.</translation>
    </message>
    <message>
        <source>A document stays in its group. Save it, and add it to the other one.</source>
        <translation>Un document reste dans son groupe. Enregistrez-le, puis ajoutez-le à l’autre.</translation>
    </message>
    <message>
        <source>The file cannot be read or written. Look whether the disk is full and whether you may use that folder.</source>
        <translation>Le fichier ne peut être ni lu ni écrit. Vérifiez que le disque n’est pas plein et que ce dossier vous est permis.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>changed by %1, %2</source>
        <translation>modifié par %1, %2</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>kept here</source>
        <translation>gardé sur ce poste</translation>
    </message>
    <message>
        <source>✓ kept here</source>
        <translation>✓ gardé ici</translation>
    </message>
    <message>
        <source>Somebody else has locked this document: what you save becomes a version beside theirs.</source>
        <translation>Quelqu’un d’autre a verrouillé ce document&#xa0;: ce que vous enregistrez devient une version à côté de la sienne.</translation>
    </message>
    <message>
        <source>You can read this document, but not change it here.</source>
        <translation>Vous pouvez lire ce document, mais pas le modifier ici.</translation>
    </message>
    <message>
        <source>This document is no longer there. Your file stays as it is.</source>
        <translation>Ce document n’est plus là. Votre fichier reste tel quel.</translation>
    </message>
    <message>
        <source>The file was moved or removed by the other program. Open the document again.</source>
        <translation>L’autre programme a déplacé ou supprimé le fichier. Ouvrez de nouveau le document.</translation>
    </message>
    <message>
        <source>Another program keeps the file to itself. It is read as soon as that one lets go.</source>
        <translation>Un autre programme garde le fichier pour lui. Il sera lu dès que celui-ci le lâchera.</translation>
    </message>
    <message>
        <source>The disk is full. What you saved is taken as soon as there is room.</source>
        <translation>Le disque est plein. Ce que vous avez enregistré sera pris dès qu’il y aura de la place.</translation>
    </message>
</context>
<context>
    <name>FileSentences</name>
    <message>
        <source>not sent: %1</source>
        <translation>non envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <source>sending %1 %</source>
        <translation>envoi %1&#x202f;%</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>sur ce poste</translation>
    </message>
    <message>
        <source>being fetched…</source>
        <translation>en cours de réception…</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>sur le serveur</translation>
    </message>
    <message>
        <source>This file is larger than the server takes.</source>
        <translation>Ce fichier est plus gros que ce que le serveur accepte.</translation>
    </message>
    <message>
        <source>The group has no room left for files. Ask its owner or your administrator.</source>
        <translation>Le groupe n’a plus de place pour des fichiers. Adressez-vous à son propriétaire ou à votre administrateur.</translation>
    </message>
    <message>
        <source>You have no room left for files on the server. Ask your administrator.</source>
        <translation>Vous n’avez plus de place pour des fichiers sur le serveur. Adressez-vous à votre administrateur.</translation>
    </message>
    <message>
        <source>The server no longer has what was sent of it. Send it again.</source>
        <translation>Le serveur n’a plus ce qui en avait été envoyé. Envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>It was damaged on its way several times. Send it again.</source>
        <translation>Il a été endommagé plusieurs fois en chemin. Envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>It did not arrive whole. Send it again.</source>
        <translation>Il n’est pas arrivé entier. Envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>Its content is not on the server. Send it again.</source>
        <translation>Son contenu n’est pas sur le serveur. Envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>The server does not have this file any more.</source>
        <translation>Le serveur n’a plus ce fichier.</translation>
    </message>
    <message>
        <source>It was removed from this computer before it was sent.</source>
        <translation>Il a été supprimé de ce poste avant d’être envoyé.</translation>
    </message>
    <message>
        <source>It was damaged on this computer before it was sent.</source>
        <translation>Il a été endommagé sur ce poste avant d’être envoyé.</translation>
    </message>
    <message>
        <source>It cannot be written to this disk. Free some space, then try again.</source>
        <translation>Il ne peut pas être écrit sur ce disque. Libérez de l’espace, puis réessayez.</translation>
    </message>
    <message>
        <source>What the server sends is damaged. Tell your administrator.</source>
        <translation>Ce que le serveur envoie est endommagé. Prévenez votre administrateur.</translation>
    </message>
    <message>
        <source>A file cannot have this name. Choose another.</source>
        <translation>Un fichier ne peut pas porter ce nom. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The server does not accept what is said of this file.</source>
        <translation>Le serveur n’accepte pas ce qui est dit de ce fichier.</translation>
    </message>
    <message>
        <source>A folder cannot be put into itself.</source>
        <translation>Un dossier ne peut pas être placé dans lui-même.</translation>
    </message>
    <message>
        <source>Somebody else has locked this document.</source>
        <translation>Quelqu’un d’autre a verrouillé ce document.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Il y a déjà un fichier de ce nom.</translation>
    </message>
    <message>
        <source>The text that it goes with was refused.</source>
        <translation>Le texte qu’il accompagne a été refusé.</translation>
    </message>
    <message>
        <source>This picture cannot be shown. Save it to look at it.</source>
        <translation>Cette image ne peut pas être affichée. Enregistrez-la pour la regarder.</translation>
    </message>
    <message>
        <source>This picture is too large to be shown. Save it to look at it.</source>
        <translation>Cette image est trop grande pour être affichée. Enregistrez-la pour la regarder.</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>il n’est plus là</translation>
    </message>
    <message>
        <source>it is a folder; choose the files in it</source>
        <translation>c’est un dossier&#x202f;; choisissez les fichiers qu’il contient</translation>
    </message>
    <message>
        <source>you may not read it</source>
        <translation>vous n’avez pas le droit de le lire</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <source>it is larger than 4 GiB</source>
        <translation>il dépasse 4&#xa0;Gio</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s)</source>
        <translation>
            <numerusform>%n autre fichier</numerusform>
            <numerusform>%n autres fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not sent</source>
        <translation>
            <numerusform>%n fichier non envoyé</numerusform>
            <numerusform>%n fichiers non envoyés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be sent</source>
        <translation>
            <numerusform>%n fichier encore à envoyer</numerusform>
            <numerusform>%n fichiers encore à envoyer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupWords</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Its posts.</source>
        <translation>Ses publications.</translation>
    </message>
    <message>
        <source>About this group</source>
        <translation>À propos de ce groupe</translation>
    </message>
    <message>
        <source>What it is for, its rules, its owners, what is pinned.</source>
        <translation>À quoi il sert, ses règles, ses propriétaires, ce qui est épinglé.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Who is in this group, and with which role.</source>
        <translation>Qui est dans ce groupe, et avec quel rôle.</translation>
    </message>
    <message>
        <source>Mark everything as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Nothing in this group is new any more.</source>
        <translation>Plus rien n’est nouveau dans ce groupe.</translation>
    </message>
    <message>
        <source>Pin to the top of the list</source>
        <translation>Épingler en haut de la liste</translation>
    </message>
    <message>
        <source>Unpin from the list</source>
        <translation>Désépingler de la liste</translation>
    </message>
    <message>
        <source>Keeps the group above the others.</source>
        <translation>Garde le groupe au-dessus des autres.</translation>
    </message>
    <message>
        <source>Mute: no alerts</source>
        <translation>Mettre en sourdine&#xa0;: aucune alerte</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ne plus mettre en sourdine</translation>
    </message>
    <message>
        <source>It alerts you no more; its posts stay.</source>
        <translation>Il ne vous alerte plus&#x202f;; ses publications restent.</translation>
    </message>
    <message>
        <source>Follow in my feed</source>
        <translation>Suivre dans mon fil</translation>
    </message>
    <message>
        <source>Leave out of my feed</source>
        <translation>Retirer de mon fil</translation>
    </message>
    <message>
        <source>Whether its posts come into your feed.</source>
        <translation>Si ses publications viennent dans votre fil.</translation>
    </message>
    <message>
        <source>Archive the group</source>
        <translation>Archiver le groupe</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sortir des archives</translation>
    </message>
    <message>
        <source>It stays readable, and nobody writes in it.</source>
        <translation>Il reste lisible, et plus personne n’y écrit.</translation>
    </message>
    <message>
        <source>Leave the group…</source>
        <translation>Quitter le groupe…</translation>
    </message>
    <message>
        <source>Its posts are removed from this computer.</source>
        <translation>Ses publications sont retirées de ce poste.</translation>
    </message>
    <message>
        <source>Join the group</source>
        <translation>Rejoindre le groupe</translation>
    </message>
    <message>
        <source>Read and write in it.</source>
        <translation>Y lire et y écrire.</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Retirer la demande</translation>
    </message>
    <message>
        <source>You no longer ask to join.</source>
        <translation>Vous ne demandez plus à le rejoindre.</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Demander à entrer…</translation>
    </message>
    <message>
        <source>Its owners answer.</source>
        <translation>Ses propriétaires répondent.</translation>
    </message>
    <message>
        <source>Documents of the group</source>
        <translation>Documents du groupe</translation>
    </message>
    <message>
        <source>Its folders and files.</source>
        <translation>Ses dossiers et ses fichiers.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>This link hides where it leads. It opens %1. Open it all the same?</source>
        <translation>Ce lien cache sa destination. Il ouvre %1. L’ouvrir quand même&#x202f;?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>This link cannot be opened: only web and mail addresses can.</source>
        <translation>Ce lien ne peut pas être ouvert&#xa0;: seules les adresses web et de courriel le peuvent.</translation>
    </message>
    <message>
        <source>Careful: this leads to %1</source>
        <translation>Attention&#xa0;: ceci mène à %1</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>Mène à %1</translation>
    </message>
</context>
<context>
    <name>PostWords</name>
    <message>
        <source>Open the thread</source>
        <translation>Ouvrir le fil</translation>
    </message>
    <message>
        <source>The post with all its comments.</source>
        <translation>La publication et tous ses commentaires.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Write a comment in its thread.</source>
        <translation>Écrire un commentaire dans son fil.</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Réagir…</translation>
    </message>
    <message>
        <source>Answer with an emoji.</source>
        <translation>Répondre d’un émoji.</translation>
    </message>
    <message>
        <source>Open the first link</source>
        <translation>Ouvrir le premier lien</translation>
    </message>
    <message>
        <source>In the browser, after its real address was shown.</source>
        <translation>Dans le navigateur, après avoir montré sa vraie adresse.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Keeps the post in sight in its group.</source>
        <translation>Garde la publication en vue dans son groupe.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change what you wrote; the history is kept.</source>
        <translation>Changer ce que vous avez écrit&#x202f;; l’historique est gardé.</translation>
    </message>
    <message>
        <source>Who reacted…</source>
        <translation>Qui a réagi…</translation>
    </message>
    <message>
        <source>The names behind the counts.</source>
        <translation>Les noms derrière les nombres.</translation>
    </message>
    <message>
        <source>What is selected, or all of it.</source>
        <translation>La sélection, ou tout le texte.</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>As it was written.</source>
        <translation>Tel qu’il a été écrit.</translation>
    </message>
    <message>
        <source>Select the text</source>
        <translation>Sélectionner le texte</translation>
    </message>
    <message>
        <source>With Shift and the arrows after V, a part of it.</source>
        <translation>Avec Maj et les flèches après V, une partie.</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Mettre un signet</translation>
    </message>
    <message>
        <source>Find it again in your bookmarks.</source>
        <translation>À retrouver dans vos signets.</translation>
    </message>
    <message>
        <source>History of edits…</source>
        <translation>Historique des modifications…</translation>
    </message>
    <message>
        <source>What it said before.</source>
        <translation>Ce qu’elle disait avant.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>For a message or a document: it opens here.</source>
        <translation>Pour un message ou un document&#xa0;: il s’ouvre ici.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>For everybody; for some seconds it can be taken back.</source>
        <translation>Pour tout le monde&#x202f;; annulable pendant quelques secondes.</translation>
    </message>
    <message>
        <source>Pictures and files…</source>
        <translation>Images et fichiers…</translation>
    </message>
    <message>
        <source>Look at them, open or save them.</source>
        <translation>Les regarder, les ouvrir ou les enregistrer.</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;min</numerusform>
            <numerusform>il y a %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;h</numerusform>
            <numerusform>il y a %n&#xa0;h</numerusform>
        </translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>aujourd’hui, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>hier, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>weekday, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>long date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Réception en cours</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Hors ligne depuis %1</translation>
    </message>
    <message>
        <source>complete up to %1</source>
        <translation>complet jusqu’à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n pas envoyé</numerusform>
            <numerusform>%n pas envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Older messages are still arriving: what is found may not be everything.</source>
        <translation>Des messages plus anciens arrivent encore&#xa0;: tout n’est peut-être pas trouvé.</translation>
    </message>
    <message>
        <source>Complete back to %1; what is older is still arriving.</source>
        <translation>Complet depuis %1&#x202f;; ce qui est plus ancien arrive encore.</translation>
    </message>
    <message>
        <source>The server cannot be reached. What you write is kept and sent later.</source>
        <translation>Le serveur est injoignable. Ce que vous écrivez est gardé et partira plus tard.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted: nothing was sent. Ask your IT.</source>
        <translation>Le certificat du serveur n’est pas reconnu&#xa0;: rien n’a été envoyé. Voyez avec votre service informatique.</translation>
    </message>
    <message>
        <source>This Parvis is too old for your server. Install the new version.</source>
        <translation>Ce Parvis est trop ancien pour votre serveur. Installez la nouvelle version.</translation>
    </message>
    <message>
        <source>Your server is too old for this Parvis. Tell your IT.</source>
        <translation>Votre serveur est trop ancien pour ce Parvis. Prévenez votre service informatique.</translation>
    </message>
    <message>
        <source>The server has a fault. Parvis tries again by itself.</source>
        <translation>Le serveur a un défaut. Parvis réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network, then try again.</source>
        <translation>Le serveur est injoignable. Vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>This changed meanwhile. Look again, then decide.</source>
        <translation>Ceci a changé entre-temps. Regardez de nouveau, puis décidez.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood. Tell your IT.</source>
        <translation>La réponse du serveur est incompréhensible. Prévenez votre service informatique.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk refused to write. Free some space, then try again; your text is still here.</source>
        <translation>Le disque de cet ordinateur a refusé l’écriture. Libérez de la place, puis réessayez&#x202f;; votre texte est toujours là.</translation>
    </message>
    <message>
        <source>This was interrupted. Try again.</source>
        <translation>Cela a été interrompu. Réessayez.</translation>
    </message>
    <message>
        <source>Something in this is not accepted: %1</source>
        <translation>Quelque chose n’est pas accepté&#xa0;: %1</translation>
    </message>
    <message>
        <source>No server answers at this address. Check the address and the network.</source>
        <translation>Aucun serveur ne répond à cette adresse. Vérifiez l’adresse et le réseau.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little, then try again.</source>
        <translation>Trop d’essais. Attendez un peu, puis réessayez.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Le nom ou le mot de passe est faux.</translation>
    </message>
    <message>
        <source>This profile already belongs to another person or company. Sign out there first.</source>
        <translation>Ce profil appartient déjà à une autre personne ou à une autre entreprise. Déconnectez-la d’abord.</translation>
    </message>
    <message>
        <source>This address is not complete: it looks like https://parvis.example.com</source>
        <translation>Cette adresse n’est pas complète&#xa0;: elle ressemble à https://parvis.example.com</translation>
    </message>
    <message>
        <source>Your account is disabled.</source>
        <translation>Votre compte est désactivé.</translation>
    </message>
    <message>
        <source>This place no longer exists.</source>
        <translation>Ce lieu n’existe plus.</translation>
    </message>
    <message>
        <source>You are not a member of this group.</source>
        <translation>Vous n’êtes pas membre de ce groupe.</translation>
    </message>
    <message>
        <source>Guests may not do this.</source>
        <translation>Les invités ne peuvent pas faire cela.</translation>
    </message>
    <message>
        <source>The group is archived: it can be read, not written to.</source>
        <translation>Le groupe est archivé&#xa0;: on peut le lire, plus y écrire.</translation>
    </message>
    <message>
        <source>Only its author may change this.</source>
        <translation>Seul son auteur peut changer ceci.</translation>
    </message>
    <message>
        <source>Only an owner or a moderator of the group may do this.</source>
        <translation>Seul un propriétaire ou un modérateur du groupe peut faire cela.</translation>
    </message>
    <message>
        <source>This belongs to somebody else.</source>
        <translation>Ceci appartient à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Only the server may change this.</source>
        <translation>Seul le serveur peut changer ceci.</translation>
    </message>
    <message>
        <source>You are the last owner: name another one first.</source>
        <translation>Vous êtes le dernier propriétaire&#xa0;: nommez-en d’abord un autre.</translation>
    </message>
    <message>
        <source>What this belongs to was deleted meanwhile.</source>
        <translation>Ce dont ceci dépend a été supprimé entre-temps.</translation>
    </message>
    <message>
        <source>You no longer have access to this place.</source>
        <translation>Vous n’avez plus accès à ce lieu.</translation>
    </message>
    <message>
        <source>It hangs on something that was refused.</source>
        <translation>Cela dépend d’un envoi qui a été refusé.</translation>
    </message>
    <message>
        <source>The server no longer knows whether it arrived. Look before you send it again.</source>
        <translation>Le serveur ne sait plus si c’est arrivé. Vérifiez avant de renvoyer.</translation>
    </message>
    <message>
        <source>This short name is taken: choose another.</source>
        <translation>Ce nom court est déjà pris&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Le texte est trop long.</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>Le serveur l’a refusé (%1).</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouvelle publication</translation>
    </message>
    <message>
        <source>Deletion of a post</source>
        <translation>Suppression d’une publication</translation>
    </message>
    <message>
        <source>Change of a post</source>
        <translation>Modification d’une publication</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>Nouveau commentaire</translation>
    </message>
    <message>
        <source>Deletion of a comment</source>
        <translation>Suppression d’un commentaire</translation>
    </message>
    <message>
        <source>Change of a comment</source>
        <translation>Modification d’un commentaire</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Réaction</translation>
    </message>
    <message>
        <source>Reaction taken back</source>
        <translation>Réaction retirée</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Nouveau groupe</translation>
    </message>
    <message>
        <source>Change of a group</source>
        <translation>Modification d’un groupe</translation>
    </message>
    <message>
        <source>Leaving a group</source>
        <translation>Départ d’un groupe</translation>
    </message>
    <message>
        <source>Joining a group</source>
        <translation>Entrée dans un groupe</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Read mark</source>
        <translation>Marque de lecture</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Signet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Communautés</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Centres d’intérêt</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Communauté</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Centre d’intérêt</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>Private: found by all, read by its members</source>
        <translation>Privé&#xa0;: chacun le trouve, ses membres le lisent</translation>
    </message>
    <message>
        <source>Public: everybody may join</source>
        <translation>Public&#xa0;: chacun peut le rejoindre</translation>
    </message>
    <message>
        <source>Secret: only its members know of it</source>
        <translation>Secret&#xa0;: seuls ses membres le connaissent</translation>
    </message>
    <message>
        <source>member</source>
        <translation>membre</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>invité</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>modérateur</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>Company wall</source>
        <translation>Mur de l’entreprise</translation>
    </message>
    <message>
        <source>Wall of %1</source>
        <translation>Mur de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 et d’autres</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membre</numerusform>
            <numerusform>%n membres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n nouvelle publication</numerusform>
            <numerusform>%n nouvelles publications</numerusform>
        </translation>
    </message>
    <message>
        <source>robot</source>
        <translation>robot</translation>
    </message>
    <message>
        <source>%1, guest</source>
        <translation>%1, invité</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>%1 commented, %2: %3</source>
        <translation>%1 a commenté, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 in %2, %3: %4</source>
        <translation>%1 dans %2, %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>pas envoyé</translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n réaction</numerusform>
            <numerusform>%n réactions</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid at the date that this computer shows. If that date is right, tell your IT.</source>
        <translation>Le certificat du serveur n’est pas valable à la date qu’indique cet ordinateur. Si cette date est juste, prévenez votre service informatique.</translation>
    </message>
    <message>
        <source>Your session has ended: the password was changed, or this computer was signed out. Sign in again; what is not sent yet is kept.</source>
        <translation>Votre session a pris fin&#xa0;: le mot de passe a été changé, ou cet ordinateur a été déconnecté. Reconnectez-vous&#x202f;; ce qui n’est pas encore envoyé est gardé.</translation>
    </message>
    <message>
        <source>Your account is disabled. Ask your administrator; what is not sent yet is kept.</source>
        <translation>Votre compte est désactivé. Adressez-vous à votre administrateur&#x202f;; ce qui n’est pas encore envoyé est gardé.</translation>
    </message>
    <message>
        <source>The clock of this computer differs from the server&apos;s by more than ten minutes. Set it: times are shown wrongly.</source>
        <translation>L’horloge de cet ordinateur diffère de celle du serveur de plus de dix minutes. Réglez-la&#xa0;: les heures affichées sont fausses.</translation>
    </message>
    <message>
        <source>The disk cannot be written: it may be full. Free some space; Parvis goes on by itself.</source>
        <translation>Impossible d’écrire sur le disque&#xa0;: il est peut-être plein. Libérez de la place&#x202f;; Parvis reprend de lui-même.</translation>
    </message>
    <message>
        <source>This computer has no keychain, so your session is not kept: you sign in again after each start. What you read and wrote is here all the same.</source>
        <translation>Cet ordinateur n’a pas de trousseau de clés, votre session n’est donc pas gardée&#xa0;: vous vous reconnectez à chaque démarrage. Ce que vous avez lu et écrit reste là.</translation>
    </message>
    <message>
        <source>Your session is kept in the keychain of this computer.</source>
        <translation>Votre session est gardée dans le trousseau de clés de cet ordinateur.</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>vous mentionne</translation>
    </message>
    <message>
        <source>replies to your comment</source>
        <translation>répond à votre commentaire</translation>
    </message>
    <message>
        <source>comments on your post</source>
        <translation>commente votre publication</translation>
    </message>
    <message>
        <source>mentions a group of yours</source>
        <translation>mentionne un de vos groupes</translation>
    </message>
    <message>
        <source>writes on your wall</source>
        <translation>écrit sur votre mur</translation>
    </message>
    <message>
        <source>goes on in a thread of yours</source>
        <translation>poursuit un fil où vous avez écrit</translation>
    </message>
    <message>
        <source>%1 %2, in %3, %4: %5</source>
        <comment>who, why, place, time, text</comment>
        <translation>%1 %2, dans %3, %4&#xa0;: %5</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>pas encore mesuré</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>good: the server answers in %1</source>
        <translation>bonne&#xa0;: le serveur répond en %1</translation>
    </message>
    <message>
        <source>slow: the server answers in %1</source>
        <translation>lente&#xa0;: le serveur répond en %1</translation>
    </message>
    <message>
        <source>very slow: the server answers in %1</source>
        <translation>très lente&#xa0;: le serveur répond en %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>nothing: the server has everything</source>
        <translation>rien&#xa0;: le serveur a tout</translation>
    </message>
    <message>
        <source>The company</source>
        <translation>L’entreprise</translation>
    </message>
    <message>
        <source>Directory and walls</source>
        <translation>Annuaire et murs</translation>
    </message>
    <message>
        <source>Your own: memberships, drafts, marks</source>
        <translation>À vous&#xa0;: groupes, brouillons, repères</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>Un groupe</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>everything since %1</source>
        <translation>tout depuis %1</translation>
    </message>
    <message>
        <source>not all here yet</source>
        <translation>pas encore tout</translation>
    </message>
    <message>
        <source>Setting of a place</source>
        <translation>Réglage d’un lieu</translation>
    </message>
    <message>
        <source>Request to join a group</source>
        <translation>Demande d’entrée dans un groupe</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>Demande retirée</translation>
    </message>
    <message>
        <source>Refusal of a request</source>
        <translation>Refus d’une demande</translation>
    </message>
    <message>
        <source>Scheduled post</source>
        <translation>Publication programmée</translation>
    </message>
    <message>
        <source>Cancelling of a scheduled post</source>
        <translation>Annulation d’une publication programmée</translation>
    </message>
    <message>
        <source>Change of a scheduled post</source>
        <translation>Modification d’une publication programmée</translation>
    </message>
    <message>
        <source>You have asked to join: no answer yet</source>
        <translation>Vous avez demandé à entrer&#xa0;: pas encore de réponse</translation>
    </message>
    <message>
        <source>Your request was refused</source>
        <translation>Votre demande a été refusée</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s)</source>
        <translation>
            <numerusform>%n nouveau commentaire</numerusform>
            <numerusform>%n nouveaux commentaires</numerusform>
        </translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Dans vos signets</translation>
    </message>
    <message>
        <source>Post on the company wall</source>
        <translation>Publication sur le mur de l’entreprise</translation>
    </message>
    <message>
        <source>Post in %1</source>
        <translation>Publication dans %1</translation>
    </message>
    <message>
        <source>Post on the wall of %1</source>
        <translation>Publication sur le mur de %1</translation>
    </message>
    <message>
        <source>Comment on a post of %1</source>
        <translation>Commentaire d’une publication de %1</translation>
    </message>
    <message>
        <source>Answer to %1</source>
        <translation>Réponse à %1</translation>
    </message>
    <message>
        <source>Edit of your text</source>
        <translation>Modification de votre texte</translation>
    </message>
    <message>
        <source>For a place that is not here any more</source>
        <translation>Pour un endroit qui n’est plus ici</translation>
    </message>
    <message>
        <source>You are a member of this group already.</source>
        <translation>Vous êtes déjà membre de ce groupe.</translation>
    </message>
    <message>
        <source>This is there already.</source>
        <translation>Cela existe déjà.</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page&#xa0;%1</translation>
    </message>
    <message>
        <source>sheet %1</source>
        <translation>feuille&#xa0;%1</translation>
    </message>
    <message>
        <source>slide %1</source>
        <translation>diapositive&#xa0;%1</translation>
    </message>
    <message>
        <source>File of a post or comment</source>
        <translation>Fichier d’une publication ou d’un commentaire</translation>
    </message>
    <message>
        <source>With %1</source>
        <comment>2 pictures, 1 file</comment>
        <translation>Avec %1</translation>
    </message>
</context>
<context>
    <name>parvis::app::Presence</name>
    <message>
        <source>Parvis keeps running</source>
        <translation>Parvis reste actif</translation>
    </message>
    <message>
        <source>You are still told what concerns you. Its sign in the tray opens the window, or quits.</source>
        <translation>Ce qui vous concerne vous est encore signalé. Son icône dans la zone de notification ouvre la fenêtre, ou quitte.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>parvis::app::Session</name>
    <message>
        <source>Preparing the demo company…</source>
        <translation>Préparation de l’entreprise de démonstration…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ActionModel</name>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> ou </translation>
    </message>
</context>
<context>
    <name>parvis::ui::AskDialog</name>
    <message>
        <source>Ask to join %1</source>
        <translation>Demander à entrer dans %1</translation>
    </message>
    <message>
        <source>An owner or a moderator answers. The members of the group see the request while it waits.</source>
        <translation>Un propriétaire ou un modérateur répond. Les membres du groupe voient la demande tant qu’elle attend.</translation>
    </message>
    <message>
        <source>Why you would like to join (not needed)</source>
        <translation>Pourquoi vous aimeriez entrer (facultatif)</translation>
    </message>
    <message>
        <source>Why you would like to join</source>
        <translation>Pourquoi vous aimeriez entrer</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Envoyer la demande</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>parvis::ui::BodyView</name>
    <message>
        <source>Only the beginning is shown here.</source>
        <translation>Seul le début est affiché ici.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Column</name>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
</context>
<context>
    <name>parvis::ui::CompanyButton</name>
    <message>
        <source>shown</source>
        <translation>affichée</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>needs your attention</source>
        <translation>demande votre attention</translation>
    </message>
    <message>
        <source>Join another company…</source>
        <translation>Rejoindre une autre entreprise…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::CompareDialog</name>
    <message>
        <source>Versions of %1</source>
        <translation>Versions de %1</translation>
    </message>
    <message>
        <source>Difference of two versions</source>
        <translation>Différence de deux versions</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De&#xa0;: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>À&#xa0;: %1</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Rapatriement…</translation>
    </message>
    <message>
        <source>These versions are too long to be compared here. Save both, and compare them in their program.</source>
        <translation>Ces versions sont trop longues pour être comparées ici. Enregistrez les deux, et comparez-les dans leur programme.</translation>
    </message>
    <message>
        <source>The contents of both are the same.</source>
        <translation>Les deux ont le même contenu.</translation>
    </message>
    <message>
        <source>These are no texts: Parvis cannot compare them. Save both, and compare them in their program.</source>
        <translation>Ce ne sont pas des textes&#xa0;: Parvis ne peut pas les comparer. Enregistrez les deux, et comparez-les dans leur programme.</translation>
    </message>
    <message>
        <source>Green and underlined: added. Struck through: removed.</source>
        <translation>Vert et souligné&#xa0;: ajouté. Barré&#xa0;: supprimé.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Composer</name>
    <message>
        <source>Where to post</source>
        <translation>Où publier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Markdown · Ctrl+Enter sends</source>
        <translation>Markdown · Ctrl+Entrée envoie</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Company wall</source>
        <translation>Mur de l’entreprise</translation>
    </message>
    <message>
        <source>The draft could not be kept: %1</source>
        <translation>Le brouillon n’a pas pu être gardé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Brouillon gardé</translation>
    </message>
    <message>
        <source>This is too long to be sent. Shorten it, or part it in two.</source>
        <translation>C’est trop long pour être envoyé. Raccourcissez, ou faites-en deux.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Pas envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>L’utiliser</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>L’abandonner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Mise en forme</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émoji</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Another draft, %1: “%2”</source>
        <translation>Un autre brouillon, %1&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Plus tard…</translation>
    </message>
    <message>
        <source>Write the post first, then choose its time.</source>
        <translation>Écrivez d’abord la publication, puis choisissez son heure.</translation>
    </message>
    <message>
        <source>Scheduled for %1.</source>
        <translation>Programmée pour le %1.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends the text with its files</source>
        <translation>Ctrl+Entrée envoie le texte avec ses fichiers</translation>
    </message>
    <message>
        <source>A post with files cannot wait for a time: send it now, or remove them.</source>
        <translation>Une publication avec des fichiers ne peut pas attendre une heure&#xa0;: envoyez-la maintenant, ou retirez-les.</translation>
    </message>
    <message>
        <source>The files are still being read.</source>
        <translation>Les fichiers sont encore en cours de lecture.</translation>
    </message>
    <message>
        <source>“%1” changes while it is read. Save it in its program, then try again.</source>
        <translation>«&#xa0;%1&#xa0;» change pendant sa lecture. Enregistrez-le dans son programme, puis réessayez.</translation>
    </message>
    <message>
        <source>“%1” cannot be read any more. Remove it here, or put it back.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut plus être lu. Retirez-le ici, ou remettez-le à sa place.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ComposerCompletion</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s). The arrows choose, Tab takes one.</source>
        <translation>
            <numerusform>%n suggestion. Les flèches choisissent, Tab la prend.</numerusform>
            <numerusform>%n suggestions. Les flèches choisissent, Tab en prend une.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::ComposerEdit</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Barré</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Liste numérotée</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Move the item in</source>
        <translation>Décaler l’élément vers l’intérieur</translation>
    </message>
    <message>
        <source>Move the item out</source>
        <translation>Décaler l’élément vers l’extérieur</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Recherche de suggestions…</translation>
    </message>
    <message>
        <source>“%1” is right: add it to my words</source>
        <translation>«&#xa0;%1&#xa0;» est juste&#xa0;: l’ajouter à mes mots</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Aucune suggestion</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ComposerFiles</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Files that go with it</source>
        <translation>Fichiers joints</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>Not attached: %1.</source>
        <translation>Non joint&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ContextPanel</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>All members (%1)</source>
        <translation>Tous les membres (%1)</translation>
    </message>
    <message>
        <source>Languages: %1</source>
        <translation>Langues&#xa0;: %1</translation>
    </message>
    <message>
        <source>The newest posts of your groups and of the walls, in order of time. Nothing is ranked by popularity.</source>
        <translation>Les dernières publications de vos groupes et des murs, dans l’ordre du temps. Rien n’est classé par popularité.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglé</translation>
    </message>
    <message>
        <source>About this group</source>
        <translation>À propos du groupe</translation>
    </message>
    <message>
        <source>About this group, its rules</source>
        <translation>À propos du groupe, ses règles</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to join</source>
        <translation>
            <numerusform>%n demande d’entrée</numerusform>
            <numerusform>%n demandes d’entrée</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups in common</source>
        <translation>Groupes en commun</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::CreateGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>Nouveau groupe</translation>
    </message>
    <message>
        <source>Create the group</source>
        <translation>Créer le groupe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Qui le voit</translation>
    </message>
    <message>
        <source>A group needs a title, and a short name of small letters, digits and hyphens.</source>
        <translation>Il faut un titre au groupe, et un nom court en minuscules, chiffres et traits d’union.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DateDialog</name>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Go to the posts of</source>
        <translation>Aller aux publications du</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mois précédent</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mois suivant</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DiskCard</name>
    <message>
        <source>Space on this computer</source>
        <translation>Place sur cet ordinateur</translation>
    </message>
    <message>
        <source>Cache, which the server can send again</source>
        <translation>Cache, que le serveur peut renvoyer</translation>
    </message>
    <message>
        <source>Outbox, which the server does not have yet</source>
        <translation>Boîte d’envoi, que le serveur n’a pas encore</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Autres fichiers</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Libérer de la place</translation>
    </message>
    <message>
        <source>Writes the cache anew without its gaps. Nothing is lost.</source>
        <translation>Réécrit le cache sans ses vides. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Cache: %1</source>
        <translation>Cache&#xa0;: %1</translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>Boîte d’envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Other files: %1</source>
        <translation>Autres fichiers&#xa0;: %1</translation>
    </message>
    <message>
        <source>Writing the cache anew…</source>
        <translation>Réécriture du cache…</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>Place libérée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>There was nothing to free.</source>
        <translation>Il n’y avait rien à libérer.</translation>
    </message>
    <message>
        <source>The folder could not be opened. It is %1</source>
        <translation>Le dossier n’a pas pu être ouvert. Il s’agit de %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentActions</name>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nom du dossier</translation>
    </message>
    <message>
        <source>This document is not on this computer. It will be fetched when there is a line.</source>
        <translation>Ce document n’est pas sur ce poste. Il sera rapatrié dès que le réseau sera là.</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Rapatriement…</translation>
    </message>
    <message>
        <source>This document has no content yet.</source>
        <translation>Ce document n’a pas encore de contenu.</translation>
    </message>
    <message>
        <source>“%1” is a program or a script. Parvis does not open it. Save it only if you know where it comes from.</source>
        <translation>«&#xa0;%1&#xa0;» est un programme ou un script. Parvis ne l’ouvre pas. Ne l’enregistrez que si vous savez d’où il vient.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Kept on this computer, complete and current.</source>
        <translation>Gardé sur ce poste, complet et à jour.</translation>
    </message>
    <message>
        <source>No longer kept on this computer.</source>
        <translation>N’est plus gardé sur ce poste.</translation>
    </message>
    <message>
        <source>All documents of the group are kept on this computer, complete and current.</source>
        <translation>Tous les documents du groupe sont gardés sur ce poste, complets et à jour.</translation>
    </message>
    <message>
        <source>Locked for eight hours: what others write becomes a version of its own.</source>
        <translation>Verrouillé pour huit heures&#xa0;: ce que d’autres écrivent devient une version à part.</translation>
    </message>
    <message>
        <source>Unlocked.</source>
        <translation>Déverrouillé.</translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation>«&#xa0;%1&#xa0;» est dans la corbeille.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are in the trash.</source>
        <translation>
            <numerusform>%n document est dans la corbeille.</numerusform>
            <numerusform>%n documents sont dans la corbeille.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is back.</source>
        <translation>C’est revenu.</translation>
    </message>
    <message>
        <source>A name cannot be empty.</source>
        <translation>Un nom ne peut pas être vide.</translation>
    </message>
    <message>
        <source>A name cannot have a slash.</source>
        <translation>Un nom ne peut pas contenir de barre oblique.</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>Renommé.</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>Il n’y a aucun fichier dedans.</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n file(s)…</source>
        <translation>
            <numerusform>Ajout de %n fichier…</numerusform>
            <numerusform>Ajout de %n fichiers…</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are kept, as two documents.</source>
        <translation>Les deux sont gardées, comme deux documents.</translation>
    </message>
    <message>
        <source>Chosen. The other version stays in the history.</source>
        <translation>C’est choisi. L’autre version reste dans l’historique.</translation>
    </message>
    <message>
        <source>Version %1 is the latest again, as a new version.</source>
        <translation>La version %1 est de nouveau la dernière, comme nouvelle version.</translation>
    </message>
    <message>
        <source>Take out of the trash</source>
        <translation>Sortir de la corbeille</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Fetch to this computer</source>
        <translation>Rapatrier sur ce poste</translation>
    </message>
    <message>
        <source>Keep on this computer</source>
        <translation>Garder sur ce poste</translation>
    </message>
    <message>
        <source>No longer keep on this computer</source>
        <translation>Ne plus garder sur ce poste</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Break the lock</source>
        <translation>Forcer le verrou</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Put into the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>No program on this computer opens files of this kind. Save it, and open it with the program of your choice.</source>
        <translation>Aucun programme de ce poste n’ouvre ce genre de fichier. Enregistrez-le, et ouvrez-le avec le programme de votre choix.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentDelegate</name>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentList</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentModel</name>
    <message>
        <source>v%1</source>
        <comment>short: version</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Modifié par</translation>
    </message>
    <message>
        <source>When</source>
        <comment>column: when it was changed</comment>
        <translation>Le</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentPanel</name>
    <message>
        <source>v%1</source>
        <comment>short: version</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Show the preview larger</source>
        <translation>Agrandir l’aperçu</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Garder la leur</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n choisi</numerusform>
            <numerusform>%n choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>Two versions were written at the same time, by %1. Nothing is lost: choose which one goes on.</source>
        <translation>Deux versions ont été écrites en même temps, par %1. Rien n’est perdu&#xa0;: choisissez celle qui continue.</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two names</comment>
        <translation> et </translation>
    </message>
    <message>
        <source>Two versions were written at the same time. Nothing is lost: choose which one goes on.</source>
        <translation>Deux versions ont été écrites en même temps. Rien n’est perdu&#xa0;: choisissez celle qui continue.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Compare with the one before…</source>
        <translation>Comparer avec la précédente…</translation>
    </message>
    <message>
        <source>Make this version the latest</source>
        <translation>Reprendre cette version</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Open in another program: what is saved there becomes a version by itself.</source>
        <translation>Ouvert dans un autre programme&#xa0;: ce qui y est enregistré devient une version de lui-même.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentsPage</name>
    <message>
        <source>Where this is</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Which documents</source>
        <translation>Quels documents</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>Gardés ici</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En chemin</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Filter the documents</source>
        <translation>Filtrer les documents</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nouveau dossier…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add files from this computer</source>
        <translation>Ajouter des fichiers de ce poste</translation>
    </message>
    <message>
        <source>No name here has these letters.</source>
        <translation>Aucun nom ici ne contient ces lettres.</translation>
    </message>
    <message>
        <source>Nothing is kept here yet. What you keep on this computer is always complete and current, offline too.</source>
        <translation>Rien n’est encore gardé ici. Ce que vous gardez sur ce poste est toujours complet et à jour, même hors ligne.</translation>
    </message>
    <message>
        <source>You have added no document yet.</source>
        <translation>Vous n’avez encore ajouté aucun document.</translation>
    </message>
    <message>
        <source>No document waits for a decision.</source>
        <translation>Aucun document n’attend de décision.</translation>
    </message>
    <message>
        <source>There is no document in your groups yet. Open a group, and drop files into it.</source>
        <translation>Il n’y a pas encore de document dans vos groupes. Ouvrez un groupe, et déposez-y des fichiers.</translation>
    </message>
    <message>
        <source>This folder is no longer there. Somebody has put it into the trash.</source>
        <translation>Ce dossier n’est plus là. Quelqu’un l’a mis à la corbeille.</translation>
    </message>
    <message>
        <source>The trash is empty. What is put here can be taken out for 30 days.</source>
        <translation>La corbeille est vide. Ce qu’on y met peut en être ressorti pendant 30 jours.</translation>
    </message>
    <message>
        <source>Drop files or folders here: they are sent as soon as the network allows.</source>
        <translation>Déposez des fichiers ou des dossiers ici&#xa0;: ils partent dès que le réseau le permet.</translation>
    </message>
    <message>
        <source>There is no document here.</source>
        <translation>Il n’y a pas de document ici.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message numerus="yes">
        <source>%n to be moved: go to the folder, and paste.</source>
        <translation>
            <numerusform>%n à déplacer&#xa0;: allez dans le dossier, et collez.</numerusform>
            <numerusform>%n à déplacer&#xa0;: allez dans le dossier, et collez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Posts of the group</source>
        <translation>Publications du groupe</translation>
    </message>
    <message>
        <source>Keep all of it on this computer</source>
        <translation>Tout garder sur ce poste</translation>
    </message>
    <message>
        <source>No longer keep all of it</source>
        <translation>Ne plus tout garder</translation>
    </message>
    <message>
        <source>Trash of the group</source>
        <translation>Corbeille du groupe</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Montrer dans son dossier</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Choose one to see it here.</source>
        <translation>Choisissez-en un pour le voir ici.</translation>
    </message>
    <message>
        <source>Being edited</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>You have no document open in another program, and none locked.</source>
        <translation>Aucun document n’est ouvert dans un autre programme, ni verrouillé par vous.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DraftsPage</name>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>No draft</source>
        <translation>Aucun brouillon</translation>
    </message>
    <message>
        <source>What you begin to write is kept by itself, and waits for you here and on your other computers.</source>
        <translation>Ce que vous commencez à écrire se garde tout seul et vous attend ici et sur vos autres ordinateurs.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Go on with “%1”</source>
        <translation>Continuer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Discard “%1”</source>
        <translation>Abandonner «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Throw this draft away, on all your computers?</source>
        <translation>Jeter ce brouillon, sur tous vos ordinateurs&#x202f;?</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DraftsRow</name>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message numerus="yes">
        <source>Drafts · %n</source>
        <translation>
            <numerusform>Brouillon · %n</numerusform>
            <numerusform>Brouillons · %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::EditGroupDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>What is expected of those who write here. Markdown.</source>
        <translation>Ce que l’on attend de ceux qui écrivent ici. Markdown.</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Qui le voit</translation>
    </message>
    <message>
        <source>A group needs a title.</source>
        <translation>Il faut un titre au groupe.</translation>
    </message>
    <message>
        <source>The description and the rules have at most %1 characters each.</source>
        <translation>La description et les règles ont chacune %1 caractères au plus.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Émoji</translation>
    </message>
    <message>
        <source>Search an emoji</source>
        <translation>Chercher un émoji</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Utilisés récemment</translation>
    </message>
    <message>
        <source>Smileys</source>
        <translation>Smileys</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Animaux et nature</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Nourriture et boissons</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Voyages et lieux</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objets</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symboles</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Drapeaux</translation>
    </message>
    <message>
        <source>No skin tone</source>
        <translation>Sans couleur de peau</translation>
    </message>
    <message>
        <source>Light skin tone</source>
        <translation>Peau claire</translation>
    </message>
    <message>
        <source>Medium-light skin tone</source>
        <translation>Peau moyennement claire</translation>
    </message>
    <message>
        <source>Medium skin tone</source>
        <translation>Peau légèrement mate</translation>
    </message>
    <message>
        <source>Medium-dark skin tone</source>
        <translation>Peau mate</translation>
    </message>
    <message>
        <source>Dark skin tone</source>
        <translation>Peau foncée</translation>
    </message>
    <message>
        <source>Skin tone: %1</source>
        <translation>Couleur de peau&#xa0;: %1</translation>
    </message>
    <message>
        <source>No emoji has this name, in English or in French.</source>
        <translation>Aucun émoji ne porte ce nom, ni en français ni en anglais.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::FeedPage</name>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour l’instant</translation>
    </message>
    <message>
        <source>Join a group, or write the first post: it appears here and on your colleagues&apos; screens.</source>
        <translation>Rejoignez un groupe, ou écrivez la première publication&#xa0;: elle paraîtra ici et chez vos collègues.</translation>
    </message>
    <message>
        <source>Write the first post: it is kept on this computer at once and sent when the network allows.</source>
        <translation>Écrivez la première publication&#xa0;: elle est gardée aussitôt sur ce poste et part dès que le réseau le permet.</translation>
    </message>
    <message>
        <source>Write a post…</source>
        <translation>Écrire une publication…</translation>
    </message>
    <message>
        <source>Share with %1…</source>
        <translation>Partager avec %1…</translation>
    </message>
    <message>
        <source>Write on the company wall…</source>
        <translation>Écrire sur le mur de l’entreprise…</translation>
    </message>
    <message>
        <source>Write on the wall of %1…</source>
        <translation>Écrire sur le mur de %1…</translation>
    </message>
    <message>
        <source>Share something…</source>
        <translation>Partager quelque chose…</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>You are not a member of this group</source>
        <translation>Vous n’êtes pas membre de ce groupe</translation>
    </message>
    <message>
        <source>Join it, or ask one of its members, to read and write here.</source>
        <translation>Rejoignez-le, ou demandez à l’un de ses membres, pour y lire et y écrire.</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>Aucun signet pour l’instant</translation>
    </message>
    <message>
        <source>Press B on a post or comment: it is kept here, for you alone.</source>
        <translation>Appuyez sur B sur une publication ou un commentaire&#xa0;: vous le retrouverez ici, pour vous seul.</translation>
    </message>
    <message>
        <source>↑ Newest posts</source>
        <translation>↑ Publications les plus récentes</translation>
    </message>
    <message>
        <source>Newest posts</source>
        <translation>Publications les plus récentes</translation>
    </message>
    <message numerus="yes">
        <source>%n unread: go to the first</source>
        <translation>
            <numerusform>%n non lue&#xa0;: aller à la première</numerusform>
            <numerusform>%n non lues&#xa0;: aller à la première</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the first unread post</source>
        <translation>Aller à la première publication non lue</translation>
    </message>
</context>
<context>
    <name>parvis::ui::FeedView</name>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Edited %1: show what changed</source>
        <translation>Modifié le %1&#xa0;: voir ce qui a changé</translation>
    </message>
</context>
<context>
    <name>parvis::ui::FileOpener</name>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>“%1” is a program. It may do anything that you may do on this computer, so Parvis does not open it. Save it only if you expected it and trust who sent it.</source>
        <translation>«&#xa0;%1&#xa0;» est un programme. Il peut faire sur ce poste tout ce que vous pouvez y faire&#xa0;: Parvis ne l’ouvre donc pas. Ne l’enregistrez que si vous l’attendiez et faites confiance à qui l’a envoyé.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>“%1” is being fetched.</source>
        <translation>«&#xa0;%1&#xa0;» est en cours de réception.</translation>
    </message>
    <message>
        <source>“%1” is on the server. It is fetched when there is a connection.</source>
        <translation>«&#xa0;%1&#xa0;» est sur le serveur. Il sera reçu quand il y aura une connexion.</translation>
    </message>
    <message>
        <source>“%1” cannot be fetched: %2</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être reçu&#xa0;: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>It could not be saved there: %1</source>
        <translation>Il n’a pas pu être enregistré à cet endroit&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1” is on this computer now.</source>
        <translation>«&#xa0;%1&#xa0;» est maintenant sur ce poste.</translation>
    </message>
    <message>
        <source>No program on this computer opens “%1”. Save it and open it yourself.</source>
        <translation>Aucun programme de ce poste n’ouvre «&#xa0;%1&#xa0;». Enregistrez-le et ouvrez-le vous-même.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>La regarder</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>Ouvrir dans un autre programme</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Find in this place</source>
        <translation>Chercher dans ce lieu</translation>
    </message>
    <message>
        <source>Find in this place…</source>
        <translation>Chercher dans ce lieu…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Not in this place</source>
        <translation>Pas dans ce lieu</translation>
    </message>
    <message>
        <source>%1 of the newest %2</source>
        <comment>place in a list</comment>
        <translation>%1 des %2 plus récents</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place in a list</comment>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupActions</name>
    <message>
        <source>The posts of %1 are no longer in your feed. They still are in the group.</source>
        <translation>Les publications de %1 ne sont plus dans votre fil. Elles restent dans le groupe.</translation>
    </message>
    <message>
        <source>The posts of %1 are in your feed.</source>
        <translation>Les publications de %1 sont dans votre fil.</translation>
    </message>
    <message>
        <source>%1 alerts you again.</source>
        <translation>%1 vous alerte de nouveau.</translation>
    </message>
    <message>
        <source>%1 is muted: it alerts you no more.</source>
        <translation>%1 est en sourdine&#xa0;: plus aucune alerte.</translation>
    </message>
    <message>
        <source>%1 has your request. You see the answer in the list of groups.</source>
        <translation>%1 a votre demande. Vous verrez la réponse dans la liste des groupes.</translation>
    </message>
    <message>
        <source>Leave %1? Its posts are removed from this computer.</source>
        <translation>Quitter %1&#x202f;? Ses publications seront retirées de cet ordinateur.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupModel</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n non lue</numerusform>
            <numerusform>%1, %n non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglés</translation>
    </message>
    <message numerus="yes">
        <source>%1, folded, %n group(s)</source>
        <translation>
            <numerusform>%1, repliée, %n groupe</numerusform>
            <numerusform>%1, repliée, %n groupes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n group(s)</source>
        <translation>
            <numerusform>%1, %n groupe</numerusform>
            <numerusform>%1, %n groupes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, muted</source>
        <translation>%1, en sourdine</translation>
    </message>
    <message>
        <source>%1, not in your feed</source>
        <translation>%1, pas dans votre fil</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n request(s) to join</source>
        <translation>
            <numerusform>%1, %n demande d’entrée</numerusform>
            <numerusform>%1, %n demandes d’entrée</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupPage</name>
    <message>
        <source>About this group</source>
        <translation>À propos du groupe</translation>
    </message>
    <message>
        <source>Rules of the group</source>
        <translation>Règles du groupe</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>not in your feed</source>
        <translation>pas dans votre fil</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en sourdine</translation>
    </message>
    <message>
        <source>Read the posts</source>
        <translation>Lire les publications</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Retirer la demande</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Demander à entrer…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Who asks to join</source>
        <translation>Qui demande à entrer</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Refuse the request of %1</source>
        <translation>Refuser la demande de %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept the request of %1</source>
        <translation>Accepter la demande de %1</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglés</translation>
    </message>
    <message>
        <source>All members, add and remove…</source>
        <translation>Tous les membres, ajouter et retirer…</translation>
    </message>
    <message>
        <source>All members…</source>
        <translation>Tous les membres…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupsPage</name>
    <message>
        <source>Find a group…</source>
        <translation>Chercher un groupe…</translation>
    </message>
    <message>
        <source>Find a group</source>
        <translation>Chercher un groupe</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Nouveau groupe…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>There is no group yet. Make the first one.</source>
        <translation>Il n’y a pas encore de groupe. Créez le premier.</translation>
    </message>
    <message>
        <source>No group has these words. Try others, or make a new one.</source>
        <translation>Aucun groupe n’a ces mots. Essayez-en d’autres, ou créez un groupe.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Rejoindre %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Asked to join</source>
        <translation>Demandes en attente</translation>
    </message>
    <message>
        <source>To discover</source>
        <translation>À découvrir</translation>
    </message>
    <message>
        <source>My groups</source>
        <translation>Mes groupes</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivés</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to join</source>
        <translation>
            <numerusform>%n demande d’entrée</numerusform>
            <numerusform>%n demandes d’entrée</numerusform>
        </translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>À propos de %1</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Withdraw the request to join %1</source>
        <translation>Retirer la demande d’entrée dans %1</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Demander de nouveau…</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Demander à entrer…</translation>
    </message>
    <message>
        <source>Ask to join %1</source>
        <translation>Demander à entrer dans %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Header</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>More about this place</source>
        <translation>Autres actions pour ce lieu</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
</context>
<context>
    <name>parvis::ui::HistoryDialog</name>
    <message>
        <source>History of edits</source>
        <translation>Historique des modifications</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versions, de la plus récente à la plus ancienne</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Green and underlined: added. Struck through: removed.</source>
        <translation>Vert et souligné&#xa0;: ajouté. Barré&#xa0;: supprimé.</translation>
    </message>
    <message>
        <source>As first written</source>
        <translation>Première version</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version&#xa0;%1</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Version actuelle</translation>
    </message>
</context>
<context>
    <name>parvis::ui::HorizonButton</name>
    <message>
        <source>Shows the details</source>
        <translation>Montre les détails</translation>
    </message>
</context>
<context>
    <name>parvis::ui::HorizonPanel</name>
    <message>
        <source>How far this computer is up to date</source>
        <translation>Où en est cet ordinateur</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Dernier contact</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>La liaison</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Endroits</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Essayer de se connecter maintenant</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Se reconnecter…</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Ce qui attend d’être envoyé</translation>
    </message>
    <message>
        <source>none since the start</source>
        <translation>aucun depuis le démarrage</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>pas de connexion</translation>
    </message>
    <message numerus="yes">
        <source>everything of %n place(s)</source>
        <translation>
            <numerusform>tout de %n endroit</numerusform>
            <numerusform>tout de %n endroits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n place(s) complete</source>
        <translation>
            <numerusform>%1 endroit complet sur %n</numerusform>
            <numerusform>%1 endroits complets sur %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::MembersDialog</name>
    <message>
        <source>Members of %1</source>
        <translation>Membres de %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Add someone: short name</source>
        <translation>Ajouter quelqu’un&#xa0;: nom court</translation>
    </message>
    <message>
        <source>Add someone</source>
        <translation>Ajouter quelqu’un</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Retirer du groupe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nobody here has this name.</source>
        <translation>Personne ici ne porte ce nom.</translation>
    </message>
    <message>
        <source>Role in the group</source>
        <translation>Rôle dans le groupe</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Navigator</name>
    <message>
        <source>This link leads to no place of Parvis.</source>
        <translation>Ce lien ne mène à aucun endroit de Parvis.</translation>
    </message>
    <message>
        <source>This link belongs to another company: %1</source>
        <translation>Ce lien appartient à une autre entreprise&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::NoticeAnnouncer</name>
    <message numerus="yes">
        <source>%n new notification(s), the last from %1</source>
        <translation>
            <numerusform>%n nouvelle notification, de %1</numerusform>
            <numerusform>%n nouvelles notifications, la dernière de %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::NoticesPage</name>
    <message>
        <source>Unread only</source>
        <translation>Non lues seulement</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lue</numerusform>
            <numerusform>%n non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Rien de non lu</translation>
    </message>
    <message>
        <source>Nothing for you yet</source>
        <translation>Rien pour vous pour l’instant</translation>
    </message>
    <message>
        <source>Everything that was addressed to you is read.</source>
        <translation>Tout ce qui vous était adressé est lu.</translation>
    </message>
    <message>
        <source>When somebody mentions you or replies to you, it is listed here, with the reason.</source>
        <translation>Quand quelqu’un vous mentionne ou vous répond, c’est listé ici, avec la raison.</translation>
    </message>
    <message>
        <source>Open in its thread</source>
        <translation>Ouvrir dans son fil</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lue</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
</context>
<context>
    <name>parvis::ui::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: decide what happens with them</source>
        <translation>Pas envoyés&#xa0;: à vous de décider</translation>
    </message>
    <message>
        <source>Waiting: sent by themselves as soon as the network allows</source>
        <translation>En attente&#xa0;: ils partiront d’eux-mêmes dès que le réseau le permet</translation>
    </message>
    <message>
        <source>Everything has been sent</source>
        <translation>Tout est envoyé</translation>
    </message>
    <message>
        <source>What you write offline waits here until the server has it.</source>
        <translation>Ce que vous écrivez hors ligne attend ici que le serveur l’ait reçu.</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Throw this text away? Nobody has received it.</source>
        <translation>Jeter ce texte&#x202f;? Personne ne l’a reçu.</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Modifier et renvoyer</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Palette</name>
    <message>
        <source>Go to or do anything</source>
        <translation>Aller partout, tout faire</translation>
    </message>
    <message>
        <source>Go to a group, a person, a post, or do something…</source>
        <translation>Un groupe, une personne, une publication, une action…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter goes there · Esc closes</source>
        <translation>↑ ↓ choisir · Entrée y va · Échap ferme</translation>
    </message>
</context>
<context>
    <name>parvis::ui::PaletteModel</name>
    <message>
        <source>Search everything for “%1”</source>
        <translation>Chercher «&#xa0;%1&#xa0;» partout</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ParticipantsBar</name>
    <message numerus="yes">
        <source>%1 and %n other(s) take part</source>
        <translation>
            <numerusform>%1 et %n autre participent</numerusform>
            <numerusform>%1 et %n autres participent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 take part</source>
        <translation>%1 participent</translation>
    </message>
</context>
<context>
    <name>parvis::ui::PersonDelegate</name>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
</context>
<context>
    <name>parvis::ui::PictureViewer</name>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>picture</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>This picture is on the server. It is fetched when there is a connection.</source>
        <translation>Cette image est sur le serveur. Elle sera reçue quand il y aura une connexion.</translation>
    </message>
    <message>
        <source>This picture is being fetched…</source>
        <translation>Cette image est en cours de réception…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::PostActions</name>
    <message>
        <source>Nobody here has this name.</source>
        <translation>Personne ici ne porte ce nom.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Copié en Markdown.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Lien copié.</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Retirer des signets</translation>
    </message>
    <message>
        <source>The post is deleted.</source>
        <translation>La publication est supprimée.</translation>
    </message>
    <message>
        <source>The comment is deleted.</source>
        <translation>Le commentaire est supprimé.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Preview</name>
    <message>
        <source>Fetch</source>
        <translation>Rapatrier</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Rapatriement…</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>This document has no content yet.</source>
        <translation>Ce document n’a pas encore de contenu.</translation>
    </message>
    <message>
        <source>Parvis cannot show this kind of file. Open it, or save it.</source>
        <translation>Parvis ne peut pas montrer ce genre de fichier. Ouvrez-le, ou enregistrez-le.</translation>
    </message>
    <message>
        <source>This text is too long to be shown here. Open it, or save it.</source>
        <translation>Ce texte est trop long pour être montré ici. Ouvrez-le, ou enregistrez-le.</translation>
    </message>
    <message>
        <source>Page %1 of %2: %3</source>
        <translation>Page %1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Image&#xa0;: %1</translation>
    </message>
    <message>
        <source>This document is on the server.</source>
        <translation>Ce document est sur le serveur.</translation>
    </message>
    <message>
        <source>This file is too large to be shown here. Open it, or save it.</source>
        <translation>Ce fichier est trop gros pour être montré ici. Ouvrez-le, ou enregistrez-le.</translation>
    </message>
    <message>
        <source>This PDF asks for a password. Open it in another program.</source>
        <translation>Ce PDF demande un mot de passe. Ouvrez-le dans un autre programme.</translation>
    </message>
    <message>
        <source>The part of Parvis that shows PDF is not installed. Open the document, or save it.</source>
        <translation>La partie de Parvis qui montre les PDF n’est pas installée. Ouvrez le document, ou enregistrez-le.</translation>
    </message>
    <message>
        <source>This file is damaged, or not what its name says. Save it, and look at it in another program.</source>
        <translation>Ce fichier est abîmé, ou n’est pas ce que dit son nom. Enregistrez-le, et regardez-le dans un autre programme.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>This document is on the server. It is shown here as soon as there is a line.</source>
        <translation>Ce document est sur le serveur. Il sera montré ici dès que le réseau sera là.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ProblemBar</name>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Rail</name>
    <message>
        <source>Feed</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>For me</source>
        <comment>place of the rail: notifications</comment>
        <translation>Pour moi</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Menu of Parvis</source>
        <translation>Menu de Parvis</translation>
    </message>
    <message>
        <source>%1 · menu</source>
        <translation>%1 · menu</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>parvis::ui::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lue</numerusform>
            <numerusform>%n non lues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::ReactorsDialog</name>
    <message>
        <source>Who reacted</source>
        <translation>Qui a réagi</translation>
    </message>
    <message>
        <source>%1 reacted with %2</source>
        <comment>name, emoji</comment>
        <translation>%1 a réagi avec %2</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ReadingGuide</name>
    <message>
        <source>Nothing unread here.</source>
        <translation>Rien de non lu ici.</translation>
    </message>
    <message>
        <source>You have read up to here</source>
        <translation>Vous avez lu jusqu’ici</translation>
    </message>
    <message>
        <source>Your last visit ended here</source>
        <translation>Votre dernière visite s’arrêtait ici</translation>
    </message>
    <message>
        <source>Nothing was written on %1. The nearest post is of %2.</source>
        <translation>Rien n’a été publié le %1. La publication la plus proche date du %2.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ScheduleDialog</name>
    <message>
        <source>In one hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Demain matin</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>Lundi matin</translation>
    </message>
    <message>
        <source>Publish later</source>
        <translation>Publier plus tard</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programmer</translation>
    </message>
    <message>
        <source>Change a scheduled post</source>
        <translation>Modifier une publication programmée</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>When to publish it</source>
        <translation>Date de publication</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This time has passed: it is published as soon as it is sent.</source>
        <translation>Ce moment est passé&#xa0;: elle est publiée dès qu’elle est envoyée.</translation>
    </message>
    <message>
        <source>Published on %1, under your name. Until then only you see it.</source>
        <translation>Publiée le %1, sous votre nom. D’ici là, vous seul la voyez.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ScheduledPage</name>
    <message>
        <source>Scheduled posts</source>
        <translation>Publications programmées</translation>
    </message>
    <message>
        <source>Not published: decide what happens with them</source>
        <translation>Non publiées&#xa0;: décidez de leur sort</translation>
    </message>
    <message>
        <source>Waiting for their time</source>
        <translation>En attente de leur heure</translation>
    </message>
    <message>
        <source>Nothing is scheduled</source>
        <translation>Rien n’est programmé</translation>
    </message>
    <message>
        <source>Choose “Later…” when you write a post: the server publishes it then, whether you are there or not.</source>
        <translation>Choisissez «&#xa0;Plus tard…&#xa0;» en écrivant une publication&#xa0;: le serveur la publie à l’heure dite, que vous soyez là ou non.</translation>
    </message>
    <message>
        <source>as soon as it is sent</source>
        <translation>dès qu’elle est envoyée</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel this post? Its text is deleted.</source>
        <translation>Annuler cette publication&#x202f;? Son texte est supprimé.</translation>
    </message>
    <message>
        <source>Cancel the post</source>
        <translation>Annuler la publication</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchFilters</name>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>Written by…</source>
        <translation>Écrit par…</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>N’importe qui</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>In the group…</source>
        <translation>Dans le groupe…</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Tous les groupes</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Les 30 derniers jours</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>L’année dernière</translation>
    </message>
    <message>
        <source>In the month of</source>
        <translation>Pendant le mois de</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>N’importe quel jour</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchModel</name>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <comment>name, kind and where, text</comment>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>commentaire</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>title, text</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 in %2, %3: %4</source>
        <comment>author, place, time, text</comment>
        <translation>%1 dans %2, %3&#xa0;: %4</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchPage</name>
    <message>
        <source>Posts, comments, documents, people, groups…</source>
        <translation>Publications, commentaires, documents, personnes, groupes…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récents d’abord</translation>
    </message>
    <message>
        <source>Most relevant first</source>
        <translation>Les plus pertinents d’abord</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Finds in everything that is on this computer, offline too.</source>
        <translation>Cherche dans tout ce qui est sur ce poste, même hors ligne.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>Le %n premier</numerusform>
            <numerusform>Les %n premiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>ranked among the newest 2000</source>
        <translation>classés parmi les 2000 plus récents</translation>
    </message>
    <message>
        <source>Search without the filters</source>
        <translation>Chercher sans les filtres</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message numerus="yes">
        <source>from %n people</source>
        <translation>
            <numerusform>de %n personne</numerusform>
            <numerusform>de %n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between names</comment>
        <translation> ou </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Nobody and no group here is called “%1”.</source>
        <translation>Personne ni aucun groupe ne s’appelle ici «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is not understood and left out</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas compris et laissé de côté</translation>
    </message>
    <message>
        <source>Try fewer or shorter words: accents and endings do not matter.</source>
        <translation>Essayez moins de mots ou des mots plus courts&#xa0;: les accents et les terminaisons ne comptent pas.</translation>
    </message>
    <message>
        <source>Try fewer words, or search everywhere.</source>
        <translation>Essayez moins de mots, ou cherchez partout.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchStart</name>
    <message>
        <source>Looked for lately</source>
        <translation>Recherches récentes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Forget what was looked for</source>
        <translation>Oublier les recherches récentes</translation>
    </message>
    <message>
        <source>what you wrote; or a colleague’s name</source>
        <translation>ce que vous avez écrit&#x202f;; ou le nom d’un collègue</translation>
    </message>
    <message>
        <source>in one group</source>
        <translation>dans un groupe</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>à partir d’un jour</translation>
    </message>
    <message>
        <source>before a day, a month or a year</source>
        <translation>avant un jour, un mois ou une année</translation>
    </message>
    <message>
        <source>within a month, a week, a day</source>
        <translation>pendant un mois, une semaine, un jour</translation>
    </message>
    <message>
        <source>posts, comments, documents, people or groups</source>
        <translation>publications, commentaires, documents, personnes ou groupes</translation>
    </message>
    <message>
        <source>these words side by side</source>
        <translation>ces mots côte à côte</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>sans ce mot</translation>
    </message>
    <message>
        <source>Narrow a search by typing</source>
        <translation>Préciser une recherche en tapant</translation>
    </message>
    <message>
        <source>&quot;word for word&quot;</source>
        <translation>«&#xa0;mot à mot&#xa0;»</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Cette fenêtre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petite</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Très grande</translation>
    </message>
    <message>
        <source>Work offline: send and receive nothing until I say so</source>
        <translation>Travailler hors ligne&#xa0;: ne rien envoyer ni recevoir jusqu’à nouvel ordre</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>The password is changed. Your other devices must sign in again.</source>
        <translation>Le mot de passe est changé. Vos autres appareils devront se reconnecter.</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>celui-ci</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>vu %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Déconnecter %1</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Signed in as %1 at %2</source>
        <translation>Connecté comme %1 à %2</translation>
    </message>
    <message>
        <source>Parvis %1, free software under the Apache 2.0 licence</source>
        <translation>Parvis %1, logiciel libre sous licence Apache 2.0</translation>
    </message>
    <message>
        <source>Sign out of this computer…</source>
        <translation>Se déconnecter de ce poste…</translation>
    </message>
    <message>
        <source>Sign out? Everything of this company is removed from this computer.</source>
        <translation>Se déconnecter&#x202f;? Tout ce qui vient de cette entreprise sera retiré de ce poste.</translation>
    </message>
    <message>
        <source>Something is not sent yet. Sign out all the same and lose it?</source>
        <translation>Tout n’est pas encore envoyé. Se déconnecter quand même et le perdre&#x202f;?</translation>
    </message>
    <message>
        <source>Sign out and lose it</source>
        <translation>Se déconnecter et perdre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Notifications and start</source>
        <translation>Notifications et démarrage</translation>
    </message>
    <message>
        <source>Tell me on the desktop what concerns me</source>
        <translation>Me signaler sur le bureau ce qui me concerne</translation>
    </message>
    <message>
        <source>Mentions, replies and threads of mine</source>
        <translation>Mentions, réponses et fils où j’ai écrit</translation>
    </message>
    <message>
        <source>Mentions only</source>
        <translation>Mentions seulement</translation>
    </message>
    <message>
        <source>What the desktop tells</source>
        <translation>Ce que le bureau signale</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Rester actif dans la zone de notification quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Start with the computer, without a window</source>
        <translation>Démarrer avec l’ordinateur, sans fenêtre</translation>
    </message>
    <message>
        <source>The list in the window has every notification in any case, with its reason.</source>
        <translation>La liste dans la fenêtre contient de toute façon chaque notification, avec sa raison.</translation>
    </message>
    <message>
        <source>Check the spelling in French and English while I write</source>
        <translation>Vérifier l’orthographe en français et en anglais pendant que j’écris</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>contrast</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <comment>contrast</comment>
        <translation>Élevé</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Shell</name>
    <message>
        <source>Feed</source>
        <translation>Fil d’actualité</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Écrire une publication</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Show or fold the panel at the right</source>
        <translation>Montrer ou replier le panneau de droite</translation>
    </message>
    <message>
        <source>Send what is being written</source>
        <translation>Envoyer ce qu’on écrit</translation>
    </message>
    <message>
        <source>what the server does not have yet</source>
        <translation>ce que le serveur n’a pas encore</translation>
    </message>
    <message>
        <source>to find, join and create</source>
        <translation>trouver, rejoindre, créer</translation>
    </message>
    <message>
        <source>Company wall</source>
        <translation>Mur de l’entreprise</translation>
    </message>
    <message>
        <source>read by everybody but guests</source>
        <translation>lu par tous, sauf les invités</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Mur</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Next company</source>
        <translation>Entreprise suivante</translation>
    </message>
    <message>
        <source>Previous company</source>
        <translation>Entreprise précédente</translation>
    </message>
    <message>
        <source>Join another company…</source>
        <translation>Rejoindre une autre entreprise…</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>what concerns you, and why</source>
        <translation>ce qui vous concerne, et pourquoi</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>About this place</source>
        <translation>À propos de ce lieu</translation>
    </message>
    <message>
        <source>Panel at the right</source>
        <translation>Panneau de droite</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>everything works without a mouse</source>
        <translation>tout se fait sans souris</translation>
    </message>
    <message>
        <source>What the groups and people write that you follow, newest first.</source>
        <translation>Ce qu’écrivent les groupes et les personnes que vous suivez, le plus récent d’abord.</translation>
    </message>
    <message>
        <source>Find, join and create groups.</source>
        <translation>Trouver, rejoindre et créer des groupes.</translation>
    </message>
    <message>
        <source>What is written to the whole company.</source>
        <translation>Ce qui est écrit à toute l’entreprise.</translation>
    </message>
    <message>
        <source>My wall</source>
        <translation>Mon mur</translation>
    </message>
    <message>
        <source>What you and others wrote on your wall.</source>
        <translation>Ce que vous et d’autres avez écrit sur votre mur.</translation>
    </message>
    <message>
        <source>What waits to be sent, or was refused.</source>
        <translation>Ce qui attend d’être envoyé, ou a été refusé.</translation>
    </message>
    <message>
        <source>Language, look, password, devices.</source>
        <translation>Langue, apparence, mot de passe, appareils.</translation>
    </message>
    <message>
        <source>To where you were before.</source>
        <translation>Là où vous étiez avant.</translation>
    </message>
    <message>
        <source>Go to or do anything…</source>
        <translation>Aller partout, tout faire…</translation>
    </message>
    <message>
        <source>One field for groups, people, posts and actions.</source>
        <translation>Un seul champ pour les groupes, les personnes, les publications et les actions.</translation>
    </message>
    <message>
        <source>Posts, comments, people and groups on this computer, offline too.</source>
        <translation>Publications, commentaires, personnes et groupes sur ce poste, hors ligne aussi.</translation>
    </message>
    <message>
        <source>Here, or in a thread a comment.</source>
        <translation>Ici, ou un commentaire dans un fil.</translation>
    </message>
    <message>
        <source>It is kept on this computer at once, and sent when the network allows.</source>
        <translation>C’est gardé aussitôt sur ce poste, et envoyé dès que le réseau le permet.</translation>
    </message>
    <message>
        <source>Menu of the post</source>
        <translation>Menu de la publication</translation>
    </message>
    <message>
        <source>Everything that can be done with it.</source>
        <translation>Tout ce qu’on peut en faire.</translation>
    </message>
    <message>
        <source>Next in the list</source>
        <translation>Suivant dans la liste</translation>
    </message>
    <message>
        <source>Previous in the list</source>
        <translation>Précédent dans la liste</translation>
    </message>
    <message>
        <source>First of the list</source>
        <translation>Premier de la liste</translation>
    </message>
    <message>
        <source>Last of the list</source>
        <translation>Dernier de la liste</translation>
    </message>
    <message>
        <source>A page further, a page back</source>
        <translation>Une page plus loin, une page avant</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Places, groups, content, panel.</source>
        <translation>Lieux, groupes, contenu, panneau.</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Partie précédente de la fenêtre</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>Élément suivant et précédent</translation>
    </message>
    <message>
        <source>Close what is open, or back</source>
        <translation>Fermer ce qui est ouvert, ou revenir</translation>
    </message>
    <message>
        <source>What the place is about, what is pinned, who is there.</source>
        <translation>De quoi parle le lieu, ce qui est épinglé, qui s’y trouve.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Dark or light look</source>
        <translation>Apparence sombre ou claire</translation>
    </message>
    <message>
        <source>Changes at once; the settings have more.</source>
        <translation>Change aussitôt&#x202f;; les réglages en offrent plus.</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Nothing is sent or received until you say so.</source>
        <translation>Rien n’est envoyé ni reçu tant que vous ne le demandez pas.</translation>
    </message>
    <message>
        <source>Work online again</source>
        <translation>Travailler de nouveau en ligne</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Essayer de se connecter maintenant</translation>
    </message>
    <message>
        <source>Without waiting for the next try.</source>
        <translation>Sans attendre le prochain essai.</translation>
    </message>
    <message>
        <source>This page.</source>
        <translation>Cette page.</translation>
    </message>
    <message>
        <source>Menu of Parvis</source>
        <translation>Menu de Parvis</translation>
    </message>
    <message>
        <source>Everything that can be done now.</source>
        <translation>Tout ce qu’on peut faire maintenant.</translation>
    </message>
    <message>
        <source>Scheduled posts</source>
        <translation>Publications programmées</translation>
    </message>
    <message>
        <source>Move a pinned group</source>
        <translation>Déplacer un groupe épinglé</translation>
    </message>
    <message>
        <source>the server publishes them at their time</source>
        <translation>le serveur les publie à leur heure</translation>
    </message>
    <message>
        <source>about this group</source>
        <translation>à propos de ce groupe</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Signets</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Aller à une date…</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
    </message>
    <message>
        <source>A caret in the text, to select with Shift and the arrows</source>
        <translation>Curseur dans le texte, pour sélectionner avec Maj et les flèches</translation>
    </message>
    <message>
        <source>for you alone</source>
        <translation>pour vous seul</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émoji</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>begun and not sent, on all your computers</source>
        <translation>commencés et pas envoyés, sur tous vos ordinateurs</translation>
    </message>
    <message>
        <source>What concerns you, and why.</source>
        <translation>Ce qui vous concerne, et pourquoi.</translation>
    </message>
    <message>
        <source>What the server publishes later for you.</source>
        <translation>Ce que le serveur publiera pour vous plus tard.</translation>
    </message>
    <message>
        <source>Posts and comments that you marked.</source>
        <translation>Les publications et commentaires que vous avez marqués.</translation>
    </message>
    <message>
        <source>In this feed or group.</source>
        <translation>Dans ce fil ou ce groupe.</translation>
    </message>
    <message>
        <source>Begun and not sent, on all your computers.</source>
        <translation>Commencés et pas envoyés, sur tous vos postes.</translation>
    </message>
    <message>
        <source>Of those that you are in.</source>
        <translation>Parmi celles dont vous êtes membre.</translation>
    </message>
    <message>
        <source>With the address that it gave you.</source>
        <translation>Avec l’adresse qu’elle vous a donnée.</translation>
    </message>
    <message>
        <source>Find in this place</source>
        <translation>Chercher dans ce lieu</translation>
    </message>
    <message>
        <source>Next misspelt word</source>
        <translation>Mot mal orthographié suivant</translation>
    </message>
    <message>
        <source>Take a deletion back</source>
        <translation>Annuler une suppression</translation>
    </message>
    <message>
        <source>Up or down among the pinned ones.</source>
        <translation>Vers le haut ou le bas parmi les épinglés.</translation>
    </message>
    <message>
        <source>Fold and unfold a section</source>
        <translation>Replier et déplier une section</translation>
    </message>
    <message>
        <source>Next and previous unread</source>
        <translation>Non lu suivant et précédent</translation>
    </message>
    <message>
        <source>First unread</source>
        <translation>Premier non lu</translation>
    </message>
    <message>
        <source>In the feed, thread or bookmarks that are shown, all of them.</source>
        <translation>Dans tout ce qui est affiché, fil, discussion ou signets, même ce qui n’est pas chargé.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>of all your groups</source>
        <translation>de tous vos groupes</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Of the group that is shown, or of all.</source>
        <translation>Ceux du groupe affiché, ou de tous.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ShortcutsPage</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Filtrer les raccourcis</translation>
    </message>
    <message>
        <source>No action has these words. Try fewer of them.</source>
        <translation>Aucune action n’a ces mots. Essayez-en moins.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>First choose a post: J and K go from one to the next.</source>
        <translation>Choisissez d’abord une publication&#xa0;: J et K vont de l’une à l’autre.</translation>
    </message>
    <message>
        <source>Not possible here: %1</source>
        <translation>Impossible ici&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SideList</name>
    <message>
        <source>Company wall</source>
        <translation>Mur de l’entreprise</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Filter the groups</source>
        <translation>Filtrer les groupes</translation>
    </message>
    <message>
        <source>Find or create a group</source>
        <translation>Trouver ou créer un groupe</translation>
    </message>
    <message>
        <source>My groups</source>
        <translation>Mes groupes</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Scheduled posts</source>
        <translation>Publications programmées</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lus</translation>
    </message>
    <message>
        <source>Only groups with something unread</source>
        <translation>Seulement les groupes où il y a du nouveau</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Signets</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SignInPage</name>
    <message>
        <source>Address of your company&apos;s server</source>
        <translation>Adresse du serveur de votre entreprise</translation>
    </message>
    <message>
        <source>Your short name</source>
        <translation>Votre nom court</translation>
    </message>
    <message>
        <source>first.last</source>
        <translation>prenom.nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Join my company</source>
        <translation>Rejoindre mon entreprise</translation>
    </message>
    <message>
        <source>Try it on a demo company</source>
        <translation>Essayer sur une entreprise de démonstration</translation>
    </message>
    <message>
        <source>Welcome to Parvis</source>
        <translation>Bienvenue dans Parvis</translation>
    </message>
    <message>
        <source>Your company&apos;s network, on your own computer: read, search and write even offline.</source>
        <translation>Le réseau de votre entreprise, sur votre propre poste&#xa0;: lire, chercher et écrire, même hors ligne.</translation>
    </message>
    <message>
        <source>No server yet? The demo runs inside this window and needs no network.</source>
        <translation>Pas encore de serveur&#x202f;? La démonstration tourne dans cette fenêtre et n’a pas besoin de réseau.</translation>
    </message>
    <message>
        <source>Fill in the address, your short name and your password.</source>
        <translation>Indiquez l’adresse, votre nom court et votre mot de passe.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Back without joining</source>
        <translation>Revenir sans rejoindre</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SuggestionModel</name>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n publication</numerusform>
            <numerusform>%n publications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::Teller</name>
    <message>
        <source>%1 %2</source>
        <comment>author, what was done</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in this thread</source>
        <translation>
            <numerusform>et %n autre dans ce fil</numerusform>
            <numerusform>et %n autres dans ce fil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n notification</numerusform>
            <numerusform>%n notifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::ThreadPage</name>
    <message>
        <source>Thread</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>This post is not here</source>
        <translation>Cette publication n’est pas ici</translation>
    </message>
    <message>
        <source>It was deleted, or you may no longer read it.</source>
        <translation>Elle a été supprimée, ou vous ne pouvez plus la lire.</translation>
    </message>
    <message>
        <source>Write a comment…</source>
        <translation>Écrire un commentaire…</translation>
    </message>
    <message>
        <source>Answer %1…</source>
        <translation>Répondre à %1…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commenter</translation>
    </message>
    <message>
        <source>Nothing unread here.</source>
        <translation>Rien de non lu ici.</translation>
    </message>
    <message>
        <source>New since you were last here</source>
        <translation>Nouveau depuis votre dernier passage</translation>
    </message>
</context>
<context>
    <name>parvis::ui::TransferList</name>
    <message>
        <source>Files under way</source>
        <translation>Fichiers en chemin</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>reste moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>reste %n minute</numerusform>
            <numerusform>restent %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 par seconde</translation>
    </message>
    <message>
        <source>Nothing is under way: all files are where they belong.</source>
        <translation>Rien n’est en chemin&#xa0;: tous les fichiers sont à leur place.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ to the server</source>
        <translation>↑ vers le serveur</translation>
    </message>
    <message>
        <source>↓ to this computer</source>
        <translation>↓ vers ce poste</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progression de %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Réessayer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Tray</name>
    <message>
        <source>Open Parvis</source>
        <translation>Ouvrir Parvis</translation>
    </message>
    <message numerus="yes">
        <source>Notifications (%n unread)</source>
        <translation>
            <numerusform>Notifications (%n non lue)</numerusform>
            <numerusform>Notifications (%n non lues)</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message numerus="yes">
        <source>Parvis: %n unread notification(s)</source>
        <translation>
            <numerusform>Parvis&#xa0;: %n notification non lue</numerusform>
            <numerusform>Parvis&#xa0;: %n notifications non lues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>It is back.</source>
        <translation>C’est revenu.</translation>
    </message>
</context>
</TS>
