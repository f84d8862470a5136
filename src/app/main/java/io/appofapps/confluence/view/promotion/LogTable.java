package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.Vote;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Column;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Promotions as a table for people; CSV has the same lines with the columns that are hidden. */
final class LogTable {

  private final Texts texts;
  private final Sayings sayings;
  private final Moments moments;
  private final CommitLinks links;

  LogTable(Texts texts, Moments moments, CommitLinks links) {
    this.texts = texts;
    this.sayings = new Sayings(texts);
    this.moments = moments;
    this.links = links;
  }

  /**
   * The table.
   *
   * @param oneSet whether all are of one deployment set, so that nobody needs its name
   */
  Table of(List<Promotion> promotions, boolean oneSet) {
    List<Column> columns = columns(oneSet);
    return new Table(
        texts.get("aoa.promotions.title"),
        columns,
        promotions.stream().map(each -> Table.line(columns, each.id(), cells(each))).toList(),
        texts.get("aoa.promotions.none"));
  }

  private List<Column> columns(boolean oneSet) {
    Column set = column("set");
    return List.of(
        column("service"),
        oneSet ? set.hidden() : set,
        column("who"),
        column("requested"),
        column("from"),
        column("to"),
        column("versions"),
        column("approvers"),
        column("outcome"),
        column("since").hidden(),
        column("commits"),
        column("reason").hidden(),
        column("cause").hidden(),
        column("person").hidden(),
        column("promotion").hidden());
  }

  private Column column(String id) {
    return Column.of(id, texts.get("aoa.promotions.column." + id));
  }

  private List<Cell> cells(Promotion promotion) {
    Request request = promotion.request();
    return List.of(
        Cell.of(Pieces.name(request.service()), request.service()),
        Cell.of(request.set()),
        Cell.of(sayings.name(request.by())),
        time(request.at()),
        Cell.of(Pieces.environment(request.from()), request.from()),
        Cell.of(Pieces.environment(request.to()), request.to()),
        versions(request),
        Cell.of(approvers(promotion)),
        outcome(promotion),
        time(promotion.since()),
        commits(promotion),
        Cell.of(request.reason()),
        Cell.of(promotion.cause()),
        Cell.of(request.by().key()),
        Cell.of(promotion.id()));
  }

  private Cell time(Instant at) {
    return new Cell(Pieces.muted(Pieces.time(at, moments)), at.toString(), at.toString());
  }

  private static Cell versions(Request request) {
    String text =
        request.moves().stream().map(LogTable::move).distinct().collect(Collectors.joining(", "));
    return Cell.of(Pieces.version(text), text);
  }

  private static String move(Move move) {
    String after = RevisionText.shortened(move.after());
    return move.before().isEmpty()
        ? after
        : RevisionText.shortened(move.before()) + " \u2192 " + after;
  }

  private String approvers(Promotion promotion) {
    return promotion.votes().stream()
        .filter(Vote::approves)
        .map(Vote::by)
        .map(sayings::name)
        .collect(Collectors.joining(", "));
  }

  private Cell outcome(Promotion promotion) {
    Html state = sayings.state(promotion.state());
    return new Cell(
        promotion.cause().isEmpty() ? state : Pieces.lines(state, Pieces.faint(promotion.cause())),
        sayings.word(promotion.state()),
        promotion.state().word());
  }

  private Cell commits(Promotion promotion) {
    Html commits =
        Pieces.lines(
            promotion.commits().stream()
                .map(commit -> Html.words(links.of(commit), Pieces.faint(commit.repository())))
                .toArray(Html[]::new));
    Html all =
        promotion
            .pullRequest()
            .map(
                address ->
                    Pieces.lines(
                        commits, Pieces.link(address, texts.get("aoa.promote.pull-request"))))
            .orElse(commits);
    return new Cell(all, "", text(promotion));
  }

  private static String text(Promotion promotion) {
    String commits =
        promotion.commits().stream()
            .map((Commit commit) -> commit.repository() + "@" + commit.id())
            .collect(Collectors.joining(" "));
    return promotion
        .pullRequest()
        .map(address -> (commits + " " + address).strip())
        .orElse(commits);
  }
}
