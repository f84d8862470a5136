package io.appofapps.confluence.git;

import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says to people what a Git host does. */
@Named
public class HostWords {

  private static final int LONGEST = 500;

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
    Optional<LimitException> limit = Causes.of(thrown, LimitException.class);
    if (limit.isPresent()) {
      String word = limit.get().limit().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return texts.get("aoa.git.limit." + word, url);
    }
    return texts.get("aoa.git.unreachable." + kind(thrown), url);
  }

  /** Whether asking again later is of no use, because of what the host answered. */
  static boolean isFinal(Exception thrown) {
    return thrown instanceof Remote.NoTokenException
        || Causes.of(thrown, HostAnswerException.class)
            .filter(answer -> answer.status() < 500 && answer.status() != 429)
            .isPresent();
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
    if (Causes.of(thrown, UnknownHostException.class).isPresent()) {
      return "name";
    }
    if (Causes.of(thrown, SSLException.class).isPresent()) {
      return "tls";
    }
    if (Causes.of(thrown, SocketTimeoutException.class).isPresent()) {
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
