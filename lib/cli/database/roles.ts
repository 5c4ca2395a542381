import pg from "pg";
import { withClient } from "#lib/cli/database/connect.ts";
import { PlainFailure } from "#lib/cli/failure.ts";

const { escapeIdentifier, escapeLiteral } = pg;

/** The login of web and worker: owns nothing and bypasses no policy. */
export const appRole = "hosho_app";

/** The same database under another login. */
export function withLogin(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(role);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** The same server under another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/**
 * Creates the owner and its database on a fresh embedded cluster. The owner is no superuser, so that row-level security
 * binds it as it would anywhere else. Safe to repeat.
 */
export async function makeOwnerAndDatabase(
  superuserUrl: string,
  owner: { role: string; password: string; database: string; mayCreateDatabases?: boolean },
): Promise<void> {
  const role = escapeIdentifier(owner.role);
  const options = `LOGIN NOSUPERUSER CREATEROLE ${owner.mayCreateDatabases ? "CREATEDB" : "NOCREATEDB"}`;
  await withClient(superuserUrl, async (client) => {
    const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [owner.role]);
    const verb = known.rowCount === 0 ? "CREATE" : "ALTER";
    await client.query(`${verb} ROLE ${role} ${options} PASSWORD ${escapeLiteral(owner.password)}`);
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [owner.database]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${escapeIdentifier(owner.database)} OWNER ${role}`);
  });
}

/**
 * Creates the login `hosho_app` with this password, or changes the password of an existing one. Throws a plain failure
 * that names DATABASE_APP_URL when the owner may not do that.
 */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [appRole]);
    const verb = known.rowCount === 0 ? "CREATE" : "ALTER";
    try {
      await client.query(`${verb} ROLE ${appRole} LOGIN PASSWORD ${escapeLiteral(password)}`);
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "42501")) throw cause;
      throw new PlainFailure(
        `The owner in DATABASE_URL may not ${verb.toLowerCase()} the login ${appRole}. Let somebody who may make a ` +
          "login without privileges, and give its address as DATABASE_APP_URL.",
      );
    }
  });
}

/**
 * Grants the application's login access to the rows of all tables, never to their structure; in tables with the trigger
 * `append_only` it may not update or delete. Safe to repeat; runs after every migration.
 */
export async function grantToApp(ownerUrl: string, role: string): Promise<void> {
  const to = escapeIdentifier(role);
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; rights: string }>(`
      SELECT c.oid::regclass::text AS name,
        CASE
          WHEN c.relname = '_prisma_migrations' THEN 'SELECT'
          WHEN EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'append_only')
            THEN 'SELECT, INSERT'
          ELSE 'SELECT, INSERT, UPDATE, DELETE'
        END AS rights
      FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
      ORDER BY 1`);
    await client.query("BEGIN");
    await client.query(`GRANT USAGE ON SCHEMA public TO ${to}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`);
    // Revoked first, so that a table that became append-only loses what an earlier start granted.
    for (const { name, rights } of rows) {
      await client.query(`REVOKE ALL ON ${name} FROM ${to}`);
      await client.query(`GRANT ${rights} ON ${name} TO ${to}`);
    }
    await client.query("COMMIT");
  });
}

/** Throws a plain failure unless row-level security binds this login: no superuser, no bypass, no owner. */
export async function assertBoundByPolicies(appUrl: string): Promise<void> {
  await withClient(appUrl, async (client) => {
    const { rows } = await client.query<{ name: string; free: boolean; owns: boolean }>(`
      SELECT rolname AS name, rolsuper OR rolbypassrls AS free,
        EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER'))
          AS owns
      FROM pg_roles WHERE rolname = current_user`);
    const [login] = rows;
    if (login && !login.free && !login.owns) return;
    throw new PlainFailure(
      `The login "${login?.name}" of web and worker (DATABASE_APP_URL) is ${login?.free ? "a superuser or bypasses row-level security" : "an owner of tables"}; give it a login without privileges.`,
    );
  });
}
