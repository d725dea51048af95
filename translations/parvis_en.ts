<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <comment>key</comment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Backspace</source>
        <comment>key</comment>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Space</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>key</comment>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>End</translation>
    </message>
    <message>
        <source>Page up</source>
        <comment>key</comment>
        <translation>Page up</translation>
    </message>
    <message>
        <source>Page down</source>
        <comment>key</comment>
        <translation>Page down</translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>key</comment>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Selected post or comment</source>
        <translation>Selected post or comment</translation>
    </message>
    <message>
        <source>This group</source>
        <translation>This group</translation>
    </message>
    <message>
        <source>Move about</source>
        <translation>Move about</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Parvis</source>
        <translation>Parvis</translation>
    </message>
    <message>
        <source>Choose one with J and K, then:</source>
        <translation>Choose one with J and K, then:</translation>
    </message>
    <message>
        <source>While a group is shown:</source>
        <translation>While a group is shown:</translation>
    </message>
    <message>
        <source>List of groups</source>
        <translation>List of groups</translation>
    </message>
    <message>
        <source>With the group that is chosen in it:</source>
        <translation>With the group that is chosen in it:</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>to %1</source>
        <translation>to %1</translation>
    </message>
    <message>
        <source>This was deleted.</source>
        <translation>This was deleted.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>not sent: %1</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>Open the thread</translation>
    </message>
    <message>
        <source>With files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Text</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation type="unfinished">waiting to be sent</translation>
    </message>
    <message>
        <source>✓ on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ will be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no content yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked by you until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked by %1 until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished">Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>waits · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits · %1 % of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has locked this document. Wait until it is free, or save yours under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else has this name here. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changes while it is read. Close it in the other program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is not on this computer. It can be fetched when there is a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are too many files at once. Add them in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name cannot be used. Leave out slashes, and keep it shorter than 200 letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document stays in its group. Save it, and add it to the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read or written. Look whether the disk is full and whether you may use that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has locked this document: what you save becomes a version beside theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read this document, but not change it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is no longer there. Your file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was moved or removed by the other program. Open the document again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps the file to itself. It is read as soon as that one lets go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. What you saved is taken as soon as there is room.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileSentences</name>
    <message>
        <source>not sent: %1</source>
        <translation type="unfinished">not sent: %1</translation>
    </message>
    <message>
        <source>sending %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation type="unfinished">waiting to be sent</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being fetched…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is larger than the server takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group has no room left for files. Ask its owner or your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no room left for files on the server. Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server no longer has what was sent of it. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was damaged on its way several times. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not arrive whole. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not on the server. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not have this file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed from this computer before it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was damaged on this computer before it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be written to this disk. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server sends is damaged. Tell your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file cannot have this name. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept what is said of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder cannot be put into itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has locked this document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that it goes with was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be shown. Save it to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is too large to be shown. Save it to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder; choose the files in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you may not read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 4 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s)</source>
        <translation>
            <numerusform>%n more file</numerusform>
            <numerusform>%n more files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not sent</source>
        <translation>
            <numerusform>%n file not sent</numerusform>
            <numerusform>%n files not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be sent</source>
        <translation>
            <numerusform>%n file still to be sent</numerusform>
            <numerusform>%n files still to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupWords</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Its posts.</source>
        <translation>Its posts.</translation>
    </message>
    <message>
        <source>About this group</source>
        <translation>About this group</translation>
    </message>
    <message>
        <source>What it is for, its rules, its owners, what is pinned.</source>
        <translation>What it is for, its rules, its owners, what is pinned.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Who is in this group, and with which role.</source>
        <translation>Who is in this group, and with which role.</translation>
    </message>
    <message>
        <source>Mark everything as read</source>
        <translation>Mark everything as read</translation>
    </message>
    <message>
        <source>Nothing in this group is new any more.</source>
        <translation>Nothing in this group is new any more.</translation>
    </message>
    <message>
        <source>Pin to the top of the list</source>
        <translation>Pin to the top of the list</translation>
    </message>
    <message>
        <source>Unpin from the list</source>
        <translation>Unpin from the list</translation>
    </message>
    <message>
        <source>Keeps the group above the others.</source>
        <translation>Keeps the group above the others.</translation>
    </message>
    <message>
        <source>Mute: no alerts</source>
        <translation>Mute: no alerts</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Unmute</translation>
    </message>
    <message>
        <source>It alerts you no more; its posts stay.</source>
        <translation>It alerts you no more; its posts stay.</translation>
    </message>
    <message>
        <source>Follow in my feed</source>
        <translation>Follow in my feed</translation>
    </message>
    <message>
        <source>Leave out of my feed</source>
        <translation>Leave out of my feed</translation>
    </message>
    <message>
        <source>Whether its posts come into your feed.</source>
        <translation>Whether its posts come into your feed.</translation>
    </message>
    <message>
        <source>Archive the group</source>
        <translation>Archive the group</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Take out of the archive</translation>
    </message>
    <message>
        <source>It stays readable, and nobody writes in it.</source>
        <translation>It stays readable, and nobody writes in it.</translation>
    </message>
    <message>
        <source>Leave the group…</source>
        <translation>Leave the group…</translation>
    </message>
    <message>
        <source>Its posts are removed from this computer.</source>
        <translation>Its posts are removed from this computer.</translation>
    </message>
    <message>
        <source>Join the group</source>
        <translation>Join the group</translation>
    </message>
    <message>
        <source>Read and write in it.</source>
        <translation>Read and write in it.</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Withdraw the request</translation>
    </message>
    <message>
        <source>You no longer ask to join.</source>
        <translation>You no longer ask to join.</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Ask to join…</translation>
    </message>
    <message>
        <source>Its owners answer.</source>
        <translation>Its owners answer.</translation>
    </message>
    <message>
        <source>Documents of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folders and files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>This link hides where it leads. It opens %1. Open it all the same?</source>
        <translation>This link hides where it leads. It opens %1. Open it all the same?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>This link cannot be opened: only web and mail addresses can.</source>
        <translation>This link cannot be opened: only web and mail addresses can.</translation>
    </message>
    <message>
        <source>Careful: this leads to %1</source>
        <translation>Careful: this leads to %1</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>Leads to %1</translation>
    </message>
