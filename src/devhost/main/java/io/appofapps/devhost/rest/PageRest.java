package io.appofapps.devhost.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.InvalidContentException;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.PageEdit;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.web.JsonAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages, many at once, for tests and generators: {@code POST /pages} with a list of {@code
 * {"space", "title", "body", "labels", "parent"}} answers {@code {"ids": […]}}, spaces that are
 * missing are made; {@code POST /pages/<id>} with {@code {"title", "body", "minor"}} saves a
 * version; {@code /pages/<id>/trash}, {@code /restore}, and {@code /restrict} with {@code {"kind",
 * "users", "groups"}}.
 */
final class PageRest {

  private static final Pattern ONE = Pattern.compile("/pages/(\\d+)(?:/(trash|restore|restrict))?");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Content content;

  PageRest(Content content) {
    this.content = content;
  }

  private record NewPage(
      String space, String title, String body, List<String> labels, Long parent) {}

  private record Version(String title, String body, boolean minor) {}

  private record Limit(Restriction.Kind kind, Set<String> users, Set<String> groups) {}

  /** Does what the path says; false when the path is none of these. */
  boolean post(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher one = ONE.matcher(path);
    boolean many = path.equals("/pages");
    if (!many && !one.matches()) {
      return false;
    }
    try {
      Object answer = many ? create(request) : change(one, request);
      JsonAnswers.send(response, many ? 201 : 200, answer);
    } catch (InvalidContentException e) {
      JsonAnswers.error(response, 400, e.getMessage());
    } catch (JsonProcessingException e) {
      JsonAnswers.error(response, 400, "The body cannot be read: " + e.getOriginalMessage());
    }
    return true;
  }

  private Map<String, ?> create(HttpServletRequest request) throws IOException {
    List<Long> ids = new ArrayList<>();
    for (NewPage each : MAPPER.readValue(request.getReader(), NewPage[].class)) {
      if (content.spaces().find(each.space()).isEmpty()) {
        content.spaces().create(new Space(each.space(), each.space(), ""));
      }
      Page page =
          content
              .pages()
              .create(
                  each.space(),
                  each.parent() == null ? OptionalLong.empty() : OptionalLong.of(each.parent()),
                  edit(each.title(), each.body(), false));
      Objects.requireNonNullElse(each.labels(), List.<String>of())
          .forEach(label -> content.labels().add(page.id(), label));
      ids.add(page.id());
    }
    return Map.of("ids", ids);
  }

  private Map<String, ?> change(Matcher path, HttpServletRequest request) throws IOException {
    long id = Long.parseLong(path.group(1));
    Page page =
        content
            .pages()
            .find(id)
            .orElseThrow(() -> new InvalidContentException("The page does not exist."));
    switch (Objects.requireNonNullElse(path.group(2), "")) {
      case "trash" -> content.pages().trash(id);
      case "restore" -> content.pages().restore(id);
      case "restrict" -> {
        Limit limit = MAPPER.readValue(request.getReader(), Limit.class);
        content
            .restrictions()
            .set(
                id,
                limit.kind(),
                new Restriction(
                    Objects.requireNonNullElse(limit.users(), Set.of()),
                    Objects.requireNonNullElse(limit.groups(), Set.of())));
      }
      default -> {
        Version version = MAPPER.readValue(request.getReader(), Version.class);
        String title = Objects.requireNonNullElse(version.title(), page.title());
        content.pages().update(id, page.version(), edit(title, version.body(), version.minor()));
      }
    }
    return Map.of("id", id, "version", content.pages().find(id).orElseThrow().version());
  }

  private static PageEdit edit(String title, String body, boolean minor) {
    return new PageEdit(
        Objects.requireNonNullElse(title, ""),
        Objects.requireNonNullElse(body, ""),
        "",
        minor,
        CurrentUser.get().orElseThrow().name());
  }
}
