package dev.sigma.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalPatternsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "'mv {} \\{\\}' 'mv {} {}' true",
        "a{2} aa true",
        "a{2,} aaa true",
        "a{1,2} aaa false",
        "a{x} a{x} true",
        "[[]x [x true",
        "[]]x ]x true",
        "[^]]x ax true",
        "[^]]x ]x false",
        "[a&&b]+ a&b true",
        "[a{] { true",
        "\\[[a]{1} [a true",
        "[\\]a]{2} ]a true",
      })
  void compile_takesWhatPythonTakes(String pattern, String command, boolean matches) {
    assertThat(Patterns.compile(pattern).matcher(command).matches()).isEqualTo(matches);
  }
}
