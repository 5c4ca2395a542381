import { PrismaPg } from "@prisma/adapter-pg";
import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * Prisma's PostgreSQL adapter, but it sends a script unchanged. The original splits scripts at every semicolon, also
 * inside comments and function bodies, and runs the parts one by one. Sent as one, a script is one transaction, so that
 * a failed migration leaves nothing behind.
 */
export function scriptAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        try {
          await pool.query(script);
        } catch (error) {
          throw error instanceof pg.DatabaseError ? asAdapterError(error) : error;
        }
      };
      return adapter;
    },
  };
}

// In any other form, the schema engine would show a number instead of PostgreSQL's words.
function asAdapterError(error: pg.DatabaseError): DriverAdapterError {
  const { code = "XX000", severity = "ERROR", message, detail, column, hint } = error;
  return new DriverAdapterError({
    kind: "postgres",
    code,
    severity,
    message,
    detail,
    column,
    hint,
    originalCode: code,
    originalMessage: message,
  });
}
