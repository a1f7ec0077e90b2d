package dev.sigma.worker;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.BlockHash;
import org.junit.jupiter.api.Test;

/** The arrows of docs/contracts.md. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sigma");

  @Test
  void worker_staysOutOfTheEnginesMachinery() {
    noClasses()
        .that()
        .resideInAPackage("dev.sigma.worker..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "dev.sigma.engine.opencl..",
                    "dev.sigma.engine.kv..",
                    "dev.sigma.engine.runner.opencl..",
                    "dev.sigma.engine.runner.reference..",
                    "dev.sigma.gateway..")
                .and(not(belongToAnyOf(BlockExchange.class, BlockGeometry.class, BlockHash.class))))
        .check(CLASSES);
  }

  @Test
  void engine_knowsNoServer() {
    noClasses()
        .that()
        .resideInAPackage("dev.sigma.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.sigma.worker..",
            "dev.sigma.edge..",
            "org.springframework..",
            "reactor..",
            "io.netty..")
        .check(CLASSES);
  }
}
