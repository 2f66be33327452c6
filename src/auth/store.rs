//! Accounts, memberships and sessions; tables of the installation.

use uuid::Uuid;

use super::staff::Role;
use crate::clock::Instant;
use crate::db::{Columns, DbResult, HubId, Tx, args};
use crate::ids::AccountId;

crate::db::statements! {
    /// An account by mail address, written in lower case.
    BY_EMAIL(text "lead@example.org") = "select id, name, password_hash, operator, disabled from account where email = ?1";
    /// A new account.
    INSERT(uuid, text "sample@example.org", text "Sample", text "hash", int 0, now) = "insert into account (id, email, name, password_hash, operator, created_at) values (?1, ?2, ?3, ?4, ?5, ?6)";
    /// Another password.
    SET_PASSWORD(text "sample@example.org", text "hash") = "update account set password_hash = ?2 where email = ?1";
    /// Locks or unlocks an account.
    SET_DISABLED(text "sample@example.org", int 1) = "update account set disabled = ?2 where email = ?1";
    /// All accounts.
    ACCOUNTS() = "select a.email, a.name, a.operator, a.disabled from account a order by a.email limit 1000";
    /// The roles of all accounts in all hubs.
    ROLES() = "select a.email, h.slug, m.role, m.locked from membership m join account a on a.id = m.account_id join hub h on h.id = m.hub_id order by a.email, h.slug limit 5000";
    /// A role in a hub.
    SET_ROLE(hub, id_of "account", text "staff") = "insert into membership (hub_id, account_id, role) values (?1, ?2, ?3) on conflict (hub_id, account_id) do update set role = excluded.role";
    /// A new session.
    INSERT_SESSION(blob, id_of "account", now) = "insert into login_session (token_hash, account_id, created_at, seen_at) values (?1, ?2, ?3, ?3)";
    /// A session with its account and the role in a hub.
    SESSION(blob, hub) =
        "select a.id, a.name, a.operator, a.disabled, s.created_at, s.seen_at, m.role, (select count(*) from membership x where x.account_id = a.id and x.locked = 0)
         from login_session s join account a on a.id = s.account_id
         left join membership m on m.account_id = a.id and m.hub_id = ?2 and m.locked = 0 where s.token_hash = ?1";
    /// Still there.
    SEEN(blob, now) = "update login_session set seen_at = ?2 where token_hash = ?1";
    /// Ends one session.
    END_SESSION(blob) = "delete from login_session where token_hash = ?1";
    /// Ends all sessions of an account.
    END_SESSIONS(text "sample@example.org") = "delete from login_session where account_id in (select id from account where email = ?1)";
    /// A link to set a password, unless it is there.
    INSERT_ACCESS(uuid, id_of "account", int 1, now, now) = "insert into access_link (id, account_id, on_paper, created_at, ends_at) values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing";
    /// Ends the links of an account, all but one.
    END_ACCESS(id_of "account", uuid, now) = "update access_link set ends_at = ?3 where account_id = ?1 and id <> ?2 and ends_at > ?3";
    /// Forgets links that ended long ago.
    FORGET_ACCESS(now) = "delete from access_link where ends_at < ?1";
    /// A link with its account.
    ACCESS(uuid) = "select l.id, a.id, a.name, a.email, l.on_paper, l.ends_at from access_link l join account a on a.id = l.account_id where l.id = ?1 and a.disabled = 0";
    /// The newest link of an account.
    ACCESS_OF(id_of "account") = "select l.id, a.id, a.name, a.email, l.on_paper, l.ends_at from access_link l join account a on a.id = l.account_id where l.account_id = ?1 order by l.ends_at desc, l.created_at desc limit 1";
    /// An account by its key.
    BY_ID(id_of "account") = "select email, password_hash from account where id = ?1";
    /// Where somebody works.
    WORKPLACES(id_of "account") = "select h.slug, h.name, m.role from membership m join hub h on h.id = m.hub_id where m.account_id = ?1 and m.locked = 0 order by h.name, h.id limit 500";
    /// How many sessions an account has.
    SESSIONS(id_of "account", now) = "select count(*) from login_session where account_id = ?1 and seen_at >= ?2";
    /// Another password, by its owner.
    CHANGE_PASSWORD(id_of "account", text "hash") = "update account set password_hash = ?2 where id = ?1";
    /// Ends all sessions of an account but one.
    END_OTHERS(id_of "account", blob) = "delete from login_session where account_id = ?1 and token_hash <> ?2";
    /// Ends the sessions of an account.
    END_ALL(id_of "account") = "delete from login_session where account_id = ?1";
    /// Forgets sessions that are over.
    FORGET_SESSIONS(now) = "delete from login_session where seen_at < ?1";
}

