package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and watches pull requests at Bitbucket Data Center, GitHub and GitLab. The branch is named
 * after the change, so that one that is there already is found again, whatever happened in between.
 */
@Named
public class RepositoryReviews implements Reviews {

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryReviews.class);

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String BRANCHES = "promotion/";

  /** Of a page at any of the hosts: {@code …/pull/7}, {@code …/pull-requests/7/overview}. */
  private static final Pattern NUMBER =
      Pattern.compile("/(?:pull|pull-requests|merge_requests)/(\\d{1,18})(?:[/?#].*)?$");

  private final ConfigurationReader configuration;
  private final Secrets secrets;
  private final HostWords words;
  private final ReviewHosts hosts;

  @Inject
  public RepositoryReviews(ConfigurationReader configuration, Secrets secrets, HostWords words) {
    this(configuration, secrets, words, LIMIT);
  }

  RepositoryReviews(
      ConfigurationReader configuration, Secrets secrets, HostWords words, Duration limit) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.words = words;
    this.hosts = new ReviewHosts(limit);
  }

  @Override
  public boolean wanted(RepositoryFiles.Commit base) {
    return settings(base).flatMap(RepositorySettings::review).isPresent();
  }

  @Override
  public Outcome open(Pushes.Change change) {
    RepositoryFiles.Commit base = change.base();
    Optional<RepositorySettings> settings = settings(base);
    if (settings.isEmpty()) {
      return new Outcome.Refused(words.unknown(base.address()));
    }
    try {
      String branch = BRANCHES + change.id();
      PullRequests requests = requests(settings.get());
      Optional<PullRequest> there = requests.find(branch, base.branch());
      return there.isPresent()
          ? opened(there.get())
          : push(settings.get(), change, branch, requests);
    } catch (IOException | RuntimeException e) {
      log("opened for the change " + change.id(), base.address(), e);
      String why = words.ofApi(base.address(), e);
      return HostWords.isFinal(e) ? new Outcome.Refused(why) : new Outcome.Unreachable(why);
    }
  }

  private Outcome push(
      RepositorySettings settings, Pushes.Change change, String branch, PullRequests requests)
      throws IOException {
    Pushes.Outcome pushed =
        new Push(new Remote(settings, secrets::find), change, branch, words).run();
    if (pushed instanceof Pushes.Refused refused) {
      return new Outcome.Refused(refused.words());
    }
    if (pushed instanceof Pushes.Moved moved) {
      return new Outcome.Moved(moved.path());
    }
    if (pushed instanceof Pushes.Unreachable unreachable) {
      return new Outcome.Unreachable(unreachable.words());
    }
    String onto = change.base().branch();
    try {
      return opened(
          requests.open(new PullRequest.Wanted(branch, onto, change.title(), description(change))));
    } catch (HostAnswerException e) {
      // another node may have been quicker, or the answer of before was lost
      Optional<PullRequest> there = requests.find(branch, onto);
      if (there.isPresent()) {
        return opened(there.get());
      }
      throw e;
    }
  }

  /** Indented, so that no text of a person is taken for a mention, a link or a picture. */
  private static String description(Pushes.Change change) {
    return "App of Apps opened this for a promotion, and watches it.\n\n"
        + change.message().lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
  }

  private static Outcome opened(PullRequest request) {
    return new Outcome.Opened(request.address(), request.head());
  }

  @Override
  public Standing look(RepositoryFiles.Commit base, String address) {
    return standing(base, address, (requests, number) -> requests.read(number));
  }

  @Override
  public Standing close(RepositoryFiles.Commit base, String address) {
    return standing(
        base,
        address,
        (requests, number) -> {
          PullRequest now = requests.read(number);
          return now.state() == PullRequest.State.OPEN ? requests.close(now) : now;
        });
  }

  private interface Question {
    PullRequest ask(PullRequests requests, long number) throws IOException;
  }

  private Standing standing(RepositoryFiles.Commit base, String address, Question question) {
    Optional<RepositorySettings> settings = settings(base);
    Matcher number = NUMBER.matcher(address);
    if (settings.isEmpty() || !number.find()) {
      return new Standing.Unknown(words.unknown(base.address()));
    }
    try {
      PullRequest request = question.ask(requests(settings.get()), Long.parseLong(number.group(1)));
      return switch (request.state()) {
        case OPEN -> new Standing.Waiting();
        case CLOSED -> new Standing.Declined();
        case MERGED -> new Standing.Merged(request.merged().orElse(request.head()));
      };
    } catch (IOException | RuntimeException e) {
      log("looked at", base.address(), e);
      return new Standing.Unknown(words.ofApi(base.address(), e));
    }
  }

  private PullRequests requests(RepositorySettings settings) throws Remote.NoTokenException {
    SecretText token =
        settings
            .signIn()
            .flatMap(RepositorySettings.SignIn::token)
            .flatMap(secrets::find)
            .orElseThrow(Remote.NoTokenException::new);
    return hosts.of(settings, settings.review().orElseThrow(), token);
  }

  private Optional<RepositorySettings> settings(RepositoryFiles.Commit base) {
    return configuration.current().repositories().stream()
        .filter(each -> each.id().equals(base.repository()))
        .filter(each -> each.url().equals(base.address()))
        .findFirst();
  }

  private static void log(String what, String url, Exception thrown) {
    LOG.warn(
        "A pull request could not be {} at the Git repository {}: {}",
        what,
        url,
        Causes.kinds(thrown));
  }
}
