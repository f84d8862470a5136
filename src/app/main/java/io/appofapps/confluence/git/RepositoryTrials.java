package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;

/**
 * Tries a repository step by step: may the app read it, push to it, and see its pull requests? It
 * changes nothing there.
 */
@Named
public class RepositoryTrials {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long MOST_BYTES = 32L << 20;
  private static final String HEADS = "refs/heads/";

  private final HostWords words;
  private final Texts texts;
  private final ReviewHosts hosts = new ReviewHosts(LIMIT);

  @Inject
  public RepositoryTrials(HostWords words, Texts texts) {
    this.words = words;
    this.texts = texts;
  }

  /** What is tried, in this order. */
  public enum Step {
    READ,
    PUSH,
    PULL_REQUEST
  }

  /**
   * How one step went.
   *
   * @param message for people: what works, or why it does not and what to do
   */
  public record Result(Step step, boolean ok, String message) {}

  /**
   * Tries all steps that the settings ask for, as far as they go. Never throws for what the host
   * does.
   *
   * @param secrets texts of the secrets that the settings name
   */
  public List<Result> test(
      RepositorySettings settings, Function<SecretReference, Optional<SecretText>> secrets) {
    List<Result> results = new ArrayList<>();
    Remote remote = new Remote(settings, secrets);
    results.add(run(settings, Step.READ, () -> read(remote)));
    if (results.get(0).ok()) {
      results.add(
          settings.signIn().isEmpty()
              ? new Result(Step.PUSH, false, texts.get("aoa.git.test.push.anonymous"))
              : run(settings, Step.PUSH, () -> push(remote)));
      settings
          .review()
          .ifPresent(
              review ->
                  results.add(
                      run(settings, Step.PULL_REQUEST, () -> requests(settings, review, secrets))));
    }
    return List.copyOf(results);
  }

  private interface Work {
    String run() throws IOException;
  }

  private Result run(RepositorySettings settings, Step step, Work work) {
    try {
      return new Result(step, true, work.run());
    } catch (IOException | RuntimeException e) {
      return new Result(step, false, words.ofApi(settings.url(), e));
    }
  }

  private String read(Remote remote) throws IOException {
    try (Remote.Line line = open(remote);
        FetchConnection connection = line.transport().openFetch()) {
      long branches =
          connection.getRefs().stream().filter(ref -> ref.getName().startsWith(HEADS)).count();
      return texts.get("aoa.git.test.read", branches);
    }
  }

  private String push(Remote remote) throws IOException {
    try (Remote.Line line = open(remote);
        PushConnection connection = line.transport().openPush()) {
      connection.getRefs();
      return texts.get("aoa.git.test.push");
    }
  }

  private String requests(
      RepositorySettings settings,
      RepositorySettings.Review review,
      Function<SecretReference, Optional<SecretText>> secrets)
      throws IOException {
    SecretText token =
        settings
            .signIn()
            .flatMap(RepositorySettings.SignIn::token)
            .flatMap(secrets)
            .orElseThrow(Remote.NoTokenException::new);
    hosts.of(settings, review, token).find("promotion/none", "main");
    return texts.get("aoa.git.test.pull-request");
  }

  private static Remote.Line open(Remote remote) throws IOException {
    return remote.open(
        new MemoryRepository(), MOST_BYTES, LIMIT, () -> Thread.currentThread().isInterrupted());
  }
}
