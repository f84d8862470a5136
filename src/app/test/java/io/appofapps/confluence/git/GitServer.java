package io.appofapps.confluence.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.git.NewCommits;
import io.appofapps.git.SmartHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceivePack;

/** A real repository in a directory, and its smart HTTP on a port of this machine. */
public final class GitServer implements AutoCloseable {

  public static final String TOKEN = "the-git-token";

  public final AtomicInteger fetches = new AtomicInteger();
  public final AtomicInteger pushes = new AtomicInteger();
  final AtomicInteger sent = new AtomicInteger();

  /** Refuses pushes when it says so. */
  public volatile PreReceiveHook hook = PreReceiveHook.NULL;

  /** What happens to a push before it is looked at, and before its answer goes out. */
  public volatile Fault before = () -> {};

  public volatile Fault after = () -> {};
  volatile Optional<String> redirect = Optional.empty();
  volatile boolean asksForToken;
  private boolean closed;
  private final Repository repository;
  private final SmartHttp smart;
  private final HttpServer http;

  /** May throw to cut the connection. */
  public interface Fault {
    void happen() throws IOException;
  }

  public GitServer(Path directory) throws IOException {
    repository = new FileRepository(directory.toFile());
    repository.create(true);
    repository.updateRef(Constants.HEAD).link("refs/heads/main");
    allowFilter(true);
    smart = new Counted(repository);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/team/apps.git/", this::answer);
    http.start();
  }

  void allowFilter(boolean allow) throws IOException {
    SmartHttp.allowFilter(repository, allow);
    repository.getConfig().save();
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/team/apps.git";
  }

  public RepositorySettings settings() {
    return settings(Optional.empty());
  }

  RepositorySettings settingsWithToken() {
    return settings(
        Optional.of(
            new RepositorySettings.SignIn(
                "bot",
                Optional.of(TestConfiguration.reference("apps.git-token")),
                Optional.empty())));
  }

  private RepositorySettings settings(Optional<RepositorySettings.SignIn> signIn) {
    return new RepositorySettings(
        "apps", url(), RepositorySettings.JIRA_KEYS, signIn, Optional.empty());
  }

  /** Serves something else beside the repository. */
  void serve(String path, HttpHandler handler) {
    http.createContext(path, handler);
  }

  Remote remote() {
    return new Remote(settings(), new TestConfiguration().secrets::find);
  }

  Repository repository() {
    return repository;
  }

  /** The hash of a new commit of one file, with that message. */
  String commit(String message) throws IOException {
    return commit("main", message, Map.of("values.yaml", message));
  }

  /** The hash of a new commit on the branch, which changes those files. */
  public String commit(String branch, String message, Map<String, String> files)
      throws IOException {
    PersonIdent someone = new PersonIdent("Someone", "someone@example.com");
    return NewCommits.add(repository, branch, someone, message, files).name();
  }

  /** Makes a ref name that commit, whatever it named before. */
  void point(String ref, ObjectId id) throws IOException {
    NewCommits.point(repository, ref, id);
  }

  /** The commits of a branch, newest first. */
  public List<RevCommit> log(String branch) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(repository.resolve("refs/heads/" + branch)));
      List<RevCommit> commits = new ArrayList<>();
      for (RevCommit commit : walk) {
        walk.parseBody(commit);
        commits.add(commit);
      }
      return commits;
    }
  }

  /** A file on a branch. */
  public byte[] file(String branch, String path) throws IOException {
    return repository.open(repository.resolve(branch + ":" + path)).getBytes();
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (redirect.isPresent()) {
      exchange.getResponseHeaders().set("Location", redirect.get());
      end(exchange, 302);
    } else if (asksForToken && !isSignedIn(exchange)) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Negotiate");
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=git");
      end(exchange, 401);
    } else {
      smart.handle(exchange);
    }
  }

  private static void end(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static boolean isSignedIn(HttpExchange exchange) {
    String pair =
        Base64.getEncoder().encodeToString(("bot:" + TOKEN).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + pair).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      http.stop(0);
      repository.close();
    }
  }

  private final class Counted extends SmartHttp {
    Counted(Repository repository) {
      super(repository);
    }

    @Override
    protected void fetching() {
      fetches.incrementAndGet();
    }

    @Override
    protected void pushing(ReceivePack pack) throws IOException {
      pushes.incrementAndGet();
      pack.setPreReceiveHook(hook);
      before.happen();
    }

    @Override
    protected void pushed() throws IOException {
      after.happen();
    }

    @Override
    protected void sending(int bytes) {
      sent.addAndGet(bytes);
    }
  }
}
