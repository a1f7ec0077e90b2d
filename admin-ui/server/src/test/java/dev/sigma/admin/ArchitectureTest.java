package dev.sigma.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of docs/contracts.md, and those between the packages here. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sigma");

  @Test
  void admin_knowsNoOtherService() {
    noClasses()
        .that()
        .resideInAPackage("dev.sigma.admin..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.sigma.engine..", "dev.sigma.worker..", "dev.sigma.gateway..", "dev.sigma.cache..")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("dev.sigma.admin.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void overviewAndPlayground_seeNothingOfPasswords() {
    classes()
        .that()
        .resideInAPackage("dev.sigma.admin.access")
        .and()
        .doNotHaveSimpleName("LoggedIn")
        .should()
        .onlyBeAccessed()
        .byClassesThat()
        .resideInAPackage("dev.sigma.admin.access")
        .check(CLASSES);
  }
}
