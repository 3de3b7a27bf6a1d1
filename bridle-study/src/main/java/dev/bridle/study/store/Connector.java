package dev.bridle.study.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes connections to a store's file; tests put faulty ones in between. */
interface Connector {
  Connection connect(Path file, Access access) throws SQLException;
}
