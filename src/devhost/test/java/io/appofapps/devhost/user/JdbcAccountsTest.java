package io.appofapps.devhost.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.db.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcAccountsTest {

  private final Database database = Database.open("jdbc:h2:mem:", "sa", "");
  private final Accounts accounts = new JdbcAccounts(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSavedAccountIsFoundByNameWhateverItsCase() {
    Account saved = accounts.save("Vera", "Vera V", "secret", Set.of("a", "b"), true);
    assertThat(accounts.byName("VERA ")).contains(saved);
    assertThat(accounts.byKey(saved.key())).contains(saved);
    assertThat(saved.groups()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void savingAgainKeepsTheKeyAndChangesTheRest() {
    Account first = accounts.save("vera", "Vera", "old", Set.of("a"), true);
    Account second = accounts.save("vera", "Vera V", "new", Set.of(), false);
    assertThat(second.key()).isEqualTo(first.key());
    assertThat(accounts.all()).containsExactly(second);
    assertThat(accounts.authenticate("vera", "old")).isEmpty();
    assertThat(accounts.authenticate("vera", "new")).contains(second);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreRefused() {
    accounts.save("vera", "Vera", "secret", Set.of(), true);
    assertThat(accounts.authenticate("vera", "Secret")).isEmpty();
    assertThat(accounts.authenticate("nobody", "secret")).isEmpty();
  }

  @Test
  void neitherPasswordNorTokenIsStoredInClear() {
    accounts.save("vera", "Vera", "secret", Set.of(), true);
    String token = accounts.issueToken("vera");
    assertThat(accounts.byToken(token)).map(Account::name).contains("vera");
    assertThat(accounts.byToken(token + "x")).isEmpty();
    assertThat(column("select password from host_account")).doesNotContain("secret");
    assertThat(column("select hash from host_token")).doesNotContain(token);
  }

  @Test
  void demoAccountsKeepTheirTokensInAFileThatOnlyItsOwnerReads(@TempDir Path home)
      throws Exception {
    List<String> first = new DemoAccounts(accounts, home).prepare();
    List<String> second = new DemoAccounts(accounts, home).prepare();
    assertThat(second).isEqualTo(first).hasSize(4);
    for (String line : first) {
      String[] words = line.split("\\s+");
      assertThat(accounts.byToken(words[words.length - 1])).map(Account::name).contains(words[0]);
      assertThat(accounts.authenticate(words[0], words[0])).isPresent();
    }
    Path file = home.resolve("demo-accounts.properties");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aNewDatabaseGetsNewTokens(@TempDir Path home) {
    List<String> before = new DemoAccounts(accounts, home).prepare();
    try (Database other = Database.open("jdbc:h2:mem:", "sa", "")) {
      Accounts others = new JdbcAccounts(other);
      List<String> after = new DemoAccounts(others, home).prepare();
      assertThat(after).doesNotContainAnyElementsOf(before);
    }
  }

  private String column(String sql) {
    return database.jdbc().sql(sql).query(String.class).single();
  }
}
