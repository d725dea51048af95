-- name: account_put
-- An account follows its person's row; the password stays.
INSERT INTO accounts (person, handle, email, password, disabled) VALUES (?1, ?2, ?3, '', ?4)
ON CONFLICT (person) DO UPDATE SET handle = excluded.handle, email = excluded.email, disabled = excluded.disabled

-- name: account_remove
-- Of a person who was never made.
DELETE FROM accounts WHERE person = ?1

-- name: account_by_handle
-- Signing in, and the administrator's commands.
SELECT person, handle, email, password, disabled FROM accounts WHERE handle = ?1

-- name: account_by_email
-- An import recognises people by e-mail only.
SELECT person, handle, email, password, disabled FROM accounts WHERE email = ?1 AND email <> ''

-- name: account_by_person
-- Changing a password asks for the old one.
SELECT person, handle, email, password, disabled FROM accounts WHERE person = ?1

-- name: all_accounts
-- The administrator's list.
SELECT person, handle, email, password, disabled FROM accounts ORDER BY handle

-- name: password_set
-- A hash, never a password.
UPDATE accounts SET password = ?2 WHERE person = ?1

-- name: disabled_set
-- A person who left may not come back in.
UPDATE accounts SET disabled = ?2 WHERE person = ?1

-- name: failures_of
-- How often this account or address has failed lately.
SELECT count, last_at FROM failures WHERE what = ?1

-- name: failure_count
-- Counted before the hash is made, so that tries at the same moment count too.
INSERT INTO failures (what, count, last_at) VALUES (?1, 1, ?2)
ON CONFLICT (what) DO UPDATE SET count = count + 1, last_at = excluded.last_at

-- name: failure_forgive
-- A success takes its own count back.
UPDATE failures SET count = count - 1 WHERE what = ?1 AND count > 0

-- name: failures_clear
-- A success from here ends the suspicion of here.
DELETE FROM failures WHERE what = ?1

-- name: failures_forget
-- Keeps the table small.
DELETE FROM failures WHERE last_at < ?1
