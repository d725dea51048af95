-- How many posts of a scope have each tag: completing one while it is typed must not walk through posts. `folded` is the tag
-- as text::fold() gives it. The first row says that the posts from before this table are still to be counted (TagUses).
CREATE TABLE tag_use (
    scope INTEGER NOT NULL,
    folded TEXT NOT NULL,
    tag TEXT NOT NULL,
    uses INTEGER NOT NULL,
    PRIMARY KEY (scope, folded, tag)
) WITHOUT ROWID;
INSERT INTO tag_use (scope, folded, tag, uses) VALUES (0, '', '', 0);
