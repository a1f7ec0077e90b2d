package dev.sigma.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of docs/contracts.md. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sigma");

  @Test
  void commands_knowOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.sigma.commands..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.sigma.commands..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void digest_knowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.sigma.gateway.digest..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.sigma.gateway.digest..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void edge_knowsNoService() {
    noClasses()
        .that()
        .resideInAPackage("dev.sigma.edge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sigma.gateway..", "dev.sigma.worker..", "dev.sigma.commands..")
        .check(CLASSES);
  }

  @Test
  void gateway_knowsNoEngine() {
    noClasses()
        .that()
        .resideInAPackage("dev.sigma.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sigma.engine..", "dev.sigma.worker..")
        .check(CLASSES);
  }
}