</context>
<context>
    <name>PostWords</name>
    <message>
        <source>Open the thread</source>
        <translation>Open the thread</translation>
    </message>
    <message>
        <source>The post with all its comments.</source>
        <translation>The post with all its comments.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Write a comment in its thread.</source>
        <translation>Write a comment in its thread.</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>React…</translation>
    </message>
    <message>
        <source>Answer with an emoji.</source>
        <translation>Answer with an emoji.</translation>
    </message>
    <message>
        <source>Open the first link</source>
        <translation>Open the first link</translation>
    </message>
    <message>
        <source>In the browser, after its real address was shown.</source>
        <translation>In the browser, after its real address was shown.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Keeps the post in sight in its group.</source>
        <translation>Keeps the post in sight in its group.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Change what you wrote; the history is kept.</source>
        <translation>Change what you wrote; the history is kept.</translation>
    </message>
    <message>
        <source>Who reacted…</source>
        <translation>Who reacted…</translation>
    </message>
    <message>
        <source>The names behind the counts.</source>
        <translation>The names behind the counts.</translation>
    </message>
    <message>
        <source>What is selected, or all of it.</source>
        <translation>What is selected, or all of it.</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copy as Markdown</translation>
    </message>
    <message>
        <source>As it was written.</source>
        <translation>As it was written.</translation>
    </message>
    <message>
        <source>Select the text</source>
        <translation>Select the text</translation>
    </message>
    <message>
        <source>With Shift and the arrows after V, a part of it.</source>
        <translation>With Shift and the arrows after V, a part of it.</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bookmark</translation>
    </message>
    <message>
        <source>Find it again in your bookmarks.</source>
        <translation>Find it again in your bookmarks.</translation>
    </message>
    <message>
        <source>History of edits…</source>
        <translation>History of edits…</translation>
    </message>
    <message>
        <source>What it said before.</source>
        <translation>What it said before.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copy link</translation>
    </message>
    <message>
        <source>For a message or a document: it opens here.</source>
        <translation>For a message or a document: it opens here.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>For everybody; for some seconds it can be taken back.</source>
        <translation>For everybody; for some seconds it can be taken back.</translation>
    </message>
    <message>
        <source>Pictures and files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them, open or save them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>today, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>yesterday, %1</translation>
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
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>complete up to %1</source>
        <translation>complete up to %1</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Older messages are still arriving: what is found may not be everything.</source>
        <translation>Older messages are still arriving: what is found may not be everything.</translation>
    </message>
    <message>
        <source>Complete back to %1; what is older is still arriving.</source>
        <translation>Complete back to %1; what is older is still arriving.</translation>
    </message>
    <message>
        <source>The server cannot be reached. What you write is kept and sent later.</source>
        <translation>The server cannot be reached. What you write is kept and sent later.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted: nothing was sent. Ask your IT.</source>
        <translation>The server&apos;s certificate is not trusted: nothing was sent. Ask your IT.</translation>
    </message>
    <message>
        <source>This Parvis is too old for your server. Install the new version.</source>
        <translation>This Parvis is too old for your server. Install the new version.</translation>
    </message>
    <message>
        <source>Your server is too old for this Parvis. Tell your IT.</source>
        <translation>Your server is too old for this Parvis. Tell your IT.</translation>
    </message>
    <message>
        <source>The server has a fault. Parvis tries again by itself.</source>
        <translation>The server has a fault. Parvis tries again by itself.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network, then try again.</source>
        <translation>The server cannot be reached. Check the network, then try again.</translation>
    </message>
    <message>
        <source>This changed meanwhile. Look again, then decide.</source>
        <translation>This changed meanwhile. Look again, then decide.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood. Tell your IT.</source>
        <translation>The server&apos;s answer could not be understood. Tell your IT.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk refused to write. Free some space, then try again; your text is still here.</source>
        <translation>This computer&apos;s disk refused to write. Free some space, then try again; your text is still here.</translation>
    </message>
    <message>
        <source>This was interrupted. Try again.</source>
        <translation>This was interrupted. Try again.</translation>
    </message>
    <message>
        <source>Something in this is not accepted: %1</source>
        <translation>Something in this is not accepted: %1</translation>
    </message>
    <message>
        <source>No server answers at this address. Check the address and the network.</source>
        <translation>No server answers at this address. Check the address and the network.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little, then try again.</source>
        <translation>Too many attempts. Wait a little, then try again.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>The name or the password is wrong.</translation>
    </message>
    <message>
        <source>This profile already belongs to another person or company. Sign out there first.</source>
        <translation>This profile already belongs to another person or company. Sign out there first.</translation>
    </message>
    <message>
        <source>This address is not complete: it looks like https://parvis.example.com</source>
        <translation>This address is not complete: it looks like https://parvis.example.com</translation>
    </message>
    <message>
        <source>Your account is disabled.</source>
        <translation>Your account is disabled.</translation>
    </message>
    <message>
        <source>This place no longer exists.</source>
        <translation>This place no longer exists.</translation>
    </message>
    <message>
        <source>You are not a member of this group.</source>
        <translation>You are not a member of this group.</translation>
    </message>
    <message>
        <source>Guests may not do this.</source>
        <translation>Guests may not do this.</translation>
    </message>
    <message>
        <source>The group is archived: it can be read, not written to.</source>
        <translation>The group is archived: it can be read, not written to.</translation>
    </message>
    <message>
        <source>Only its author may change this.</source>
        <translation>Only its author may change this.</translation>
    </message>
    <message>
        <source>Only an owner or a moderator of the group may do this.</source>
        <translation>Only an owner or a moderator of the group may do this.</translation>
    </message>
    <message>
        <source>This belongs to somebody else.</source>
        <translation>This belongs to somebody else.</translation>
    </message>
    <message>
        <source>Only the server may change this.</source>
        <translation>Only the server may change this.</translation>
    </message>
    <message>
        <source>You are the last owner: name another one first.</source>
        <translation>You are the last owner: name another one first.</translation>
    </message>
    <message>
        <source>What this belongs to was deleted meanwhile.</source>
        <translation>What this belongs to was deleted meanwhile.</translation>
    </message>
    <message>
        <source>You no longer have access to this place.</source>
        <translation>You no longer have access to this place.</translation>
    </message>
    <message>
        <source>It hangs on something that was refused.</source>
        <translation>It hangs on something that was refused.</translation>
    </message>
    <message>
        <source>The server no longer knows whether it arrived. Look before you send it again.</source>
        <translation>The server no longer knows whether it arrived. Look before you send it again.</translation>
    </message>
    <message>
        <source>This short name is taken: choose another.</source>
        <translation>This short name is taken: choose another.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>The text is too long.</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>The server refused it (%1).</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>New post</translation>
    </message>
    <message>
        <source>Deletion of a post</source>
        <translation>Deletion of a post</translation>
    </message>
    <message>
        <source>Change of a post</source>
        <translation>Change of a post</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>New comment</translation>
    </message>
    <message>
        <source>Deletion of a comment</source>
        <translation>Deletion of a comment</translation>
    </message>
    <message>
        <source>Change of a comment</source>
        <translation>Change of a comment</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>Reaction taken back</source>
        <translation>Reaction taken back</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>New group</translation>
    </message>
    <message>
        <source>Change of a group</source>
        <translation>Change of a group</translation>
    </message>
    <message>
        <source>Leaving a group</source>
        <translation>Leaving a group</translation>
    </message>
    <message>
        <source>Joining a group</source>
        <translation>Joining a group</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Read mark</source>
        <translation>Read mark</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bookmark</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>Communities</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Interests</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Workspaces</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Private: found by all, read by its members</source>
        <translation>Private: found by all, read by its members</translation>
    </message>
    <message>
        <source>Public: everybody may join</source>
        <translation>Public: everybody may join</translation>
    </message>
    <message>
        <source>Secret: only its members know of it</source>
        <translation>Secret: only its members know of it</translation>
    </message>
    <message>
        <source>member</source>
        <translation>member</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>guest</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>moderator</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>owner</translation>
    </message>
    <message>
        <source>Company wall</source>
        <translation>Company wall</translation>
    </message>
    <message>
        <source>Wall of %1</source>
        <translation>Wall of %1</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 and others</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n new post</numerusform>
            <numerusform>%n new posts</numerusform>
        </translation>
    </message>
    <message>
        <source>robot</source>
        <translation>robot</translation>
    </message>
    <message>
        <source>%1, guest</source>
        <translation>%1, guest</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>%1 commented, %2: %3</source>
        <translation>%1 commented, %2: %3</translation>
    </message>
    <message>
        <source>%1 in %2, %3: %4</source>
        <translation>%1 in %2, %3: %4</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>not sent</translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reaction</numerusform>
            <numerusform>%n reactions</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid at the date that this computer shows. If that date is right, tell your IT.</source>
        <translation>The server&apos;s certificate is not valid at the date that this computer shows. If that date is right, tell your IT.</translation>
    </message>
    <message>
        <source>Your session has ended: the password was changed, or this computer was signed out. Sign in again; what is not sent yet is kept.</source>
        <translation>Your session has ended: the password was changed, or this computer was signed out. Sign in again; what is not sent yet is kept.</translation>
    </message>
    <message>
        <source>Your account is disabled. Ask your administrator; what is not sent yet is kept.</source>
        <translation>Your account is disabled. Ask your administrator; what is not sent yet is kept.</translation>
    </message>
    <message>
        <source>The clock of this computer differs from the server&apos;s by more than ten minutes. Set it: times are shown wrongly.</source>
        <translation>The clock of this computer differs from the server&apos;s by more than ten minutes. Set it: times are shown wrongly.</translation>
    </message>
    <message>
        <source>The disk cannot be written: it may be full. Free some space; Parvis goes on by itself.</source>
        <translation>The disk cannot be written: it may be full. Free some space; Parvis goes on by itself.</translation>
    </message>
    <message>
        <source>This computer has no keychain, so your session is not kept: you sign in again after each start. What you read and wrote is here all the same.</source>
        <translation>This computer has no keychain, so your session is not kept: you sign in again after each start. What you read and wrote is here all the same.</translation>
    </message>
    <message>
        <source>Your session is kept in the keychain of this computer.</source>
        <translation>Your session is kept in the keychain of this computer.</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>mentions you</translation>
    </message>
    <message>
        <source>replies to your comment</source>
        <translation>replies to your comment</translation>
    </message>
    <message>
        <source>comments on your post</source>
        <translation>comments on your post</translation>
    </message>
    <message>
        <source>mentions a group of yours</source>
        <translation>mentions a group of yours</translation>
    </message>
    <message>
        <source>writes on your wall</source>
        <translation>writes on your wall</translation>
    </message>
    <message>
        <source>goes on in a thread of yours</source>
        <translation>goes on in a thread of yours</translation>
    </message>
    <message>
        <source>%1 %2, in %3, %4: %5</source>
        <comment>who, why, place, time, text</comment>
        <translation>%1 %2, in %3, %4: %5</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>not measured yet</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>good: the server answers in %1</source>
        <translation>good: the server answers in %1</translation>
    </message>
    <message>
        <source>slow: the server answers in %1</source>
        <translation>slow: the server answers in %1</translation>
    </message>
    <message>
        <source>very slow: the server answers in %1</source>
        <translation>very slow: the server answers in %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>nothing: the server has everything</source>
        <translation>nothing: the server has everything</translation>
    </message>
    <message>
        <source>The company</source>
        <translation>The company</translation>
    </message>
    <message>
        <source>Directory and walls</source>
        <translation>Directory and walls</translation>
    </message>
    <message>
        <source>Your own: memberships, drafts, marks</source>
        <translation>Your own: memberships, drafts, marks</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>A group</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>everything</translation>
    </message>
    <message>
        <source>everything since %1</source>
        <translation>everything since %1</translation>
    </message>
    <message>
        <source>not all here yet</source>
        <translation>not all here yet</translation>
    </message>
    <message>
        <source>Setting of a place</source>
        <translation>Setting of a place</translation>
    </message>
    <message>
        <source>Request to join a group</source>
        <translation>Request to join a group</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>Request withdrawn</translation>
    </message>
    <message>
        <source>Refusal of a request</source>
        <translation>Refusal of a request</translation>
    </message>
    <message>
        <source>Scheduled post</source>
        <translation>Scheduled post</translation>
    </message>
    <message>
        <source>Cancelling of a scheduled post</source>
        <translation>Cancelling of a scheduled post</translation>
    </message>
    <message>
        <source>Change of a scheduled post</source>
        <translation>Change of a scheduled post</translation>
    </message>
    <message>
        <source>You have asked to join: no answer yet</source>
        <translation>You have asked to join: no answer yet</translation>
    </message>
    <message>
        <source>Your request was refused</source>
        <translation>Your request was refused</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s)</source>
        <translation>
            <numerusform>%n new comment</numerusform>
            <numerusform>%n new comments</numerusform>
        </translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Bookmarked</translation>
    </message>
    <message>
        <source>Post on the company wall</source>
        <translation>Post on the company wall</translation>
    </message>
    <message>
        <source>Post in %1</source>
        <translation>Post in %1</translation>
    </message>
    <message>
        <source>Post on the wall of %1</source>
        <translation>Post on the wall of %1</translation>
    </message>
    <message>
        <source>Comment on a post of %1</source>
        <translation>Comment on a post of %1</translation>
    </message>
    <message>
        <source>Answer to %1</source>
        <translation>Answer to %1</translation>
    </message>
    <message>
        <source>Edit of your text</source>
        <translation>Edit of your text</translation>
    </message>
    <message>
        <source>For a place that is not here any more</source>
        <translation>For a place that is not here any more</translation>
    </message>
    <message>
        <source>You are a member of this group already.</source>
        <translation>You are a member of this group already.</translation>
    </message>
    <message>
        <source>This is there already.</source>
        <translation>This is there already.</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>sheet %1</source>
        <translation>sheet %1</translation>
    </message>
    <message>
        <source>slide %1</source>
        <translation>slide %1</translation>
    </message>
    <message>
        <source>File of a post or comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1</source>
        <comment>2 pictures, 1 file</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::app::Presence</name>
    <message>
        <source>Parvis keeps running</source>
        <translation>Parvis keeps running</translation>
    </message>
    <message>
        <source>You are still told what concerns you. Its sign in the tray opens the window, or quits.</source>
        <translation>You are still told what concerns you. Its sign in the tray opens the window, or quits.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>parvis::app::Session</name>
    <message>
        <source>Preparing the demo company…</source>
        <translation>Preparing the demo company…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ActionModel</name>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> or </translation>
    </message>
