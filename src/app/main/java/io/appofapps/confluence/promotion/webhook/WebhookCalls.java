package io.appofapps.confluence.promotion.webhook;

import io.appofapps.confluence.cluster.AddressGuard;
import io.appofapps.confluence.promotion.record.CdEvents;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.rules.Webhook;
import io.appofapps.confluence.secret.SecretText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Sends rows to a webhook, each in a POST of its own. Follows no redirect and reads no answer but
 * its status; a name that leads to a link-local address or a cloud's metadata service is refused.
 * That holds for the connection too: Java keeps the name's addresses for longer than it takes.
 */
final class WebhookCalls {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String source;

  /**
   * @param source base address of this Confluence, which the events name as their source
   */
  WebhookCalls(String source) {
    this.source = source;
  }

  /**
   * Sends one row.
   *
   * @return why it did not arrive, in words without anything that the other side has said; empty
   *     when it did
   * @throws InterruptedException when the app stops
   */
  Optional<String> send(Webhook webhook, SecretText secret, LogRow row, Instant now)
      throws InterruptedException {
    try {
      URI address = URI.create(webhook.url());
      AddressGuard.resolve(address);
      HttpResponse<Void> answer =
          client.send(
              request(address, webhook, secret, row, now), HttpResponse.BodyHandlers.discarding());
      int status = answer.statusCode();
      return status >= 200 && status < 300
          ? Optional.empty()
          : Optional.of("it answers with status " + status);
    } catch (AddressGuard.RefusedAddressException e) {
      return Optional.of(
          "its name leads to a link-local address or a cloud's metadata service, which is refused");
    } catch (IllegalArgumentException e) {
      return Optional.of("the secret is empty, or broken Base64 after whsec_: enter it again");
    } catch (IOException e) {
      return Optional.of(words(e));
    }
  }

  private HttpRequest request(
      URI address, Webhook webhook, SecretText secret, LogRow row, Instant now) {
    boolean cdEvents = webhook.format() == Webhook.Format.CD_EVENTS;
    String body = cdEvents ? new CdEvents(source).event(row) : row.recorded().line();
    String id = row.recorded().hash();
    return HttpRequest.newBuilder(address)
        .timeout(ANSWER)
        .header("Content-Type", cdEvents ? "application/cloudevents+json" : "application/json")
        .header("User-Agent", "app-of-apps-for-confluence")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", Signature.of(secret, id, now, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String words(IOException failure) {
    if (failure instanceof HttpTimeoutException) {
      return "it does not answer in time";
    }
    if (failure instanceof UnknownHostException) {
      return "its name has no address";
    }
    if (failure instanceof ConnectException) {
      return "it takes no connection";
    }
    return failure instanceof SSLException
        ? "its certificate is not trusted"
        : "the connection broke: " + failure.getClass().getSimpleName();
  }
}
