package io.appofapps.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * Serves one repository as Git's smart HTTP protocol wants it (gitprotocol-http), to read and to
 * write, whoever asks. Whole requests and answers are kept in memory: good for small repositories.
 */
public class SmartHttp implements HttpHandler {

  private final Repository repository;

  public SmartHttp(Repository repository) {
    this.repository = repository;
  }

  /** Lets clients leave files out when they fetch. */
  public static void allowFilter(Repository repository, boolean allow) {
    repository.getConfig().setBoolean("uploadpack", null, "allowFilter", allow);
  }

  /** Prepares for a fetch; not called when refs are only listed. */
  protected void fetching() throws IOException {}

  /** Prepares for a push, before anything of it is read. */
  protected void pushing(ReceivePack pack) throws IOException {}

  /** A push is done; its answer has not gone out yet. */
  protected void pushed() throws IOException {}

  /** An answer of so many bytes is about to go out. */
  protected void sending(int bytes) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      String request = exchange.getRequestURI().toString();
      boolean receive = request.endsWith("git-receive-pack");
      boolean asksForRefs = request.contains("/info/refs");
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      // JGit skips to the end of what it reads, which the stream of the server does not stop
      InputStream in =
          new ByteArrayInputStream((packed ? new GZIPInputStream(body) : body).readAllBytes());
      byte[] answer =
          receive ? receive(asksForRefs, in) : upload(asksForRefs, in, protocol(exchange));
      sending(answer.length);
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
      fetching();
      pack.upload(in, answer, null);
    }
    return answer.toByteArray();
  }

  private byte[] receive(boolean asksForRefs, InputStream in) throws IOException {
    ReceivePack pack = new ReceivePack(repository);
    pack.setBiDirectionalPipe(false);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    if (asksForRefs) {
      PacketLineOut line = new PacketLineOut(answer);
      line.writeString("# service=git-receive-pack\n");
      line.end();
      pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(line));
    } else {
      pushing(pack);
      pack.receive(in, answer, null);
      pushed();
    }
    return answer.toByteArray();
  }
}
