package io.appofapps.devhost.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;

class DatabaseTest {

  private final Database database = Database.open("jdbc:h2:mem:", "sa", "");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void runsEachStepOnce() {
    List<String> steps = List.of("create table t (a integer)", "insert into t (a) values (1)");
    database.migrate("test", steps);
    database.migrate("test", steps);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void runsStepsThatWereAppendedLater() {
    database.migrate("test", List.of("create table t (a integer)"));
    database.migrate("test", List.of("create table t (a integer)", "insert into t (a) values (1)"));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aFailedStepIsRunAgain() {
    assertThatThrownBy(() -> database.migrate("test", List.of("insert into t (a) values (1)")))
        .isInstanceOf(BadSqlGrammarException.class);
    database.jdbc().sql("create table t (a integer)").update();
    database.migrate("test", List.of("insert into t (a) values (1)"));
    assertThat(rows()).isEqualTo(1);
  }

  private int rows() {
    return database.jdbc().sql("select count(*) from t").query(Integer.class).single();
  }
}
