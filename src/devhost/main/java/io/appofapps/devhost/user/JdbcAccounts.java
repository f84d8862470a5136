package io.appofapps.devhost.user;

import io.appofapps.devhost.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Accounts in the host's database. */
public final class JdbcAccounts implements Accounts {

  private static final List<String> SCHEMA =
      List.of(
          "create table host_account (user_key varchar(64) primary key,"
              + " name varchar(255) not null unique, full_name varchar(255) not null,"
              + " email varchar(255) not null, groups_of varchar(4000) not null,"
              + " licensed boolean not null, password varchar(255) not null)",
          "create table host_token (hash varchar(64) primary key,"
              + " user_key varchar(64) not null references host_account (user_key))");

  private static final String SELECT =
      "select user_key, name, full_name, email, groups_of, licensed from host_account";

  /** Compared with when there is no such account, so that the answer takes as long. */
  private static final String UNKNOWN_ACCOUNT = PasswordHash.of(PasswordHash.newToken());

  private final Database database;

  public JdbcAccounts(Database database) {
    this.database = database;
    database.migrate("user", SCHEMA);
  }

  @Override
  public List<Account> all() {
    return database.jdbc().sql(SELECT + " order by name").query(JdbcAccounts::account).list();
  }

  @Override
  public Optional<Account> byName(String name) {
    return one(SELECT + " where name = ?", canonical(name));
  }

  @Override
  public Optional<Account> byKey(String key) {
    return one(SELECT + " where user_key = ?", key);
  }

  @Override
  public Account save(
      String name, String fullName, String password, Set<String> groups, boolean licensed) {
    String login = canonical(name);
    String key = byName(login).map(Account::key).orElseGet(JdbcAccounts::newKey);
    Account account =
        new Account(key, login, fullName, login + "@example.invalid", groups, licensed);
    String hash = PasswordHash.of(password);
    database.transactions().executeWithoutResult(status -> store(account, hash));
    return account;
  }

  private void store(Account account, String hash) {
    String groups = String.join(",", new TreeSet<>(account.groups()));
    int changed =
        database
            .jdbc()
            .sql(
                "update host_account set full_name = ?, groups_of = ?, licensed = ?, password = ?"
                    + " where user_key = ?")
            .params(account.fullName(), groups, account.licensed(), hash, account.key())
            .update();
    if (changed == 0) {
      database
          .jdbc()
          .sql(
              "insert into host_account"
                  + " (user_key, name, full_name, email, groups_of, licensed, password)"
                  + " values (?, ?, ?, ?, ?, ?, ?)")
          .params(
              account.key(),
              account.name(),
              account.fullName(),
              account.email(),
              groups,
              account.licensed(),
              hash)
          .update();
    }
  }

  @Override
  public Optional<Account> authenticate(String name, String password) {
    String hash =
        database
            .jdbc()
            .sql("select password from host_account where name = ?")
            .param(canonical(name))
            .query(String.class)
            .optional()
            .orElse(UNKNOWN_ACCOUNT);
    return PasswordHash.matches(password, hash) ? byName(name) : Optional.empty();
  }

  @Override
  public String issueToken(String name) {
    Account owner =
        byName(name).orElseThrow(() -> new IllegalArgumentException("No account " + name));
    String token = PasswordHash.newToken();
    database
        .jdbc()
        .sql("insert into host_token (hash, user_key) values (?, ?)")
        .params(PasswordHash.ofToken(token), owner.key())
        .update();
    return token;
  }

  @Override
  public Optional<Account> byToken(String token) {
    return one(
        SELECT + " where user_key = (select t.user_key from host_token t where t.hash = ?)",
        PasswordHash.ofToken(token));
  }

  private Optional<Account> one(String sql, String parameter) {
    return database.jdbc().sql(sql).param(parameter).query(JdbcAccounts::account).optional();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    Set<String> groups =
        Arrays.stream(row.getString("groups_of").split(","))
            .filter(group -> !group.isEmpty())
            .collect(Collectors.toSet());
    return new Account(
        row.getString("user_key"),
        row.getString("name"),
        row.getString("full_name"),
        row.getString("email"),
        groups,
        row.getBoolean("licensed"));
  }

  private static String canonical(String name) {
    return name.trim().toLowerCase(Locale.ROOT);
  }

  /** Like Confluence's: 32 hexadecimal digits that say nothing about the name. */
  private static String newKey() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