</context>
<context>
    <name>parvis::ui::AskDialog</name>
    <message>
        <source>Ask to join %1</source>
        <translation>Ask to join %1</translation>
    </message>
    <message>
        <source>An owner or a moderator answers. The members of the group see the request while it waits.</source>
        <translation>An owner or a moderator answers. The members of the group see the request while it waits.</translation>
    </message>
    <message>
        <source>Why you would like to join (not needed)</source>
        <translation>Why you would like to join (not needed)</translation>
    </message>
    <message>
        <source>Why you would like to join</source>
        <translation>Why you would like to join</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Send the request</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>parvis::ui::BodyView</name>
    <message>
        <source>Only the beginning is shown here.</source>
        <translation>Only the beginning is shown here.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Column</name>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
</context>
<context>
    <name>parvis::ui::CompanyButton</name>
    <message>
        <source>shown</source>
        <translation>shown</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>needs your attention</source>
        <translation>needs your attention</translation>
    </message>
    <message>
        <source>Join another company…</source>
        <translation>Join another company…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::CompareDialog</name>
    <message>
        <source>Versions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation type="unfinished">Scroll position</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These versions are too long to be compared here. Save both, and compare them in their program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents of both are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are no texts: Parvis cannot compare them. Save both, and compare them in their program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green and underlined: added. Struck through: removed.</source>
        <translation type="unfinished">Green and underlined: added. Struck through: removed.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Composer</name>
    <message>
        <source>Where to post</source>
        <translation>Where to post</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Markdown · Ctrl+Enter sends</source>
        <translation>Markdown · Ctrl+Enter sends</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Company wall</source>
        <translation>Company wall</translation>
    </message>
    <message>
        <source>The draft could not be kept: %1</source>
        <translation>The draft could not be kept: %1</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Draft kept</translation>
    </message>
    <message>
        <source>This is too long to be sent. Shorten it, or part it in two.</source>
        <translation>This is too long to be sent. Shorten it, or part it in two.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Not sent: %1</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Discard it</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Another draft, %1: “%2”</source>
        <translation>Another draft, %1: “%2”</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Later…</translation>
    </message>
    <message>
        <source>Write the post first, then choose its time.</source>
        <translation>Write the post first, then choose its time.</translation>
    </message>
    <message>
        <source>Scheduled for %1.</source>
        <translation>Scheduled for %1.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter sends the text with its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post with files cannot wait for a time: send it now, or remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” changes while it is read. Save it in its program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read any more. Remove it here, or put it back.</source>
        <translation type="unfinished"></translation>
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
        <translation>Scroll position</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s). The arrows choose, Tab takes one.</source>
        <translation>
            <numerusform>%n suggestion. The arrows choose, Tab takes it.</numerusform>
            <numerusform>%n suggestions. The arrows choose, Tab takes one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::ComposerEdit</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Struck out</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Numbered list</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Move the item in</source>
        <translation>Move the item in</translation>
    </message>
    <message>
        <source>Move the item out</source>
        <translation>Move the item out</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Looking for suggestions…</translation>
    </message>
    <message>
        <source>“%1” is right: add it to my words</source>
        <translation>“%1” is right: add it to my words</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>No suggestion</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ComposerFiles</name>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that go with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not attached: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::ContextPanel</name>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>All members (%1)</source>
        <translation>All members (%1)</translation>
    </message>
    <message>
        <source>Languages: %1</source>
        <translation>Languages: %1</translation>
    </message>
    <message>
        <source>The newest posts of your groups and of the walls, in order of time. Nothing is ranked by popularity.</source>
        <translation>The newest posts of your groups and of the walls, in order of time. Nothing is ranked by popularity.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>About this group</source>
        <translation>About this group</translation>
    </message>
    <message>
        <source>About this group, its rules</source>
        <translation>About this group, its rules</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to join</source>
        <translation>
            <numerusform>%n request to join</numerusform>
            <numerusform>%n requests to join</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups in common</source>
        <translation>Groups in common</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::CreateGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>New group</translation>
    </message>
    <message>
        <source>Create the group</source>
        <translation>Create the group</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>What it is for</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Who sees it</translation>
    </message>
    <message>
        <source>A group needs a title, and a short name of small letters, digits and hyphens.</source>
        <translation>A group needs a title, and a short name of small letters, digits and hyphens.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DateDialog</name>
    <message>
        <source>Go to a date</source>
        <translation>Go to a date</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Go to the posts of</source>
        <translation>Go to the posts of</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Next month</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DiskCard</name>
    <message>
        <source>Space on this computer</source>
        <translation>Space on this computer</translation>
    </message>
    <message>
        <source>Cache, which the server can send again</source>
        <translation>Cache, which the server can send again</translation>
    </message>
    <message>
        <source>Outbox, which the server does not have yet</source>
        <translation>Outbox, which the server does not have yet</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Other files</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Free space</translation>
    </message>
    <message>
        <source>Writes the cache anew without its gaps. Nothing is lost.</source>
        <translation>Writes the cache anew without its gaps. Nothing is lost.</translation>
    </message>
    <message>
        <source>Cache: %1</source>
        <translation>Cache: %1</translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>Outbox: %1</translation>
    </message>
    <message>
        <source>Other files: %1</source>
        <translation>Other files: %1</translation>
    </message>
    <message>
        <source>Writing the cache anew…</source>
        <translation>Writing the cache anew…</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>%1 freed.</translation>
    </message>
    <message>
        <source>There was nothing to free.</source>
        <translation>There was nothing to free.</translation>
    </message>
    <message>
        <source>The folder could not be opened. It is %1</source>
        <translation>The folder could not be opened. It is %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentActions</name>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is not on this computer. It will be fetched when there is a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document has no content yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a program or a script. Parvis does not open it. Save it only if you know where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer, complete and current.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All documents of the group are kept on this computer, complete and current.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked for eight hours: what others write becomes a version of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are in the trash.</source>
        <translation>
            <numerusform>%n document is in the trash.</numerusform>
            <numerusform>%n documents are in the trash.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is back.</source>
        <translation type="unfinished">It is back.</translation>
    </message>
    <message>
        <source>A name cannot be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot have a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Adding %n file(s)…</source>
        <translation>
            <numerusform>Adding %n file…</numerusform>
            <numerusform>Adding %n files…</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are kept, as two documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen. The other version stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is the latest again, as a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">Open</translation>
    </message>
    <message>
        <source>Fetch to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer keep on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break the lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens files of this kind. Save it, and open it with the program of your choice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentList</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished">Documents</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation type="unfinished">Scroll position</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentModel</name>
    <message>
        <source>v%1</source>
        <comment>short: version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished">Group</translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <comment>column: when it was changed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentPanel</name>
    <message>
        <source>v%1</source>
        <comment>short: version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the preview larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">Open</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished">More</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions were written at the same time, by %1. Nothing is lost: choose which one goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions were written at the same time. Nothing is lost: choose which one goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the one before…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this version the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in another program: what is saved there becomes a version by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::DocumentsPage</name>
    <message>
        <source>Where this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation type="unfinished">Filter…</translation>
    </message>
    <message>
        <source>Filter the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name here has these letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept here yet. What you keep on this computer is always complete and current, offline too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have added no document yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document waits for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no document in your groups yet. Open a group, and drop files into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is no longer there. Somebody has put it into the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty. What is put here can be taken out for 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or folders here: they are sent as soon as the network allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no document here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to be moved: go to the folder, and paste.</source>
        <translation>
            <numerusform>%n to be moved: go to the folder, and paste.</numerusform>
            <numerusform>%n to be moved: go to the folder, and paste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all of it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer keep all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no document open in another program, and none locked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::DraftsPage</name>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>No draft</source>
        <translation>No draft</translation>
    </message>
    <message>
        <source>What you begin to write is kept by itself, and waits for you here and on your other computers.</source>
        <translation>What you begin to write is kept by itself, and waits for you here and on your other computers.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Go on with “%1”</source>
        <translation>Go on with “%1”</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Discard “%1”</source>
        <translation>Discard “%1”</translation>
    </message>
    <message>
        <source>Throw this draft away, on all your computers?</source>
        <translation>Throw this draft away, on all your computers?</translation>
    </message>
