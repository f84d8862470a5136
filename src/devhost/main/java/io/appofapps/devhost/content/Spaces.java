package io.appofapps.devhost.content;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The spaces. */
public final class Spaces {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,64}");

  private final JdbcClient jdbc;

  public Spaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
    Schema.create(jdbc);
  }

  public List<Space> all() {
    return jdbc.sql("select space_key, name, description from host_space order by name")
        .query((row, i) -> new Space(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /** The space with the key, whatever its case, as in Confluence. */
  public Optional<Space> find(String key) {
    return jdbc.sql(
            "select space_key, name, description from host_space"
                + " where lower(space_key) = lower(:key)")
        .param("key", key)
        .query((row, i) -> new Space(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** Adds a space; its key is letters and digits and not in use. */
  public Space create(Space space) {
    if (!KEY.matcher(space.key()).matches()) {
      throw new InvalidContentException("A space key is made of letters and digits.");
    }
    if (find(space.key()).isPresent()) {
      throw new InvalidContentException("There is a space with the key " + space.key() + ".");
    }
    jdbc.sql("insert into host_space (space_key, name, description) values (:key, :name, :text)")
        .param("key", space.key())
        .param("name", space.name())
        .param("text", space.description())
        .update();
    return space;
  }
}
