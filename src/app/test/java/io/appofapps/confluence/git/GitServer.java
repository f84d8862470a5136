package io.appofapps.confluence.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A real repository in a directory, and its smart HTTP on a port of this machine. */
final class GitServer implements AutoCloseable {

  final AtomicInteger fetches = new AtomicInteger();
  private final Git git;
  private final HttpServer http;
  private volatile String redirect = "";

  GitServer(Path directory) throws Exception {
    git = Git.init().setDirectory(directory.toFile()).setInitialBranch("main").call();
    git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/team/apps.git/", this::answer);
    http.start();
  }

  URL address() throws IOException {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/team/apps.git").toURL();
  }

  /** The hash of a new commit of one file, with that message. */
  String commit(String message) throws Exception {
    PersonIdent someone = new PersonIdent("Someone", "someone@example.com");
    Path file = git.getRepository().getWorkTree().toPath().resolve("values.yaml");
    java.nio.file.Files.writeString(file, message);
    git.add().addFilepattern("values.yaml").call();
    return git.commit()
        .setMessage(message)
        .setAuthor(someone)
        .setCommitter(someone)
        .setSign(false)
        .call()
        .name();
  }

  Repository repository() {
    return git.getRepository();
  }

  void redirectTo(String address) {
    redirect = address;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      if (!redirect.isEmpty()) {
        exchange.getResponseHeaders().set("Location", redirect);
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      UploadPack pack = new UploadPack(git.getRepository());
      pack.setBiDirectionalPipe(false);
      boolean asksForRefs = exchange.getRequestURI().getPath().endsWith("/info/refs");
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      if (asksForRefs) {
        PacketLineOut line = new PacketLineOut(answer);
        line.writeString("# service=git-upload-pack\n");
        line.end();
        pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(line));
      } else {
        fetches.incrementAndGet();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        pack.upload(packed ? new GZIPInputStream(body) : body, answer, null);
      }
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              "application/x-git-upload-pack-" + (asksForRefs ? "advertisement" : "result"));
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(answer.toByteArray());
    }
  }

  @Override
  public void close() {
    http.stop(0);
    git.close();
  }
}