</context>
<context>
    <name>parvis::ui::DraftsRow</name>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message numerus="yes">
        <source>Drafts · %n</source>
        <translation>
            <numerusform>Draft · %n</numerusform>
            <numerusform>Drafts · %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::EditGroupDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Edit %1</translation>
    </message>
    <message>
        <source>What is expected of those who write here. Markdown.</source>
        <translation>What is expected of those who write here. Markdown.</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>What it is for</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Who sees it</translation>
    </message>
    <message>
        <source>A group needs a title.</source>
        <translation>A group needs a title.</translation>
    </message>
    <message>
        <source>The description and the rules have at most %1 characters each.</source>
        <translation>The description and the rules have at most %1 characters each.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Search an emoji</source>
        <translation>Search an emoji</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Used lately</translation>
    </message>
    <message>
        <source>Smileys</source>
        <translation>Smileys</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Animals and nature</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Food and drink</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Travel and places</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objects</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbols</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>No skin tone</source>
        <translation>No skin tone</translation>
    </message>
    <message>
        <source>Light skin tone</source>
        <translation>Light skin tone</translation>
    </message>
    <message>
        <source>Medium-light skin tone</source>
        <translation>Medium-light skin tone</translation>
    </message>
    <message>
        <source>Medium skin tone</source>
        <translation>Medium skin tone</translation>
    </message>
    <message>
        <source>Medium-dark skin tone</source>
        <translation>Medium-dark skin tone</translation>
    </message>
    <message>
        <source>Dark skin tone</source>
        <translation>Dark skin tone</translation>
    </message>
    <message>
        <source>Skin tone: %1</source>
        <translation>Skin tone: %1</translation>
    </message>
    <message>
        <source>No emoji has this name, in English or in French.</source>
        <translation>No emoji has this name, in English or in French.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::FeedPage</name>
    <message>
        <source>Nothing here yet</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>Join a group, or write the first post: it appears here and on your colleagues&apos; screens.</source>
        <translation>Join a group, or write the first post: it appears here and on your colleagues&apos; screens.</translation>
    </message>
    <message>
        <source>Write the first post: it is kept on this computer at once and sent when the network allows.</source>
        <translation>Write the first post: it is kept on this computer at once and sent when the network allows.</translation>
    </message>
    <message>
        <source>Write a post…</source>
        <translation>Write a post…</translation>
    </message>
    <message>
        <source>Share with %1…</source>
        <translation>Share with %1…</translation>
    </message>
    <message>
        <source>Write on the company wall…</source>
        <translation>Write on the company wall…</translation>
    </message>
    <message>
        <source>Write on the wall of %1…</source>
        <translation>Write on the wall of %1…</translation>
    </message>
    <message>
        <source>Share something…</source>
        <translation>Share something…</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>You are not a member of this group</source>
        <translation>You are not a member of this group</translation>
    </message>
    <message>
        <source>Join it, or ask one of its members, to read and write here.</source>
        <translation>Join it, or ask one of its members, to read and write here.</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>No bookmarks yet</translation>
    </message>
    <message>
        <source>Press B on a post or comment: it is kept here, for you alone.</source>
        <translation>Press B on a post or comment: it is kept here, for you alone.</translation>
    </message>
    <message>
        <source>↑ Newest posts</source>
        <translation>↑ Newest posts</translation>
    </message>
    <message>
        <source>Newest posts</source>
        <translation>Newest posts</translation>
    </message>
    <message numerus="yes">
        <source>%n unread: go to the first</source>
        <translation>
            <numerusform>%n unread: go to it</numerusform>
            <numerusform>%n unread: go to the first</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the first unread post</source>
        <translation>Go to the first unread post</translation>
    </message>
