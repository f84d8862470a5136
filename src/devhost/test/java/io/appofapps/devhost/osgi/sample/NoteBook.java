package io.appofapps.devhost.osgi.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Uses Active Objects as the name of the deed says; answers the titles that are left. */
public class NoteBook implements Function<String, String> {

  private final ActiveObjects ao;

  @Inject
  public NoteBook(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public String apply(String deed) {
    switch (deed) {
      case "write" -> write("a");
      case "write nested" ->
          ao.executeInTransaction(
              () -> {
                write("outer");
                return ao.executeInTransaction(() -> write("inner"));
              });
      case "outer fails" -> outerFails();
      case "inner fails" -> innerFails();
      case "inner failure is caught" -> innerFailureIsCaught();
      case "long title" -> write("x".repeat(256));
      default -> {}
    }
    return titles();
  }

  private void outerFails() {
    undone(
        () -> {
          write("outer");
          ao.executeInTransaction(() -> write("inner"));
          throw new IllegalStateException("undo");
        });
  }

  private void innerFails() {
    undone(
        () -> {
          write("outer");
          return ao.executeInTransaction(
              () -> {
                write("inner");
                throw new IllegalStateException("undo");
              });
        });
  }

  private void innerFailureIsCaught() {
    ao.executeInTransaction(
        () -> {
          write("outer");
          innerFails();
          return null;
        });
  }

  private void undone(Supplier<Note> work) {
    try {
      ao.executeInTransaction(work::get);
    } catch (IllegalStateException e) {
      // What was written must be gone; titles() shows what is left.
    }
  }

  private Note write(String title) {
    return ao.create(Note.class, new DBParam("TITLE", title));
  }

  private String titles() {
    return Arrays.stream(ao.find(Note.class, Query.select().order("ID")))
        .map(Note::getTitle)
        .collect(Collectors.joining(" "));
  }
}
