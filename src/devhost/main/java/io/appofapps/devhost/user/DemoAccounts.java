package io.appofapps.devhost.user;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The four people of the demo; password = name. Their access tokens are kept in the shared home,
 * readable by its owner only, because the table of accounts shows the same ones at every start.
 */
public final class DemoAccounts {

  private static final String USERS = "confluence-users";

  private record Person(String name, String fullName, String... groups) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("admin", "Ada Admin", USERS, Account.ADMINISTRATORS),
          new Person("developer", "Devin Developer", USERS, "developers"),
          new Person("approver", "Priya Approver", USERS, "platform-approvers"),
          new Person("viewer", "Vera Viewer", USERS, "viewers"));

  private final Accounts accounts;
  private final Path file;

  public DemoAccounts(Accounts accounts, Path home) {
    this.accounts = accounts;
    this.file = home.resolve("demo-accounts.properties");
  }

  /** Makes what is missing; returns one line per account, the access token last on it. */
  public List<String> prepare() {
    Properties tokens = read();
    List<String> table = PEOPLE.stream().map(person -> prepare(person, tokens)).toList();
    write(tokens);
    return table;
  }

  private String prepare(Person person, Properties tokens) {
    Account account =
        accounts
            .byName(person.name())
            .orElseGet(
                () ->
                    accounts.save(
                        person.name(),
                        person.fullName(),
                        person.name(),
                        Set.of(person.groups()),
                        true));
    String token = tokens.getProperty(account.name(), "");
    if (accounts.byToken(token).filter(account::equals).isEmpty()) {
      token = accounts.issueToken(account.name());
      tokens.setProperty(account.name(), token);
    }
    return String.format(
        "%-10s %-10s %-45s %s",
        account.name(),
        person.name(),
        String.join(",", account.groups().stream().sorted().toList()),
        token);
  }

  private Properties read() {
    Properties tokens = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        tokens.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return tokens;
  }

  private void write(Properties tokens) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.createFile(file, ownerOnly());
      }
      try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        tokens.store(writer, "Access tokens of the demo accounts");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