</context>
<context>
    <name>parvis::ui::FeedView</name>
    <message>
        <source>Posts</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Edited %1: show what changed</source>
        <translation>Edited %1: show what changed</translation>
    </message>
</context>
<context>
    <name>parvis::ui::FileOpener</name>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a program. It may do anything that you may do on this computer, so Parvis does not open it. Save it only if you expected it and trust who sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is being fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is on the server. It is fetched when there is a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be fetched: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is on this computer now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens “%1”. Save it and open it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">Open</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Find in this place</source>
        <translation>Find in this place</translation>
    </message>
    <message>
        <source>Find in this place…</source>
        <translation>Find in this place…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Not in this place</source>
        <translation>Not in this place</translation>
    </message>
    <message>
        <source>%1 of the newest %2</source>
        <comment>place in a list</comment>
        <translation>%1 of the newest %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place in a list</comment>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupActions</name>
    <message>
        <source>The posts of %1 are no longer in your feed. They still are in the group.</source>
        <translation>The posts of %1 are no longer in your feed. They still are in the group.</translation>
    </message>
    <message>
        <source>The posts of %1 are in your feed.</source>
        <translation>The posts of %1 are in your feed.</translation>
    </message>
    <message>
        <source>%1 alerts you again.</source>
        <translation>%1 alerts you again.</translation>
    </message>
    <message>
        <source>%1 is muted: it alerts you no more.</source>
        <translation>%1 is muted: it alerts you no more.</translation>
    </message>
    <message>
        <source>%1 has your request. You see the answer in the list of groups.</source>
        <translation>%1 has your request. You see the answer in the list of groups.</translation>
    </message>
    <message>
        <source>Leave %1? Its posts are removed from this computer.</source>
        <translation>Leave %1? Its posts are removed from this computer.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupModel</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message numerus="yes">
        <source>%1, folded, %n group(s)</source>
        <translation>
            <numerusform>%1, folded, %n group</numerusform>
            <numerusform>%1, folded, %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n group(s)</source>
        <translation>
            <numerusform>%1, %n group</numerusform>
            <numerusform>%1, %n groups</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, muted</source>
        <translation>%1, muted</translation>
    </message>
    <message>
        <source>%1, not in your feed</source>
        <translation>%1, not in your feed</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n request(s) to join</source>
        <translation>
            <numerusform>%1, %n request to join</numerusform>
            <numerusform>%1, %n requests to join</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupPage</name>
    <message>
        <source>About this group</source>
        <translation>About this group</translation>
    </message>
    <message>
        <source>Rules of the group</source>
        <translation>Rules of the group</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archived</translation>
    </message>
    <message>
        <source>not in your feed</source>
        <translation>not in your feed</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>muted</translation>
    </message>
    <message>
        <source>Read the posts</source>
        <translation>Read the posts</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Withdraw the request</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Ask to join…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Who asks to join</source>
        <translation>Who asks to join</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Refuse the request of %1</source>
        <translation>Refuse the request of %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Accept the request of %1</source>
        <translation>Accept the request of %1</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>All members, add and remove…</source>
        <translation>All members, add and remove…</translation>
    </message>
    <message>
        <source>All members…</source>
        <translation>All members…</translation>
    </message>
</context>
<context>
    <name>parvis::ui::GroupsPage</name>
    <message>
        <source>Find a group…</source>
        <translation>Find a group…</translation>
    </message>
    <message>
        <source>Find a group</source>
        <translation>Find a group</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>New group…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>There is no group yet. Make the first one.</source>
        <translation>There is no group yet. Make the first one.</translation>
    </message>
    <message>
        <source>No group has these words. Try others, or make a new one.</source>
        <translation>No group has these words. Try others, or make a new one.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Join %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>Asked to join</source>
        <translation>Asked to join</translation>
    </message>
    <message>
        <source>To discover</source>
        <translation>To discover</translation>
    </message>
    <message>
        <source>My groups</source>
        <translation>My groups</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archived</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to join</source>
        <translation>
            <numerusform>%n request to join</numerusform>
            <numerusform>%n requests to join</numerusform>
        </translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>About %1</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Withdraw the request to join %1</source>
        <translation>Withdraw the request to join %1</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Ask again…</translation>
    </message>
    <message>
        <source>Ask to join…</source>
        <translation>Ask to join…</translation>
    </message>
    <message>
        <source>Ask to join %1</source>
        <translation>Ask to join %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Header</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>More about this place</source>
        <translation>More about this place</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
</context>
<context>
    <name>parvis::ui::HistoryDialog</name>
    <message>
        <source>History of edits</source>
        <translation>History of edits</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versions, the newest first</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Green and underlined: added. Struck through: removed.</source>
        <translation>Green and underlined: added. Struck through: removed.</translation>
    </message>
    <message>
        <source>As first written</source>
        <translation>As first written</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Current version</translation>
    </message>
</context>
<context>
    <name>parvis::ui::HorizonButton</name>
    <message>
        <source>Shows the details</source>
        <translation>Shows the details</translation>
    </message>
