package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.state.rows.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.java.ao.Query;

/** Conditions of a query, all of which must hold. */
final class Conditions {

  private final List<String> clauses = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * Those of a filter. Columns hold texts cut and in ASCII, so what is found is to be looked at
   * once more.
   *
   * @param state the column of the state's word
   * @param at the column of the moment
   */
  static Conditions of(LogFilter filter, String state, String at) {
    return new Conditions()
        .is("SET_KEY", filter.set())
        .is("SERVICE_NAME", filter.service())
        .is("ENVIRONMENT_ID", filter.environment())
        .is("PERSON_KEY", filter.person())
        .is(state, filter.state())
        .is("PROMOTION_ID", filter.promotion())
        .and(at + " >= ?", filter.from().map(Instant::toEpochMilli))
        .and(at + " < ?", filter.until().map(Instant::toEpochMilli));
  }

  private Conditions is(String column, Optional<String> wanted) {
    return and(column + " = ?", wanted.map(Column::write));
  }

  private Conditions and(String clause, Optional<?> value) {
    return value.isPresent() ? and(clause, value.get()) : this;
  }

  Conditions and(String clause, Object... more) {
    clauses.add(clause);
    values.addAll(List.of(more));
    return this;
  }

  Query query(String order, int most) {
    Query query = Query.select().order(order).limit(most);
    return clauses.isEmpty() ? query : query.where(String.join(" AND ", clauses), values.toArray());
  }
}
