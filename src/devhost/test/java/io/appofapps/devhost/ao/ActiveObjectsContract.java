package io.appofapps.devhost.ao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.devhost.osgi.PluginJar;
import io.appofapps.devhost.osgi.PluginRefusedException;
import io.appofapps.devhost.osgi.PluginSystem;
import io.appofapps.devhost.osgi.sample.FailingUpgrade;
import io.appofapps.devhost.osgi.sample.GreedyUpgrade;
import io.appofapps.devhost.osgi.sample.Note;
import io.appofapps.devhost.osgi.sample.NoteBook;
import io.appofapps.devhost.osgi.sample.UpgradeTo1;
import io.appofapps.devhost.osgi.sample.UpgradeTo2;
import io.appofapps.devhost.plugin.Plugin;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin may count on, whatever database the host runs on. */
abstract class ActiveObjectsContract {

  private static final String KEY = "test.notebook";

  @TempDir Path folder;
  private PluginSystem plugins;

  /** An empty database. */
  abstract DataSource database() throws Exception;

  @BeforeEach
  void start() throws Exception {
    plugins = new PluginSystem(folder.resolve("cache"), false);
    ActiveObjectsFactory factory = new ActiveObjectsFactory(database(), plugins);
    plugins.publishPerPlugin(
        ActiveObjects.class, plugin -> factory.of(plugin, plugins.modules(plugin)));
  }

  @AfterEach
  void stop() {
    plugins.close();
  }

  private Plugin installed(String ao, Class<?>... more) throws Exception {
    return plugins.install(
        new PluginJar(KEY)
            .with(NoteBook.class, Note.class)
            .with(more)
            .index("component", NoteBook.class.getName())
            .index("imports", ActiveObjects.class.getName())
            .descriptor("<ao key='ao'>" + ao + "</ao>")
            .in(folder));
  }

  private static String entity(Class<?> type) {
    return "<entity>" + type.getName() + "</entity>";
  }

  private Function<String, String> noteBook() throws Exception {
    Plugin plugin = installed(entity(Note.class));
    plugins.enable(KEY);
    return book(plugin);
  }

  @SuppressWarnings("unchecked")
  private static Function<String, String> book(Plugin plugin) {
    return plugin.create(NoteBook.class.getName(), Function.class);
  }

  @Test
  void aTransactionInATransactionJoinsIt() throws Exception {
    assertThat(noteBook().apply("write nested")).isEqualTo("outer inner");
  }

  @Test
  void whatAnInnerTransactionWroteGoesWithTheOuterOne() throws Exception {
    Function<String, String> book = noteBook();
    assertThat(book.apply("outer fails")).isEmpty();
    assertThat(book.apply("write")).isEqualTo("a");
  }

  @Test
  void anInnerTransactionThatFailsTakesTheOuterOneWithIt() throws Exception {
    Function<String, String> book = noteBook();
    assertThat(book.apply("inner fails")).isEmpty();
    assertThat(book.apply("write")).isEqualTo("a");
  }

  @Test
  void aCaughtFailureOfAnInnerTransactionStillRollsTheWholeBack() throws Exception {
    Function<String, String> book = noteBook();
    assertThatThrownBy(() -> book.apply("inner failure is caught"))
        .hasMessageContaining("one inside it failed");
    assertThat(book.apply("look")).isEmpty();
  }

  private Function<String, String> noteBookWith(Class<?>... upgradeTasks) throws Exception {
    StringBuilder ao = new StringBuilder(entity(Note.class));
    for (Class<?> task : upgradeTasks) {
      ao.append("<upgradeTask>").append(task.getName()).append("</upgradeTask>");
    }
    Plugin plugin = installed(ao.toString(), upgradeTasks);
    plugins.enable(KEY);
    return book(plugin);
  }

  @Test
  void upgradeTasksRunInOrderOfTheirVersionsOnANewDatabaseToo() throws Exception {
    assertThat(noteBookWith(UpgradeTo2.class, UpgradeTo1.class).apply("look"))
        .isEqualTo("from-0 from-1");
  }

  @Test
  void onlyTasksNewerThanTheTablesRun() throws Exception {
    assertThat(noteBookWith(UpgradeTo1.class).apply("look")).isEqualTo("from-0");
    plugins.uninstall(KEY);
    Function<String, String> newer = noteBookWith(UpgradeTo1.class, UpgradeTo2.class);
    assertThat(newer.apply("look")).isEqualTo("from-0 from-1");
    plugins.disable(KEY);
    plugins.enable(KEY);
    assertThat(book(plugins.enabled().get(0)).apply("look")).isEqualTo("from-0 from-1");
  }

  @Test
  void aFailingTaskIsRolledBackAndMakesActiveObjectsUnusable() throws Exception {
    Function<String, String> book =
        noteBookWith(UpgradeTo1.class, UpgradeTo2.class, FailingUpgrade.class);
    assertThatThrownBy(() -> book.apply("look"))
        .hasMessageContaining("FailingUpgrade to version 3 fails: no room");
    assertThatThrownBy(() -> book.apply("look"))
        .hasMessageContaining("The Active Objects of test.notebook are unusable")
        .hasMessageContaining("no room");
    plugins.uninstall(KEY);
    assertThat(noteBookWith(UpgradeTo1.class, UpgradeTo2.class).apply("look"))
        .isEqualTo("from-0 from-1");
  }

  @Test
  void twoTasksOfOneVersionAreRefused() throws Exception {
    Function<String, String> book = noteBookWith(UpgradeTo1.class, GreedyUpgrade.class);
    assertThatThrownBy(() -> book.apply("look"))
        .hasMessageContaining("two Active Objects upgrade tasks of version 1");
  }

  @Test
  void aTaskMayOnlyUseTheActiveObjectsItIsGiven() throws Exception {
    Function<String, String> book = noteBookWith(GreedyUpgrade.class);
    assertThatThrownBy(() -> book.apply("look")).hasMessageContaining("that it is given");
  }

  @Test
  void aTextLongerThanItsColumnIsRefused() throws Exception {
    Function<String, String> book = noteBook();
    assertThatThrownBy(() -> book.apply("long title")).hasMessageContaining("255");
    assertThat(book.apply("look")).isEmpty();
  }

  @Test
  void rowsOutliveDisablingAndAreOutOfReachMeanwhile() throws Exception {
    Function<String, String> before = noteBook();
    assertThat(before.apply("write")).isEqualTo("a");
    plugins.disable(KEY);
    assertThatThrownBy(() -> before.apply("look")).hasMessageContaining("before it is enabled");
    plugins.enable(KEY);
    assertThat(book(plugins.enabled().get(0)).apply("look")).isEqualTo("a");
  }

  @Test
  void moreThanFiftyEntitiesAreRefused() throws Exception {
    installed(entity(Note.class).repeat(51));
    assertThatThrownBy(() -> plugins.enable(KEY))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageContaining("more than 50");
  }
}