/// An account as sign-in needs it.
#[derive(Debug, Clone)]
pub struct Account {
    /// Key.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// argon2id.
    pub password_hash: String,
    /// May do everything in every hub.
    pub operator: bool,
    /// Locked.
    pub disabled: bool,
}

/// A session as found by its token.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// May do everything in every hub.
    pub operator: bool,
    /// Locked.
    pub disabled: bool,
    /// Since when.
    pub created_at: Instant,
    /// Last request.
    pub seen_at: Instant,
    /// Role in the hub asked for.
    pub role: Option<Role>,
    /// In how many hubs the account has a role.
    pub hubs: i64,
}

/// A hub in which somebody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// Part of the address.
    pub slug: String,
    /// Name of the hub.
    pub hub: String,
    /// What the person may do there.
    pub role: Role,
}

/// The account with this mail address.
pub fn by_email(tx: &Tx<'_>, email: &str) -> DbResult<Option<Account>> {
    tx.row(&BY_EMAIL, &args![email.to_lowercase()], |c| {
        Ok(Account { id: c.take()?, name: c.take()?, password_hash: c.take()?, operator: c.take()?, disabled: c.take()? })
    })
}

/// Writes a new account. The constraint `account_email_once` speaks when the address is taken.
pub fn insert(tx: &Tx<'_>, email: &str, name: &str, password_hash: &str, operator: bool, now: Instant) -> DbResult<AccountId> {
    let id = AccountId::new(now);
    tx.execute(&INSERT, &args![id, email.to_lowercase(), name, password_hash, operator, now])?;
    Ok(id)
}

/// Changes a password and ends all sessions; false when there is no such account.
pub fn set_password(tx: &Tx<'_>, email: &str, password_hash: &str) -> DbResult<bool> {
    let email = email.to_lowercase();
    tx.execute(&END_SESSIONS, &args![&email])?;
    Ok(tx.execute(&SET_PASSWORD, &args![&email, password_hash])? == 1)
}

/// Changes a password by its owner; all other sessions end.
pub fn change_password(tx: &Tx<'_>, account: AccountId, password_hash: &str, session: &[u8; 32]) -> DbResult<()> {
    tx.execute(&END_OTHERS, &args![account, session.to_vec()])?;
    tx.execute(&CHANGE_PASSWORD, &args![account, password_hash]).map(drop)
}

/// Mail address and hash of the password of an account.
pub fn credentials(tx: &Tx<'_>, account: AccountId) -> DbResult<Option<(String, String)>> {
    tx.row(&BY_ID, &args![account], |c| Ok((c.take()?, c.take()?)))
}

/// Where somebody works, by the name of the hub.
pub fn workplaces(tx: &Tx<'_>, account: AccountId) -> DbResult<Vec<Workplace>> {
    let rows = tx.rows(&WORKPLACES, &args![account], |c| Ok((c.take()?, c.take()?, c.take::<String>()?)))?;
    Ok(rows.into_iter().filter_map(|(slug, hub, role)| Some(Workplace { slug, hub, role: Role::parse(&role)? })).collect())
}

/// How many sessions of an account were used since an instant.
pub fn sessions(tx: &Tx<'_>, account: AccountId, since: Instant) -> DbResult<i64> {
    tx.one(&SESSIONS, &args![account, since], |c| c.take())
}

/// Ends all sessions of an account.
pub fn end_all_sessions(tx: &Tx<'_>, account: AccountId) -> DbResult<()> {
    tx.execute(&END_ALL, &args![account]).map(drop)
}

/// Locks or unlocks an account and ends its sessions; false when there is no such account.
pub fn set_disabled(tx: &Tx<'_>, email: &str, disabled: bool) -> DbResult<bool> {
    let email = email.to_lowercase();
    tx.execute(&END_SESSIONS, &args![&email])?;
    Ok(tx.execute(&SET_DISABLED, &args![&email, disabled])? == 1)
}

/// A link to set a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessLink {
    /// Key.
    pub id: Uuid,
    /// Whose.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// Mail address, used to sign in.
    pub email: String,
    /// Whether it is shown to whoever asked for it.
    pub on_paper: bool,
    /// Until when it works.
    pub ends_at: Instant,
}