</context>
<context>
    <name>parvis::ui::HorizonPanel</name>
    <message>
        <source>How far this computer is up to date</source>
        <translation>How far this computer is up to date</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>The line</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>To be sent</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Work offline</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Try to connect now</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Sign in again…</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>What waits to be sent</translation>
    </message>
    <message>
        <source>none since the start</source>
        <translation>none since the start</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>no connection</translation>
    </message>
    <message numerus="yes">
        <source>everything of %n place(s)</source>
        <translation>
            <numerusform>everything of %n place</numerusform>
            <numerusform>everything of %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n place(s) complete</source>
        <translation>
            <numerusform>%1 of %n place complete</numerusform>
            <numerusform>%1 of %n places complete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::MembersDialog</name>
    <message>
        <source>Members of %1</source>
        <translation>Members of %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Add someone: short name</source>
        <translation>Add someone: short name</translation>
    </message>
    <message>
        <source>Add someone</source>
        <translation>Add someone</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Remove from the group</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Nobody here has this name.</source>
        <translation>Nobody here has this name.</translation>
    </message>
    <message>
        <source>Role in the group</source>
        <translation>Role in the group</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Navigator</name>
    <message>
        <source>This link leads to no place of Parvis.</source>
        <translation>This link leads to no place of Parvis.</translation>
    </message>
    <message>
        <source>This link belongs to another company: %1</source>
        <translation>This link belongs to another company: %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::NoticeAnnouncer</name>
    <message numerus="yes">
        <source>%n new notification(s), the last from %1</source>
        <translation>
            <numerusform>%n new notification, from %1</numerusform>
            <numerusform>%n new notifications, the last from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::NoticesPage</name>
    <message>
        <source>Unread only</source>
        <translation>Unread only</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Mark all as read</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Nothing unread</translation>
    </message>
    <message>
        <source>Nothing for you yet</source>
        <translation>Nothing for you yet</translation>
    </message>
    <message>
        <source>Everything that was addressed to you is read.</source>
        <translation>Everything that was addressed to you is read.</translation>
    </message>
    <message>
        <source>When somebody mentions you or replies to you, it is listed here, with the reason.</source>
        <translation>When somebody mentions you or replies to you, it is listed here, with the reason.</translation>
    </message>
    <message>
        <source>Open in its thread</source>
        <translation>Open in its thread</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copy link</translation>
    </message>
</context>
<context>
    <name>parvis::ui::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: decide what happens with them</source>
        <translation>Not sent: decide what happens with them</translation>
    </message>
    <message>
        <source>Waiting: sent by themselves as soon as the network allows</source>
        <translation>Waiting: sent by themselves as soon as the network allows</translation>
    </message>
    <message>
        <source>Everything has been sent</source>
        <translation>Everything has been sent</translation>
    </message>
    <message>
        <source>What you write offline waits here until the server has it.</source>
        <translation>What you write offline waits here until the server has it.</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Throw this text away? Nobody has received it.</source>
        <translation>Throw this text away? Nobody has received it.</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Edit and send again</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Palette</name>
    <message>
        <source>Go to or do anything</source>
        <translation>Go to or do anything</translation>
    </message>
    <message>
        <source>Go to a group, a person, a post, or do something…</source>
        <translation>Go to a group, a person, a post, or do something…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter goes there · Esc closes</source>
        <translation>↑ ↓ choose · Enter goes there · Esc closes</translation>
    </message>
</context>
<context>
    <name>parvis::ui::PaletteModel</name>
    <message>
        <source>Search everything for “%1”</source>
        <translation>Search everything for “%1”</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ParticipantsBar</name>
    <message numerus="yes">
        <source>%1 and %n other(s) take part</source>
        <translation>
            <numerusform>%1 and %n other take part</numerusform>
            <numerusform>%1 and %n others take part</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 take part</source>
        <translation>%1 take part</translation>
    </message>
</context>
<context>
    <name>parvis::ui::PersonDelegate</name>
    <message>
        <source>Scroll position</source>
        <translation type="unfinished">Scroll position</translation>
    </message>
</context>
<context>
    <name>parvis::ui::PictureViewer</name>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Close</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>picture</comment>
        <translation type="unfinished">%1 of %2</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is on the server. It is fetched when there is a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is being fetched…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::PostActions</name>
    <message>
        <source>Nobody here has this name.</source>
        <translation>Nobody here has this name.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Copied as Markdown.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Unpin</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link copied.</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Copy what is selected</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Remove the bookmark</translation>
    </message>
    <message>
        <source>The post is deleted.</source>
        <translation>The post is deleted.</translation>
    </message>
    <message>
        <source>The comment is deleted.</source>
        <translation>The comment is deleted.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Preview</name>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished">Preview</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation type="unfinished">Scroll position</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document has no content yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parvis cannot show this kind of file. Open it, or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long to be shown here. Open it, or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large to be shown here. Open it, or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF asks for a password. Open it in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of Parvis that shows PDF is not installed. Open the document, or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is damaged, or not what its name says. Save it, and look at it in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is on the server. It is shown here as soon as there is a line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::ProblemBar</name>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Rail</name>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>For me</source>
        <comment>place of the rail: notifications</comment>
        <translation>For me</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Menu of Parvis</source>
        <translation>Menu of Parvis</translation>
    </message>
    <message>
        <source>%1 · menu</source>
        <translation>%1 · menu</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished">Documents</translation>
    </message>
