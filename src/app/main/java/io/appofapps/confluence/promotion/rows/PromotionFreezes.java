package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.record.AuditSink;
import io.appofapps.confluence.promotion.record.Entry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.java.ao.DBParam;

/**
 * The freezes in force. Each change is in the log in the same transaction. Not to be called within
 * a transaction; every method throws a RuntimeException when the database does not answer, and then
 * nothing has happened.
 */
@Named
public class PromotionFreezes {

  private final ActiveObjects ao;
  private final Appender appender;

  @Inject
  public PromotionFreezes(@ComponentImport ActiveObjects ao, AuditSink sink) {
    this.ao = ao;
    this.appender = new Appender(ao, new LogRows(ao), sink);
  }

  /** All, oldest first. */
  public List<Freeze> all() {
    return ao.executeInTransaction(
        () ->
            Arrays.stream(ao.find(PromotionFreezeRow.class))
                .map(row -> FreezeDocument.read(row.getDocument()))
                .sorted(Comparator.comparing(Freeze::since))
                .toList());
  }

  /**
   * Freezes, unless it is frozen already.
   *
   * @return the freeze in force: this one, or the one that was there
   */
  public Freeze freeze(Freeze wanted) {
    Optional<Freeze> before = find(wanted.scope());
    if (before.isPresent()) {
      return before.get();
    }
    try {
      return appender.append(Entry.frozen(wanted), () -> insert(wanted)).result();
    } catch (OvertakenException e) {
      return find(wanted.scope()).orElse(wanted);
    }
  }

  /**
   * Lifts the freeze there, if there is one.
   *
   * @return the one that is lifted
   */
  public Optional<Freeze> lift(Freeze.Scope scope, Person who, Instant at) {
    Optional<Freeze> before = find(scope);
    if (before.isEmpty()) {
      return before;
    }
    try {
      appender.append(Entry.lifted(before.get(), who, at), () -> delete(scope));
      return before;
    } catch (OvertakenException e) {
      return Optional.empty();
    }
  }

  private Optional<Freeze> find(Freeze.Scope scope) {
    return ao.executeInTransaction(
        () -> rows(scope).map(row -> FreezeDocument.read(row.getDocument())));
  }

  private Optional<PromotionFreezeRow> rows(Freeze.Scope scope) {
    return Arrays.stream(
            ao.find(PromotionFreezeRow.class, "SCOPE_HASH = ?", FreezeDocument.key(scope)))
        .findFirst();
  }

  private Freeze insert(Freeze wanted) {
    if (rows(wanted.scope()).isPresent()) {
      throw new OvertakenException(Optional.empty());
    }
    ao.create(
        PromotionFreezeRow.class,
        new DBParam("SCOPE_HASH", FreezeDocument.key(wanted.scope())),
        new DBParam("DOCUMENT", FreezeDocument.write(wanted)));
    return wanted;
  }

  private int delete(Freeze.Scope scope) {
    int gone =
        ao.deleteWithSQL(PromotionFreezeRow.class, "SCOPE_HASH = ?", FreezeDocument.key(scope));
    if (gone == 0) {
      throw new OvertakenException(Optional.empty());
    }
    return gone;
  }
}
