package dev.sigma.cache;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sigma.cache");

  @Test
  void store_knowsNothingOfHttp() {
    noClasses()
        .that()
        .resideInAPackage("..cache.store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.sigma.cache.server..", "dev.sigma.edge..", "org.springframework.web..")
        .check(CLASSES);
  }

  @Test
  void service_neverSeesWhatValuesHold() {
    noClasses()
        .that()
        .resideInAPackage("dev.sigma.cache..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sigma.cache.client..", "dev.sigma.engine..", "dev.sigma.gateway..")
        .check(CLASSES);
  }
}
