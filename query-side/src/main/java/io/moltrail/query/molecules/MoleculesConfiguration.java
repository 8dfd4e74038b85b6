package io.moltrail.query.molecules;

import io.moltrail.chemistry.Chemistry;
import io.moltrail.query.platform.lists.Pages;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.projects.Projects;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class MoleculesConfiguration {

  private static final int CHEMISTRY_THREADS = 2;
  private static final int CHEMISTRY_QUEUE = 100;
  private static final Duration LONGEST_STRUCTURE = Duration.ofSeconds(5);

  /** For what is looked up; registering has a pool of its own on the other side. */
  @Bean(destroyMethod = "close")
  Chemistry queryChemistry() {
    return new Chemistry(CHEMISTRY_THREADS, CHEMISTRY_QUEUE, LONGEST_STRUCTURE);
  }

  @Bean
  Molecules queryMolecules() {
    return new Molecules();
  }

  @Bean
  Projection queryMoleculesProjection() {
    return new MoleculesProjection();
  }

  @Bean
  MoleculeController queryMoleculeController(Molecules molecules, Projects projects, Pages pages) {
    return new MoleculeController(molecules, projects, pages);
  }

  @Bean
  LookupController queryLookupController(
      Molecules molecules, @Qualifier("queryChemistry") Chemistry chemistry) {
    return new LookupController(molecules, chemistry);
  }
}
