package io.appofapps.devhost.ao;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class ActiveObjectsOnH2Test extends ActiveObjectsContract {

  @Override
  DataSource database() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
    return source;
  }
}
