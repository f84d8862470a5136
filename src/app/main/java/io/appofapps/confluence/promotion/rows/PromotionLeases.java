package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import net.java.ao.DBParam;

/**
 * Sees to it that one node at a time drives a promotion, and another takes over when it dies. A
 * node whose lease has run out while it slept may still believe in it for a moment: what it then
 * tries fails at the version of the promotion's row, or finds its commit already there.
 */
@Named
public class PromotionLeases {

  private final ActiveObjects ao;

  @Inject
  public PromotionLeases(@ComponentImport ActiveObjects ao) {
    this.ao = ao;
  }

  /**
   * Takes the lease or prolongs one's own.
   *
   * @param node key of the node with its start, so that it does not inherit from its past self
   * @param length longer than the nodes' clocks differ
   * @return whether the node may drive the promotion until then
   */
  public boolean take(String promotion, String node, Instant now, Duration length) {
    try {
      return ao.executeInTransaction(
          () -> {
            int freed =
                ao.deleteWithSQL(
                    PromotionLeaseRow.class,
                    "PROMOTION_ID = ? AND (NODE_KEY = ? OR UNTIL_MILLIS < ?)",
                    promotion,
                    node,
                    now.toEpochMilli());
            if (freed == 0 && isTaken(promotion)) {
              return false;
            }
            ao.create(
                PromotionLeaseRow.class,
                new DBParam("PROMOTION_ID", promotion),
                new DBParam("NODE_KEY", node),
                new DBParam("UNTIL_MILLIS", now.plus(length).toEpochMilli()));
            return true;
          });
    } catch (RuntimeException e) {
      // Every database names a clash of keys in its own way; that it is taken now tells it.
      if (ao.executeInTransaction(() -> isTaken(promotion))) {
        return false;
      }
      throw e;
    }
  }

  private boolean isTaken(String promotion) {
    return ao.find(PromotionLeaseRow.class, "PROMOTION_ID = ?", promotion).length > 0;
  }

  /** Gives the lease back, so that another node need not wait for its end. */
  public void release(String promotion, String node) {
    ao.executeInTransaction(
        () ->
            ao.deleteWithSQL(
                PromotionLeaseRow.class, "PROMOTION_ID = ? AND NODE_KEY = ?", promotion, node));
  }
}
