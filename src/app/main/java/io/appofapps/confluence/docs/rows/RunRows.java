package io.appofapps.confluence.docs.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.docs.rows.Run.Phase;
import io.appofapps.confluence.docs.rows.Run.Progress;
import io.appofapps.confluence.state.rows.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** All access to the rows of runs. Every call is one short transaction. */
public final class RunRows {

  /** Runs that are kept. */
  static final int KEPT = 20;

  private final ActiveObjects ao;

  public RunRows(ActiveObjects ao) {
    this.ao = ao;
  }

  /** The last runs, the newest first. */
  public List<Run> last() {
    return ao.executeInTransaction(this::find);
  }

  private List<Run> find() {
    List<Run> runs = new ArrayList<>();
    for (DocRunRow row :
        ao.find(
            DocRunRow.class,
            Query.select().where("RUN_NUMBER > ?", 0L).order("RUN_NUMBER DESC").limit(KEPT))) {
      runs.add(read(row));
    }
    return runs;
  }

  /** Asks for a run; the one that is open already when there is one. */
  public Run ask(boolean full, String starter, Instant now) {
    return ao.executeInTransaction(
        () -> {
          List<Run> runs = find();
          Optional<Run> open = runs.stream().filter(run -> !run.isOver()).findFirst();
          if (open.isPresent()) {
            return open.get();
          }
          long number = runs.isEmpty() ? 1 : runs.get(0).number() + 1;
          Run run =
              new Run(
                  number, Phase.WAITING, full, starter, now, Optional.empty(), Progress.START, "");
          ao.create(
              DocRunRow.class,
              new DBParam("RUN_NUMBER", number),
              new DBParam("DOCUMENT", write(run)));
          ao.deleteWithSQL(DocRunRow.class, "RUN_NUMBER <= ?", number - KEPT);
          return run;
        });
  }

  /** Writes how a run stands. */
  public void save(Run run) {
    ao.executeInTransaction(
        () -> {
          for (DocRunRow row : ao.find(DocRunRow.class, "RUN_NUMBER = ?", run.number())) {
            row.setDocument(write(run));
            row.save();
          }
          return null;
        });
  }

  private static String write(Run run) {
    Progress progress = run.progress();
    return Document.empty()
        .put("phase", run.phase().name())
        .put("full", run.full())
        .put("starter", run.starter())
        .put("asked", Optional.of(run.asked()))
        .put("ended", run.ended())
        .put("failure", run.failure())
        .put("space", progress.space())
        .put("page", Long.toString(progress.page()))
        .put("pages", progress.pages())
        .put("read", progress.read())
        .put("statements", progress.statements())
        .put("findings", progress.findings())
        .put("mended", progress.mended())
        .put("resumed", progress.resumed())
        .write();
  }

  private static Run read(DocRunRow row) {
    Document document = Document.parse(row.getDocument());
    return new Run(
        row.getRunNumber(),
        Phase.valueOf(document.text("phase")),
        document.flag("full"),
        document.text("starter"),
        document.moment("asked").orElse(Instant.EPOCH),
        document.moment("ended"),
        new Progress(
            document.text("space"),
            Long.parseLong(document.text("page")),
            document.number("pages"),
            document.number("read"),
            document.number("statements"),
            document.number("findings"),
            document.number("mended"),
            document.number("resumed")),
        document.text("failure"));
  }
}
