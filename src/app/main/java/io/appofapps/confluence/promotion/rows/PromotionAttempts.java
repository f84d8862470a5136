package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.state.rows.Column;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.java.ao.DBParam;

/**
 * Remembers attempts to make a change, so that whoever goes on after a crash knows whether to look
 * for it first. Only who has the promotion's lease may change them. Not to be called within a
 * transaction.
 */
@Named
public class PromotionAttempts {

  private final ActiveObjects ao;

  @Inject
  public PromotionAttempts(@ComponentImport ActiveObjects ao) {
    this.ao = ao;
  }

  /** Empty when nothing has been tried. */
  public Optional<Attempt> find(String promotion) {
    return ao.executeInTransaction(() -> row(promotion).map(PromotionAttempts::read));
  }

  public void save(String promotion, Attempt attempt) {
    ao.executeInTransaction(
        () -> {
          PromotionAttemptRow row =
              row(promotion)
                  .orElseGet(
                      () ->
                          ao.create(
                              PromotionAttemptRow.class, new DBParam("PROMOTION_ID", promotion)));
          row.setInDoubt(attempt.inDoubt() ? 1 : 0);
          row.setTryCount(attempt.tries());
          row.setNextMillis(attempt.next().toEpochMilli());
          row.setRepositoryId(attempt.base().repository());
          row.setAddress(attempt.base().address());
          row.setBranchName(attempt.base().branch());
          row.setBaseId(attempt.base().id());
          row.save();
          return row;
        });
  }

  /** Forgets it: the promotion is settled. */
  public void forget(String promotion) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(PromotionAttemptRow.class, "PROMOTION_ID = ?", promotion));
  }

  private Optional<PromotionAttemptRow> row(String promotion) {
    return Arrays.stream(ao.find(PromotionAttemptRow.class, "PROMOTION_ID = ?", promotion))
        .findFirst();
  }

  private static Attempt read(PromotionAttemptRow row) {
    return new Attempt(
        new RepositoryFiles.Commit(
            Column.read(row.getRepositoryId()),
            Column.read(row.getAddress()),
            Column.read(row.getBranchName()),
            Column.read(row.getBaseId())),
        row.getInDoubt() != 0,
        row.getTryCount(),
        Instant.ofEpochMilli(row.getNextMillis()));
  }
}
