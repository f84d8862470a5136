package io.appofapps.democluster;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import io.appofapps.git.SmartHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The demo's Git host: one repository with all manifests, served over HTTP on a free port of this
 * machine to whoever knows user and token, to read and to push to.
 */
public final class DemoGit implements AutoCloseable {
  /** Who signs in. */
  public static final String USER = "app-of-apps";

  /** With that token. */
  public static final String TOKEN = "demo-git-token";

  private static final String PATH = "/hq/deployments.git";

  private final HttpServer http;
  private final ExecutorService workers = Executors.newCachedThreadPool(DemoGit::daemon);
  private final DemoRepository demo;

  private DemoGit(HttpServer http) {
    this.http = http;
    this.demo = DemoData.repository(url());
  }

  /** Starts it with its generated history. */
  static DemoGit start() {
    try {
      DemoGit git =
          new DemoGit(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      git.http.setExecutor(git.workers);
      git.http
          .createContext(PATH + "/", new SmartHttp(git.demo.repository()))
          .setAuthenticator(
              new BasicAuthenticator("git", StandardCharsets.UTF_8) {
                @Override
                public boolean checkCredentials(String user, String password) {
                  return user.equals(USER) && password.equals(TOKEN);
                }
              });
      git.http.start();
      return git;
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's Git host cannot be started", e);
    }
  }

  /** Address of the repository, for example {@code http://127.0.0.1:40124/hq/deployments.git}. */
  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + PATH;
  }

  /** The newest commit of the branch that everything is deployed from, with its message. */
  public RevCommit head() {
    try (RevWalk walk = new RevWalk(demo.repository())) {
      return walk.parseCommit(demo.head());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file on that branch. */
  public String file(String path) {
    Repository repository = demo.repository();
    try {
      byte[] bytes =
          repository.open(repository.resolve(DemoRepository.BRANCH + ":" + path)).getBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commits of that branch, newest first. */
  public List<RevCommit> log() {
    try (RevWalk walk = new RevWalk(demo.repository())) {
      walk.markStart(walk.parseCommit(demo.head()));
      List<RevCommit> commits = new ArrayList<>();
      for (RevCommit commit : walk) {
        commits.add(commit);
      }
      return commits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DemoRepository repository() {
    return demo;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "demo-git");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdownNow();
    demo.close();
  }
}