</context>
<context>
    <name>parvis::ui::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::ReactorsDialog</name>
    <message>
        <source>Who reacted</source>
        <translation>Who reacted</translation>
    </message>
    <message>
        <source>%1 reacted with %2</source>
        <comment>name, emoji</comment>
        <translation>%1 reacted with %2</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ReadingGuide</name>
    <message>
        <source>Nothing unread here.</source>
        <translation>Nothing unread here.</translation>
    </message>
    <message>
        <source>You have read up to here</source>
        <translation>You have read up to here</translation>
    </message>
    <message>
        <source>Your last visit ended here</source>
        <translation>Your last visit ended here</translation>
    </message>
    <message>
        <source>Nothing was written on %1. The nearest post is of %2.</source>
        <translation>Nothing was written on %1. The nearest post is of %2.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ScheduleDialog</name>
    <message>
        <source>In one hour</source>
        <translation>In one hour</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>Monday morning</translation>
    </message>
    <message>
        <source>Publish later</source>
        <translation>Publish later</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Change a scheduled post</source>
        <translation>Change a scheduled post</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>When to publish it</source>
        <translation>When to publish it</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>This time has passed: it is published as soon as it is sent.</source>
        <translation>This time has passed: it is published as soon as it is sent.</translation>
    </message>
    <message>
        <source>Published on %1, under your name. Until then only you see it.</source>
        <translation>Published on %1, under your name. Until then only you see it.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::ScheduledPage</name>
    <message>
        <source>Scheduled posts</source>
        <translation>Scheduled posts</translation>
    </message>
    <message>
        <source>Not published: decide what happens with them</source>
        <translation>Not published: decide what happens with them</translation>
    </message>
    <message>
        <source>Waiting for their time</source>
        <translation>Waiting for their time</translation>
    </message>
    <message>
        <source>Nothing is scheduled</source>
        <translation>Nothing is scheduled</translation>
    </message>
    <message>
        <source>Choose “Later…” when you write a post: the server publishes it then, whether you are there or not.</source>
        <translation>Choose “Later…” when you write a post: the server publishes it then, whether you are there or not.</translation>
    </message>
    <message>
        <source>as soon as it is sent</source>
        <translation>as soon as it is sent</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Publish now</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Cancel this post? Its text is deleted.</source>
        <translation>Cancel this post? Its text is deleted.</translation>
    </message>
    <message>
        <source>Cancel the post</source>
        <translation>Cancel the post</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchFilters</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>me</source>
        <translation>me</translation>
    </message>
    <message>
        <source>Written by…</source>
        <translation>Written by…</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Anybody</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>In the group…</source>
        <translation>In the group…</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>All groups</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>The last 7 days</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>The last 30 days</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>In the month of</source>
        <translation>In the month of</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Any day</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchModel</name>
    <message>
        <source>group</source>
        <translation>group</translation>
    </message>
    <message>
        <source>person</source>
        <translation>person</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>folder</translation>
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
        <translation>comment</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>title, text</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 in %2, %3: %4</source>
        <comment>author, place, time, text</comment>
        <translation>%1 in %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchPage</name>
    <message>
        <source>Posts, comments, documents, people, groups…</source>
        <translation>Posts, comments, documents, people, groups…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Most relevant first</source>
        <translation>Most relevant first</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Finds in everything that is on this computer, offline too.</source>
        <translation>Finds in everything that is on this computer, offline too.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>The first %n</numerusform>
            <numerusform>The first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>ranked among the newest 2000</source>
        <translation>ranked among the newest 2000</translation>
    </message>
    <message>
        <source>Search without the filters</source>
        <translation>Search without the filters</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message numerus="yes">
        <source>from %n people</source>
        <translation>
            <numerusform>from %n person</numerusform>
            <numerusform>from %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between names</comment>
        <translation> or </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Nobody and no group here is called “%1”.</source>
        <translation>Nobody and no group here is called “%1”.</translation>
    </message>
    <message>
        <source>“%1” is not understood and left out</source>
        <translation>“%1” is not understood and left out</translation>
    </message>
    <message>
        <source>Try fewer or shorter words: accents and endings do not matter.</source>
        <translation>Try fewer or shorter words: accents and endings do not matter.</translation>
    </message>
    <message>
        <source>Try fewer words, or search everywhere.</source>
        <translation>Try fewer words, or search everywhere.</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SearchStart</name>
    <message>
        <source>Looked for lately</source>
        <translation>Looked for lately</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Forget what was looked for</source>
        <translation>Forget what was looked for</translation>
    </message>
    <message>
        <source>what you wrote; or a colleague’s name</source>
        <translation>what you wrote; or a colleague’s name</translation>
    </message>
    <message>
        <source>in one group</source>
        <translation>in one group</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>from a day on</translation>
    </message>
    <message>
        <source>before a day, a month or a year</source>
        <translation>before a day, a month or a year</translation>
    </message>
    <message>
        <source>within a month, a week, a day</source>
        <translation>within a month, a week, a day</translation>
    </message>
    <message>
        <source>posts, comments, documents, people or groups</source>
        <translation>posts, comments, documents, people or groups</translation>
    </message>
    <message>
        <source>these words side by side</source>
        <translation>these words side by side</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>without this word</translation>
    </message>
    <message>
        <source>Narrow a search by typing</source>
        <translation>Narrow a search by typing</translation>
    </message>
    <message>
        <source>&quot;word for word&quot;</source>
        <translation>&quot;word for word&quot;</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Small</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>Work offline: send and receive nothing until I say so</source>
        <translation>Work offline: send and receive nothing until I say so</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>The password is changed. Your other devices must sign in again.</source>
        <translation>The password is changed. Your other devices must sign in again.</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>this one</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>last seen %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Sign out %1</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Signed in as %1 at %2</source>
        <translation>Signed in as %1 at %2</translation>
    </message>
    <message>
        <source>Parvis %1, free software under the Apache 2.0 licence</source>
        <translation>Parvis %1, free software under the Apache 2.0 licence</translation>
    </message>
    <message>
        <source>Sign out of this computer…</source>
        <translation>Sign out of this computer…</translation>
    </message>
    <message>
        <source>Sign out? Everything of this company is removed from this computer.</source>
        <translation>Sign out? Everything of this company is removed from this computer.</translation>
    </message>
    <message>
        <source>Something is not sent yet. Sign out all the same and lose it?</source>
        <translation>Something is not sent yet. Sign out all the same and lose it?</translation>
    </message>
    <message>
        <source>Sign out and lose it</source>
        <translation>Sign out and lose it</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Notifications and start</source>
        <translation>Notifications and start</translation>
    </message>
    <message>
        <source>Tell me on the desktop what concerns me</source>
        <translation>Tell me on the desktop what concerns me</translation>
    </message>
    <message>
        <source>Mentions, replies and threads of mine</source>
        <translation>Mentions, replies and threads of mine</translation>
    </message>
    <message>
        <source>Mentions only</source>
        <translation>Mentions only</translation>
    </message>
    <message>
        <source>What the desktop tells</source>
        <translation>What the desktop tells</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Keep running in the tray when the window is closed</translation>
    </message>
    <message>
        <source>Start with the computer, without a window</source>
        <translation>Start with the computer, without a window</translation>
    </message>
    <message>
        <source>The list in the window has every notification in any case, with its reason.</source>
        <translation>The list in the window has every notification in any case, with its reason.</translation>
    </message>
    <message>
        <source>Check the spelling in French and English while I write</source>
        <translation>Check the spelling in French and English while I write</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>contrast</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <comment>contrast</comment>
        <translation>High</translation>
    </message>
