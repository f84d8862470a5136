package io.appofapps.confluence.git;

import io.appofapps.confluence.cluster.AddressGuard;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Says to people what a Git host does. */
@Named
public class HostWords {

  private static final int LONGEST = 500;

  /** Statuses of HTTP with which hosts refuse what they have understood. */
  private static final Set<Integer> SAYS_WHY = Set.of(400, 403, 405, 409, 422);

  private final Texts texts;

  @Inject
  public HostWords(Texts texts) {
    this.texts = texts;
  }

  /** No repository of that address is configured. */
  String unknown(String repository) {
    return texts.get("aoa.git.unknown", plain(repository));
  }

  /** No branch, tag or commit has that name. */
  String noRevision(String repository, String revision) {
    return texts.get("aoa.git.no-revision", plain(repository), plain(revision));
  }

  /** There is a branch of that name that has something else. */
  String branchTaken(String repository, String branch) {
    return texts.get("aoa.git.branch-taken", plain(repository), plain(branch));
  }

  /** Others were quicker each time. */
  String busy(String repository) {
    return texts.get("aoa.git.busy", plain(repository));
  }

  /** What the host gave as the reason, as one line of plain text; the words of the app if none. */
  String refusal(String repository, String reason) {
    String words = plain(reason);
    return words.isEmpty() ? texts.get("aoa.git.refused", plain(repository)) : words;
  }

  /** Why something did not work; never what is secret, and nothing that the host wrote. */
  String of(String repository, Exception thrown) {
    String url = plain(repository);
    if (thrown instanceof Remote.NoTokenException) {
      return texts.get("aoa.git.no-token", url);
    }
    Optional<HostAnswerException> answer = Causes.of(thrown, HostAnswerException.class);
    if (answer.isPresent()) {
      return texts.get(answered(answer.get().status()), url, answer.get().status());
    }
    Optional<SshException.Kind> ssh =
        Causes.of(thrown, SshException.class)
            .map(SshException::kind)
            .filter(each -> each != SshException.Kind.CONNECTION);
    if (ssh.isPresent()) {
      return texts.get("aoa.git.ssh." + word(ssh.get()), url);
    }
    if (Causes.of(thrown, NoRemoteRepositoryException.class).isPresent()) {
      return texts.get("aoa.git.ssh.not-found", url);
    }
    Optional<LimitException> limit = Causes.of(thrown, LimitException.class);
    if (limit.isPresent()) {
      return texts.get("aoa.git.limit." + word(limit.get().limit()), url);
    }
    return texts.get("aoa.git.unreachable." + kind(thrown), url);
  }

  /** The same of a call to the host's API; where that says why it does not want to, its words. */
  String ofApi(String repository, Exception thrown) {
    return Causes.of(thrown, HostAnswerException.class)
        .filter(answer -> SAYS_WHY.contains(answer.status()))
        .map(answer -> plain(answer.words()))
        .filter(said -> !said.isEmpty())
        .orElseGet(() -> of(repository, thrown));
  }

  /** Whether asking again later is of no use, because of what the host answered. */
  static boolean isFinal(Exception thrown) {
    return thrown instanceof Remote.NoTokenException
        || Causes.of(thrown, NoRemoteRepositoryException.class).isPresent()
        || Causes.of(thrown, AddressGuard.RefusedAddressException.class).isPresent()
        || Causes.of(thrown, SshException.class)
            .filter(ssh -> ssh.kind() != SshException.Kind.CONNECTION)
            .isPresent()
        || Causes.of(thrown, HostAnswerException.class)
            .filter(answer -> answer.status() < 500 && answer.status() != 429)
            .isPresent();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String answered(int status) {
    if (status < 400) {
      return "aoa.git.moved-away";
    }
    return switch (status) {
      case 401, 403, 407 -> "aoa.git.sign-in";
      case 404, 410 -> "aoa.git.not-found";
      default -> "aoa.git.answered";
    };
  }

  private static String kind(Exception thrown) {
    if (Causes.of(thrown, AddressGuard.RefusedAddressException.class).isPresent()) {
      return "guarded";
    }
    if (Causes.of(thrown, UnknownHostException.class).isPresent()
        || Causes.of(thrown, UnresolvedAddressException.class).isPresent()) {
      return "name";
    }
    if (Causes.of(thrown, SSLException.class).isPresent()) {
      return "tls";
    }
    if (Causes.of(thrown, SocketTimeoutException.class).isPresent()
        || Causes.of(thrown, HttpTimeoutException.class).isPresent()) {
      return "silent";
    }
    return Causes.of(thrown, ConnectException.class).isPresent() ? "refused" : "other";
  }

  /** One line without colours, without what cannot be seen, and not too long. */
  private static String plain(String text) {
    String line =
        text.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "")
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}\\s]+", " ")
            .strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
