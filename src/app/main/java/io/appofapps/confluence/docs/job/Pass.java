package io.appofapps.confluence.docs.job;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.Judgement;
import io.appofapps.confluence.docs.Subject;
import io.appofapps.confluence.docs.rows.PageRows;
import io.appofapps.confluence.docs.rows.Run;
import io.appofapps.confluence.docs.rows.Run.Progress;
import io.appofapps.confluence.docs.rows.RunRows;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work itself: one run over all pages, or one judgement of what is known. */
final class Pass {

  private static final Logger LOG = LoggerFactory.getLogger(Pass.class);
  private static final int BATCH = 50;

  /** Clusters change all the time; what pages say of them does not. */
  private static final Duration BETWEEN_JUDGEMENTS = Duration.ofSeconds(60);

  private final ActiveObjects ao;
  private final StateReader state;
  private final ConfigurationReader configurations;
  private final Wiki wiki;
  private final Clock clock;
  private final Supplier<Pace> paces;
  private final PageRows pages;
  private final RunRows runs;
  private long judgedAsked = -1;
  private List<Subject> judged = List.of();
  private DocumentationRules judgedBy = DocumentationRules.DEFAULT;
  private long lookedRevision = -1;
  private Instant looked = Instant.MIN;

  Pass(
      ActiveObjects ao,
      StateReader state,
      ConfigurationReader configurations,
      Wiki wiki,
      Clock clock,
      Supplier<Pace> paces) {
    this.ao = ao;
    this.state = state;
    this.configurations = configurations;
    this.wiki = wiki;
    this.clock = clock;
    this.paces = paces;
    this.pages = new PageRows(ao);
    this.runs = new RunRows(ao);
  }

  /** Reads single pages again. */
  void refresh(Collection<Long> ids) {
    reading(configurations.current().documentation(), paces.get()).refresh(ids);
  }

  /**
   * Whether pages or Applications have changed since the last judgement.
   *
   * @param asked number of the last change of a page
   */
  boolean isDue(long asked) {
    Configuration configuration = configurations.current();
    Snapshot snapshot = state.current();
    boolean same =
        asked == judgedAsked
            && configuration.documentation().equals(judgedBy)
            && (snapshot.revision() == lookedRevision
                || clock.instant().isBefore(looked.plus(BETWEEN_JUDGEMENTS)));
    if (same) {
      return false;
    }
    boolean pagesOnlyAsBefore =
        asked == judgedAsked && configuration.documentation().equals(judgedBy);
    lookedRevision = snapshot.revision();
    looked = clock.instant();
    judgedAsked = asked;
    return !pagesOnlyAsBefore || !Subjects.of(snapshot, configuration).equals(judged);
  }

  /** Judges what is known. */
  void judge() {
    try {
      conclude(paces.get());
    } catch (RuntimeException e) {
      judgedAsked = -1;
      throw e;
    }
  }

  /**
   * Makes a run, from where it stands.
   *
   * @param between done after every few pages
   */
  void run(Run asked, Runnable between) {
    Run run = asked.resumed();
    Pace pace = paces.get();
    try {
      runs.save(run);
      DocumentationRules rules = configurations.current().documentation();
      run = read(run, rules, pace, between);
      Conclusion conclusion = conclude(pace);
      Progress end =
          new Progress(
              "",
              0,
              run.progress().pages(),
              run.progress().read(),
              asked.progress().statements() + pace.taken(),
              conclusion.findings(),
              conclusion.mended(),
              run.progress().resumed());
      runs.save(run.at(end).done(clock.instant()));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Run {} over the documentation failed", run.number(), e);
      runs.save(run.failed(clock.instant(), e.getClass().getSimpleName()));
    }
  }

  private Run read(Run begun, DocumentationRules rules, Pace pace, Runnable between) {
    PageReading reading = reading(rules, pace);
    List<String> spaces = reading.spaces();
    Run run = begun;
    for (String space : spaces) {
      String reached = run.progress().space();
      if (space.compareTo(reached) >= 0) {
        run = read(run, space, space.equals(reached) ? run.progress().page() : 0, reading, pace);
        between.run();
      }
    }
    pace.take(2);
    pages.keepOnly(new HashSet<>(spaces));
    return run;
  }

  private Run read(Run begun, String space, long from, PageReading reading, Pace pace) {
    pace.take(1);
    List<Long> ids = wiki.pages(space).stream().filter(id -> id > from).sorted().toList();
    Run run = begun;
    long after = from;
    int at = 0;
    do {
      List<Long> batch = ids.subList(at, Math.min(ids.size(), at + BATCH));
      at += batch.size();
      boolean last = at == ids.size();
      long upTo = last ? Long.MAX_VALUE : batch.get(batch.size() - 1);
      int before = pace.taken();
      int read = reading.read(space, after, batch, upTo, run.full());
      after = upTo;
      pace.take(2);
      run = run.at(further(run.progress(), space, after, batch.size(), read, pace, before));
      runs.save(run);
    } while (at < ids.size());
    return run;
  }

  private static Progress further(
      Progress progress, String space, long page, int pages, int read, Pace pace, int before) {
    return new Progress(
        space,
        page,
        progress.pages() + pages,
        progress.read() + read,
        progress.statements() + pace.taken() - before,
        progress.findings(),
        progress.mended(),
        progress.resumed());
  }

  private record Conclusion(int findings, int mended) {}

  private Conclusion conclude(Pace pace) {
    Configuration configuration = configurations.current();
    Snapshot snapshot = state.current();
    List<Subject> subjects = Subjects.of(snapshot, configuration);
    DocumentationRules rules = configuration.documentation();
    Judging judging = new Judging(ao, clock);
    Judgement judgement = judging.judge(subjects, Subjects.isComplete(snapshot), rules, pace);
    Set<Long> mended = new Mender(wiki, pace).mend(judgement, subjects, snapshot, configuration);
    if (!mended.isEmpty()) {
      reading(rules, pace).refresh(mended);
      judgement = judging.judge(subjects, Subjects.isComplete(snapshot), rules, pace);
    }
    judged = subjects;
    judgedBy = rules;
    int found =
        judgement.byPage().values().stream().mapToInt(List::size).sum()
            + judgement.undocumented().size();
    return new Conclusion(found, mended.size());
  }

  private PageReading reading(DocumentationRules rules, Pace pace) {
    return new PageReading(wiki, pages, rules, pace);
  }
}
