package io.appofapps.devhost.cluster;

import io.appofapps.devhost.db.Database;
import java.util.UUID;

class ClusterLocksOnH2Test extends ClusterLocksContract {

  @Override
  Database database() {
    return Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  }
}