/// Makes a link, and ends earlier ones of the account; false when it has been made before. What ended is kept for two days, so that a
/// form sent again revives nothing.
pub fn insert_access(tx: &Tx<'_>, id: Uuid, account: AccountId, on_paper: bool, now: Instant) -> DbResult<bool> {
    let made = tx.execute(&INSERT_ACCESS, &args![id, account, on_paper, now, now.plus(super::ACCESS_VALID)])? == 1;
    if made {
        tx.execute(&END_ACCESS, &args![account, id, now])?;
    }
    Ok(made)
}

/// Forgets links that ended by `before`; how many.
pub fn forget_access(tx: &Tx<'_>, before: Instant) -> DbResult<u64> {
    tx.execute(&FORGET_ACCESS, &args![before])
}

/// A link by key; nothing for one of a locked account.
pub fn access(tx: &Tx<'_>, id: Uuid) -> DbResult<Option<AccessLink>> {
    tx.row(&ACCESS, &args![id], access_link)
}

/// The newest link of an account.
pub fn access_of(tx: &Tx<'_>, account: AccountId) -> DbResult<Option<AccessLink>> {
    tx.row(&ACCESS_OF, &args![account], access_link)
}

/// Sets a password by a link that still works; then no link of the account does, and its sessions end.
pub fn use_access(tx: &Tx<'_>, id: Uuid, password_hash: &str, now: Instant) -> DbResult<bool> {
    let Some(link) = access(tx, id)?.filter(|link| link.ends_at > now) else { return Ok(false) };
    tx.execute(&END_ACCESS, &args![link.account, Uuid::nil(), now])?;
    set_password(tx, &link.email, password_hash)
}

fn access_link(c: &mut Columns<'_>) -> DbResult<AccessLink> {
    Ok(AccessLink { id: c.take()?, account: c.take()?, name: c.take()?, email: c.take()?, on_paper: c.take()?, ends_at: c.take()? })
}

/// Mail address, name, operator, locked: of all accounts.
pub fn accounts(tx: &Tx<'_>) -> DbResult<Vec<(String, String, bool, bool)>> {
    tx.rows(&ACCOUNTS, &args![], |c| Ok((c.take()?, c.take()?, c.take()?, c.take()?)))
}

/// What an account may do in a hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenRole {
    /// Mail address of the account.
    pub email: String,
    /// Part of the hub's address.
    pub hub: String,
    /// The word of the role.
    pub role: String,
    /// Whether it is locked out of this hub.
    pub locked: bool,
}

/// The roles of all accounts.
pub fn roles(tx: &Tx<'_>) -> DbResult<Vec<GivenRole>> {
    tx.rows(&ROLES, &args![], |c| Ok(GivenRole { email: c.take()?, hub: c.take()?, role: c.take()?, locked: c.take()? }))
}

/// Gives an account a role in a hub.
pub fn set_role(tx: &Tx<'_>, hub: HubId, account: AccountId, role: Role) -> DbResult<()> {
    tx.execute(&SET_ROLE, &args![hub, account, role.as_str()]).map(drop)
}

/// Starts a session.
pub fn insert_session(tx: &Tx<'_>, token_hash: &[u8; 32], account: AccountId, now: Instant) -> DbResult<()> {
    tx.execute(&INSERT_SESSION, &args![token_hash.to_vec(), account, now]).map(drop)
}

/// The session of a token, with the role in a hub.
pub fn session(tx: &Tx<'_>, token_hash: &[u8; 32], hub: HubId) -> DbResult<Option<Session>> {
    tx.row(&SESSION, &args![token_hash.to_vec(), hub], |c| {
        let (account, name, operator, disabled, created_at, seen_at) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        let role: Option<String> = c.take()?;
        Ok(Session { account, name, operator, disabled, created_at, seen_at, role: role.as_deref().and_then(Role::parse), hubs: c.take()? })
    })
}

/// Notes a request of a session.
pub fn seen(tx: &Tx<'_>, token_hash: &[u8; 32], now: Instant) -> DbResult<()> {
    tx.execute(&SEEN, &args![token_hash.to_vec(), now]).map(drop)
}

/// Ends a session, and forgets those that nobody has used since `before`.
pub fn end_session(tx: &Tx<'_>, token_hash: &[u8; 32], before: Instant) -> DbResult<()> {
    tx.execute(&END_SESSION, &args![token_hash.to_vec()])?;
    tx.execute(&FORGET_SESSIONS, &args![before]).map(drop)
}
