import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";

const identity = { provider: "postgres", adapterName: "offline" } as const;

const greeting: SqlResultSet = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, "PostgreSQL 15.0", 150000]],
};

function refuse(query: SqlQuery): Promise<never> {
  return Promise.reject(new Error(`A comparison of two schemas asked a database: ${query.sql}`));
}

// The engine first asks its database for schema and version, even when it only compares two schemas.
const connection: SqlDriverAdapter = {
  ...identity,
  queryRaw: (query) => (query.sql.includes("version()") ? Promise.resolve(greeting) : refuse(query)),
  executeRaw: refuse,
  executeScript: (sql) => refuse({ sql, args: [], argTypes: [] }),
  startTransaction: () => Promise.reject(new Error("A comparison of two schemas opened a transaction.")),
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  dispose: () => Promise.resolve(),
};

/**
 * Stands in for a database: answers the schema engine's first questions as PostgreSQL 15 would and refuses everything
 * else.
 */
export const offlineAdapter: SqlMigrationAwareDriverAdapterFactory = {
  ...identity,
  connect: () => Promise.resolve(connection),
  connectToShadowDb: () => Promise.resolve(connection),
};
