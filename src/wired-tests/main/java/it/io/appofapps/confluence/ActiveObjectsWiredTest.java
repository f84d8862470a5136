package it.io.appofapps.confluence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.fail;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugins.osgi.test.AtlassianPluginsTestRunner;
import jakarta.inject.Inject;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Rows are written and read back as the app relies on it. */
@RunWith(AtlassianPluginsTestRunner.class)
public class ActiveObjectsWiredTest {

  private final ActiveObjects activeObjects;

  @Inject
  public ActiveObjectsWiredTest(@ComponentImport ActiveObjects activeObjects) {
    this.activeObjects = activeObjects;
  }

  @After
  public void removeTheRows() {
    activeObjects.deleteWithSQL(Note.class, "ID > ?", 0);
  }

  @Test
  public void aRowIsFoundByAColumnAndKeepsALongText() {
    String text = "ä".repeat(20_000);
    activeObjects.executeInTransaction(
        () -> {
          Note note = activeObjects.create(Note.class, new DBParam("TITLE", "long"));
          note.setText(text);
          note.save();
          return note;
        });
    Note[] found = activeObjects.find(Note.class, Query.select().where("TITLE = ?", "long"));
    assertEquals(1, found.length);
    assertEquals(text, found[0].getText());
  }

  @Test
  public void aTransactionThatFailsLeavesNothing() {
    try {
      activeObjects.executeInTransaction(
          () -> {
            activeObjects.create(Note.class, new DBParam("TITLE", "lost"));
            throw new IllegalStateException("on purpose");
          });
      fail("The failure of a transaction is passed on");
    } catch (RuntimeException expected) {
      // The product runs JUnit 4.12, which has no assertThrows.
    }
    assertEquals(
        0, activeObjects.find(Note.class, Query.select().where("TITLE = ?", "lost")).length);
  }
}