</context>
<context>
    <name>parvis::ui::Shell</name>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Write a post</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Show or fold the panel at the right</source>
        <translation>Show or fold the panel at the right</translation>
    </message>
    <message>
        <source>Send what is being written</source>
        <translation>Send what is being written</translation>
    </message>
    <message>
        <source>what the server does not have yet</source>
        <translation>what the server does not have yet</translation>
    </message>
    <message>
        <source>to find, join and create</source>
        <translation>to find, join and create</translation>
    </message>
    <message>
        <source>Company wall</source>
        <translation>Company wall</translation>
    </message>
    <message>
        <source>read by everybody but guests</source>
        <translation>read by everybody but guests</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wall</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Next company</source>
        <translation>Next company</translation>
    </message>
    <message>
        <source>Previous company</source>
        <translation>Previous company</translation>
    </message>
    <message>
        <source>Join another company…</source>
        <translation>Join another company…</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>what concerns you, and why</source>
        <translation>what concerns you, and why</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>About this place</source>
        <translation>About this place</translation>
    </message>
    <message>
        <source>Panel at the right</source>
        <translation>Panel at the right</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>everything works without a mouse</source>
        <translation>everything works without a mouse</translation>
    </message>
    <message>
        <source>What the groups and people write that you follow, newest first.</source>
        <translation>What the groups and people write that you follow, newest first.</translation>
    </message>
    <message>
        <source>Find, join and create groups.</source>
        <translation>Find, join and create groups.</translation>
    </message>
    <message>
        <source>What is written to the whole company.</source>
        <translation>What is written to the whole company.</translation>
    </message>
    <message>
        <source>My wall</source>
        <translation>My wall</translation>
    </message>
    <message>
        <source>What you and others wrote on your wall.</source>
        <translation>What you and others wrote on your wall.</translation>
    </message>
    <message>
        <source>What waits to be sent, or was refused.</source>
        <translation>What waits to be sent, or was refused.</translation>
    </message>
    <message>
        <source>Language, look, password, devices.</source>
        <translation>Language, look, password, devices.</translation>
    </message>
    <message>
        <source>To where you were before.</source>
        <translation>To where you were before.</translation>
    </message>
    <message>
        <source>Go to or do anything…</source>
        <translation>Go to or do anything…</translation>
    </message>
    <message>
        <source>One field for groups, people, posts and actions.</source>
        <translation>One field for groups, people, posts and actions.</translation>
    </message>
    <message>
        <source>Posts, comments, people and groups on this computer, offline too.</source>
        <translation>Posts, comments, people and groups on this computer, offline too.</translation>
    </message>
    <message>
        <source>Here, or in a thread a comment.</source>
        <translation>Here, or in a thread a comment.</translation>
    </message>
    <message>
        <source>It is kept on this computer at once, and sent when the network allows.</source>
        <translation>It is kept on this computer at once, and sent when the network allows.</translation>
    </message>
    <message>
        <source>Menu of the post</source>
        <translation>Menu of the post</translation>
    </message>
    <message>
        <source>Everything that can be done with it.</source>
        <translation>Everything that can be done with it.</translation>
    </message>
    <message>
        <source>Next in the list</source>
        <translation>Next in the list</translation>
    </message>
    <message>
        <source>Previous in the list</source>
        <translation>Previous in the list</translation>
    </message>
    <message>
        <source>First of the list</source>
        <translation>First of the list</translation>
    </message>
    <message>
        <source>Last of the list</source>
        <translation>Last of the list</translation>
    </message>
    <message>
        <source>A page further, a page back</source>
        <translation>A page further, a page back</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Places, groups, content, panel.</source>
        <translation>Places, groups, content, panel.</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Previous part of the window</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>Next and previous control</translation>
    </message>
    <message>
        <source>Close what is open, or back</source>
        <translation>Close what is open, or back</translation>
    </message>
    <message>
        <source>What the place is about, what is pinned, who is there.</source>
        <translation>What the place is about, what is pinned, who is there.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Dark or light look</source>
        <translation>Dark or light look</translation>
    </message>
    <message>
        <source>Changes at once; the settings have more.</source>
        <translation>Changes at once; the settings have more.</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Work offline</translation>
    </message>
    <message>
        <source>Nothing is sent or received until you say so.</source>
        <translation>Nothing is sent or received until you say so.</translation>
    </message>
    <message>
        <source>Work online again</source>
        <translation>Work online again</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Try to connect now</translation>
    </message>
    <message>
        <source>Without waiting for the next try.</source>
        <translation>Without waiting for the next try.</translation>
    </message>
    <message>
        <source>This page.</source>
        <translation>This page.</translation>
    </message>
    <message>
        <source>Menu of Parvis</source>
        <translation>Menu of Parvis</translation>
    </message>
    <message>
        <source>Everything that can be done now.</source>
        <translation>Everything that can be done now.</translation>
    </message>
    <message>
        <source>Scheduled posts</source>
        <translation>Scheduled posts</translation>
    </message>
    <message>
        <source>Move a pinned group</source>
        <translation>Move a pinned group</translation>
    </message>
    <message>
        <source>the server publishes them at their time</source>
        <translation>the server publishes them at their time</translation>
    </message>
    <message>
        <source>about this group</source>
        <translation>about this group</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Go to a date…</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Go to a date</translation>
    </message>
    <message>
        <source>A caret in the text, to select with Shift and the arrows</source>
        <translation>A caret in the text, to select with Shift and the arrows</translation>
    </message>
    <message>
        <source>for you alone</source>
        <translation>for you alone</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>begun and not sent, on all your computers</source>
        <translation>begun and not sent, on all your computers</translation>
    </message>
    <message>
        <source>What concerns you, and why.</source>
        <translation>What concerns you, and why.</translation>
    </message>
    <message>
        <source>What the server publishes later for you.</source>
        <translation>What the server publishes later for you.</translation>
    </message>
    <message>
        <source>Posts and comments that you marked.</source>
        <translation>Posts and comments that you marked.</translation>
    </message>
    <message>
        <source>In this feed or group.</source>
        <translation>In this feed or group.</translation>
    </message>
    <message>
        <source>Begun and not sent, on all your computers.</source>
        <translation>Begun and not sent, on all your computers.</translation>
    </message>
    <message>
        <source>Of those that you are in.</source>
        <translation>Of those that you are in.</translation>
    </message>
    <message>
        <source>With the address that it gave you.</source>
        <translation>With the address that it gave you.</translation>
    </message>
    <message>
        <source>Find in this place</source>
        <translation>Find in this place</translation>
    </message>
    <message>
        <source>Next misspelt word</source>
        <translation>Next misspelt word</translation>
    </message>
    <message>
        <source>Take a deletion back</source>
        <translation>Take a deletion back</translation>
    </message>
    <message>
        <source>Up or down among the pinned ones.</source>
        <translation>Up or down among the pinned ones.</translation>
    </message>
    <message>
        <source>Fold and unfold a section</source>
        <translation>Fold and unfold a section</translation>
    </message>
    <message>
        <source>Next and previous unread</source>
        <translation>Next and previous unread</translation>
    </message>
    <message>
        <source>First unread</source>
        <translation>First unread</translation>
    </message>
    <message>
        <source>In the feed, thread or bookmarks that are shown, all of them.</source>
        <translation>In the feed, thread or bookmarks that are shown, all of them.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished">Documents</translation>
    </message>
    <message>
        <source>of all your groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished">Posts</translation>
    </message>
    <message>
        <source>Of the group that is shown, or of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::ShortcutsPage</name>
    <message>
        <source>What do you want to do?</source>
        <translation>What do you want to do?</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Filter the shortcuts</translation>
    </message>
    <message>
        <source>No action has these words. Try fewer of them.</source>
        <translation>No action has these words. Try fewer of them.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>First choose a post: J and K go from one to the next.</source>
        <translation>First choose a post: J and K go from one to the next.</translation>
    </message>
    <message>
        <source>Not possible here: %1</source>
        <translation>Not possible here: %1</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SideList</name>
    <message>
        <source>Company wall</source>
        <translation>Company wall</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter…</translation>
    </message>
    <message>
        <source>Filter the groups</source>
        <translation>Filter the groups</translation>
    </message>
    <message>
        <source>Find or create a group</source>
        <translation>Find or create a group</translation>
    </message>
    <message>
        <source>My groups</source>
        <translation>My groups</translation>
    </message>
    <message>
        <source>Scroll position</source>
        <translation>Scroll position</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Scheduled posts</source>
        <translation>Scheduled posts</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Only groups with something unread</source>
        <translation>Only groups with something unread</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Bookmarks</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SignInPage</name>
    <message>
        <source>Address of your company&apos;s server</source>
        <translation>Address of your company&apos;s server</translation>
    </message>
    <message>
        <source>Your short name</source>
        <translation>Your short name</translation>
    </message>
    <message>
        <source>first.last</source>
        <translation>first.last</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Join my company</source>
        <translation>Join my company</translation>
    </message>
    <message>
        <source>Try it on a demo company</source>
        <translation>Try it on a demo company</translation>
    </message>
    <message>
        <source>Welcome to Parvis</source>
        <translation>Welcome to Parvis</translation>
    </message>
    <message>
        <source>Your company&apos;s network, on your own computer: read, search and write even offline.</source>
        <translation>Your company&apos;s network, on your own computer: read, search and write even offline.</translation>
    </message>
    <message>
        <source>No server yet? The demo runs inside this window and needs no network.</source>
        <translation>No server yet? The demo runs inside this window and needs no network.</translation>
    </message>
    <message>
        <source>Fill in the address, your short name and your password.</source>
        <translation>Fill in the address, your short name and your password.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Back without joining</source>
        <translation>Back without joining</translation>
    </message>
</context>
<context>
    <name>parvis::ui::SuggestionModel</name>
    <message>
        <source>group</source>
        <translation>group</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
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
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in this thread</source>
        <translation>
            <numerusform>and %n more in this thread</numerusform>
            <numerusform>and %n more in this thread</numerusform>
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
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::ThreadPage</name>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>This post is not here</source>
        <translation>This post is not here</translation>
    </message>
    <message>
        <source>It was deleted, or you may no longer read it.</source>
        <translation>It was deleted, or you may no longer read it.</translation>
    </message>
    <message>
        <source>Write a comment…</source>
        <translation>Write a comment…</translation>
    </message>
    <message>
        <source>Answer %1…</source>
        <translation>Answer %1…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Nothing unread here.</source>
        <translation>Nothing unread here.</translation>
    </message>
    <message>
        <source>New since you were last here</source>
        <translation>New since you were last here</translation>
    </message>
</context>
<context>
    <name>parvis::ui::TransferList</name>
    <message>
        <source>Files under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is under way: all files are where they belong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parvis::ui::Tray</name>
    <message>
        <source>Open Parvis</source>
        <translation>Open Parvis</translation>
    </message>
    <message numerus="yes">
        <source>Notifications (%n unread)</source>
        <translation>
            <numerusform>Notifications (%n unread)</numerusform>
            <numerusform>Notifications (%n unread)</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message numerus="yes">
        <source>Parvis: %n unread notification(s)</source>
        <translation>
            <numerusform>Parvis: %n unread notification</numerusform>
            <numerusform>Parvis: %n unread notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>It is back.</source>
        <translation>It is back.</translation>
    </message>
</context>
</TS>
