package io.appofapps.devhost.ao;

import com.atlassian.activeobjects.external.ModelVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;

/** Up to which version the tables of a plugin have been upgraded; kept by the tables' prefix. */
final class ModelVersions {

  private final DataSource dataSource;
  private final String prefix;

  ModelVersions(DataSource dataSource, String prefix) {
    this.dataSource = dataSource;
    this.prefix = prefix;
  }

  ModelVersion current() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "create table if not exists host_ao_version"
                + " (prefix varchar(40) primary key, version varchar(40) not null)");
      }
      try (PreparedStatement select =
          connection.prepareStatement("select version from host_ao_version where prefix = ?")) {
        select.setString(1, prefix);
        try (ResultSet rows = select.executeQuery()) {
          return ModelVersion.valueOf(rows.next() ? rows.getString(1) : null);
        }
      }
    }
  }

  /**
   * Takes part in the transaction that the provider is in, so that work and version go together.
   */
  void set(ModelVersion version, DatabaseProvider provider) throws SQLException {
    try (Connection connection = provider.getConnection()) {
      if (execute(connection, "update host_ao_version set version = ? where prefix = ?", version)
          == 0) {
        execute(connection, "insert into host_ao_version (version, prefix) values (?, ?)", version);
      }
    }
  }

  private int execute(Connection connection, String sql, ModelVersion version) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, version.toString());
      statement.setString(2, prefix);
      return statement.executeUpdate();
    }
  }
}
