package dev.sigma.commands;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sigma.commands");

  @Test
  void module_usesTheJdkAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.sigma.commands..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void shell_knowsNothingOfRisk() {
    noClasses()
        .that()
        .resideInAPackage("..commands.shell")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..commands.risk")
        .check(CLASSES);
  }
}
