package io.moltrail.eventstore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.DatabaseRoles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestClusterTest {

  @Test
  void a_cluster_is_apart_and_its_folder_lasts_until_it_is_closed() {
    Path folder;
    try (TestCluster one = TestCluster.start();
        TestCluster other = TestCluster.start()) {
      folder = one.dataDirectory();
      migrator(one).sql("create schema only_here").update();
      assertThat(migrator(other).sql("select nspname from pg_namespace").query(String.class).list())
          .doesNotContain("only_here");
      assertThat(folder.resolve("log")).isNotEmptyDirectory();

      one.stop();

      assertThat(folder.resolve("postmaster.pid")).doesNotExist();
      assertThat(folder.resolve("pg_wal")).isNotEmptyDirectory();
    }
    assertThat(folder).doesNotExist();
  }

  private static JdbcClient migrator(TestCluster cluster) {
    return JdbcClient.create(cluster.database().as(DatabaseRoles.MIGRATOR));
  }
}
