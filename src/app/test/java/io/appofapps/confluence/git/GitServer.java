package io.appofapps.confluence.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.RepositorySettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A real repository in a directory, and its smart HTTP on a port of this machine. */
final class GitServer implements AutoCloseable {

  static final String TOKEN = "the-git-token";

  final AtomicInteger fetches = new AtomicInteger();
  final AtomicInteger pushes = new AtomicInteger();
  final AtomicInteger sent = new AtomicInteger();

  /** Refuses pushes when it says so. */
  volatile PreReceiveHook hook = PreReceiveHook.NULL;

  /** What happens to a push before it is looked at, and before its answer goes out. */
  volatile Fault before = () -> {};

  volatile Fault after = () -> {};
  volatile Optional<String> redirect = Optional.empty();
  volatile boolean asksForToken;
  private final Repository repository;
  private final HttpServer http;

  /** May throw to cut the connection. */
  interface Fault {
    void happen() throws IOException;
  }

  GitServer(Path directory) throws IOException {
    repository = new FileRepository(directory.toFile());
    repository.create(true);
    repository.updateRef(Constants.HEAD).link("refs/heads/main");
    allowFilter(true);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/team/apps.git/", this::answer);
    http.start();
  }

  void allowFilter(boolean allow) throws IOException {
    repository.getConfig().setBoolean("uploadpack", null, "allowFilter", allow);
    repository.getConfig().save();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/team/apps.git";
  }

  RepositorySettings settings() {
    return new RepositorySettings("apps", url(), RepositorySettings.JIRA_KEYS, Optional.empty());
  }

  RepositorySettings settingsWithToken() {
    return new RepositorySettings(
        "apps",
        url(),
        RepositorySettings.JIRA_KEYS,
        Optional.of(
            new RepositorySettings.SignIn("bot", TestConfiguration.reference("apps.git-token"))));
  }

  Remote remote() {
    return new Remote(settings(), new TestConfiguration().secrets);
  }

  Repository repository() {
    return repository;
  }

  /** The hash of a new commit of one file, with that message. */
  String commit(String message) throws IOException {
    return commit("main", message, Map.of("values.yaml", message));
  }

  /** The hash of a new commit on the branch, which changes those files. */
  String commit(String branch, String message, Map<String, String> files) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      ObjectId head = repository.resolve("refs/heads/" + branch);
      DirCache index = DirCache.newInCore();
      if (head != null) {
        DirCacheBuilder builder = index.builder();
        builder.addTree(
            new byte[0], DirCacheEntry.STAGE_0, reader, walk.parseCommit(head).getTree());
        builder.finish();
      }
      DirCacheEditor editor = index.editor();
      for (Map.Entry<String, String> file : files.entrySet()) {
        ObjectId blob =
            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
        editor.add(
            new DirCacheEditor.PathEdit(file.getKey()) {
              @Override
              public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(blob);
              }
            });
      }
      editor.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      if (head != null) {
        commit.setParentId(head);
      }
      PersonIdent someone = new PersonIdent("Someone", "someone@example.com");
      commit.setAuthor(someone);
      commit.setCommitter(someone);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      point("refs/heads/" + branch, id);
      return id.name();
    }
  }

  /** Makes a ref name that commit, whatever it named before. */
  void point(String ref, ObjectId id) throws IOException {
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(id);
    update.forceUpdate();
  }

  /** The commits of a branch, newest first. */
  List<RevCommit> log(String branch) throws IOException {
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
  byte[] file(String branch, String path) throws IOException {
    return repository.open(repository.resolve(branch + ":" + path)).getBytes();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      if (redirect.isPresent()) {
        exchange.getResponseHeaders().set("Location", redirect.get());
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      if (asksForToken && !isSignedIn(exchange)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Negotiate");
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=git");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      String request = exchange.getRequestURI().toString();
      boolean receive = request.endsWith("git-receive-pack");
      boolean asksForRefs = request.contains("/info/refs");
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream in = packed ? new GZIPInputStream(body) : body;
      byte[] answer =
          receive ? receive(asksForRefs, in) : upload(asksForRefs, in, protocol(exchange));
      sent.addAndGet(answer.length);
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              "application/x-git-"
                  + (receive ? "receive" : "upload")
                  + "-pack-"
                  + (asksForRefs ? "advertisement" : "result"));
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(answer);
    }
  }

  private static boolean isSignedIn(HttpExchange exchange) {
    String pair =
        Base64.getEncoder().encodeToString(("bot:" + TOKEN).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + pair).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static List<String> protocol(HttpExchange exchange) {
    String wanted = exchange.getRequestHeaders().getFirst("Git-Protocol");
    return wanted == null ? List.of() : List.of(wanted.split(":"));
  }

  private byte[] upload(boolean asksForRefs, InputStream in, List<String> protocol)
      throws IOException {
    UploadPack pack = new UploadPack(repository);
    pack.setBiDirectionalPipe(false);
    pack.setExtraParameters(protocol);
    pack.setRequestPolicy(UploadPack.RequestPolicy.REACHABLE_COMMIT);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    if (asksForRefs) {
      pack.sendAdvertisedRefs(
          new PacketLineOutRefAdvertiser(new PacketLineOut(answer)), "git-upload-pack");
    } else {
      fetches.incrementAndGet();
      pack.upload(in, answer, null);
    }
    return answer.toByteArray();
  }

  private byte[] receive(boolean asksForRefs, InputStream in) throws IOException {
    ReceivePack pack = new ReceivePack(repository);
    pack.setBiDirectionalPipe(false);
    pack.setPreReceiveHook(hook);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    if (asksForRefs) {
      PacketLineOut line = new PacketLineOut(answer);
      line.writeString("# service=git-receive-pack\n");
      line.end();
      pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(line));
    } else {
      pushes.incrementAndGet();
      before.happen();
      pack.receive(in, answer, null);
      after.happen();
    }
    return answer.toByteArray();
  }

  @Override
  public void close() {
    http.stop(0);
    repository.close();
  }
}
