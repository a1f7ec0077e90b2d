package dev.sigma.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows inside the engine, as docs/contracts.md draws them. */
class ArchitectureTest {

  private static final String ROOT = "dev.sigma.engine";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** A room, and the rooms that it must not look into. {@code runner..}: its inner rooms, too. */
  @ParameterizedTest
  @CsvSource({
    "model.., text.. sampling.. runner.. opencl.. kv.. schedule..",
    "text.., sampling.. runner.. opencl.. kv.. schedule..",
    "sampling.., model.. text.. runner.. opencl.. kv.. schedule..",
    "opencl.., model.. text.. sampling.. runner.. kv.. schedule..",
    "runner, text.. sampling.. opencl.. kv.. schedule.. runner.reference.. runner.opencl..",
    "runner.reference.., text.. sampling.. opencl.. kv.. schedule.. runner.opencl..",
    "runner.opencl.., text.. sampling.. kv.. schedule..",
    "kv.., text.. sampling.. opencl.. schedule.. runner.reference.. runner.opencl..",
    "schedule.., opencl.. runner.reference.. runner.opencl..",
  })
  void room_looksOnlyWhereItMay(String room, String forbidden) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Arrays.stream(forbidden.split(" ")).map(p -> ROOT + "." + p).toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void rooms_doNotUseTheFacade() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(CLASSES);
  }

  @Test
  void rooms_haveNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void lwjgl_isUsedByTheOpenClRoomsOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".opencl..", ROOT + ".runner.opencl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.lwjgl..")
        .check(CLASSES);
  }

  @Test
  void engine_isPlainJava() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "reactor..",
            "io.netty..",
            "io.lettuce..",
            "redis..",
            "java.net.http..",
            "dev.sigma.gateway..",
            "dev.sigma.commands..",
            "dev.sigma.worker..")
        .check(CLASSES);
  }

  @Test
  void import_sawTheClasses() {
    assertThat(CLASSES.contain(Engine.class)).isTrue();
    assertThat(CLASSES.contain(ROOT + ".model.WeightMatrix")).isTrue();
    assertThat(CLASSES.contain(ROOT + ".text.BpeTokenizer")).isTrue();
  }
}
