package io.appofapps.confluence.docs.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.rows.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.java.ao.DBParam;

/** All access to the rows of reviews. Every call is one short transaction. */
public final class ReviewRows {

  private final ActiveObjects ao;

  public ReviewRows(ActiveObjects ao) {
    this.ao = ao;
  }

  /** All reviews by page. */
  public Map<Long, List<Review>> all() {
    return ao.executeInTransaction(
        () -> {
          Map<Long, List<Review>> all = new HashMap<>();
          for (DocReviewRow row : ao.find(DocReviewRow.class)) {
            all.put(row.getPageId(), read(row));
          }
          return all;
        });
  }

  /** The reviews of a page, one an Application. */
  public List<Review> of(long page) {
    return ao.executeInTransaction(
        () -> {
          DocReviewRow[] rows = ao.find(DocReviewRow.class, "PAGE_ID = ?", page);
          return rows.length == 0 ? List.of() : read(rows[0]);
        });
  }

  /** Remembers reviews of a page; each takes the place of the one of the same Application. */
  public void put(long page, List<Review> reviews) {
    change(page, reviews, true);
  }

  /** Remembers what pages were bound at; a review that is there stays. */
  public void begin(long page, List<Review> reviews) {
    change(page, reviews, false);
  }

  private void change(long page, List<Review> reviews, boolean replace) {
    ao.executeInTransaction(
        () -> {
          DocReviewRow[] rows = ao.find(DocReviewRow.class, "PAGE_ID = ?", page);
          List<Review> next = new ArrayList<>();
          List<Review> before = rows.length == 0 ? List.of() : read(rows[0]);
          List<Review> first = replace ? reviews : before;
          List<Review> second = replace ? before : reviews;
          next.addAll(first);
          second.stream()
              .filter(
                  each -> first.stream().noneMatch(e -> e.application().equals(each.application())))
              .forEach(next::add);
          if (rows.length == 0) {
            ao.create(
                DocReviewRow.class,
                new DBParam("PAGE_ID", page),
                new DBParam("DOCUMENT", write(next)));
          } else {
            rows[0].setDocument(write(next));
            rows[0].save();
          }
          return null;
        });
  }

  private static String write(List<Review> reviews) {
    return Document.empty()
        .put(
            "reviews",
            reviews,
            (each, review) ->
                each.put("connection", review.application().connection())
                    .put("namespace", review.application().namespace())
                    .put("name", review.application().name())
                    .put("version", review.version())
                    .put("reviewer", review.reviewer())
                    .put("at", Optional.of(review.at())))
        .write();
  }

  private static List<Review> read(DocReviewRow row) {
    return Document.parse(row.getDocument())
        .list(
            "reviews",
            each ->
                new Review(
                    new ApplicationKey(
                        each.text("connection"), each.text("namespace"), each.text("name")),
                    each.text("version"),
                    each.text("reviewer"),
                    each.moment("at").orElse(Instant.EPOCH)));
  }
}
