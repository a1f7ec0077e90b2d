package dev.sigma.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTest {

  private static List<Sample> read(String text) {
    return Exposition.read(text, name -> true);
  }

  @Test
  void read_everyForm_digitForDigit() {
    assertThat(
            read(
                """
                # HELP a some "text" {that="is no sample"} 1
                # TYPE a counter
                # just a comment
                a 12.0

                a{x="1"} 1.234567890123456789E7
                \ta{x="2",} +Inf\r
                b:c_total{ x = "3" , y="" } -4e-3 1700000000000
                d{}NaN
                e 0
                """))
        .containsExactly(
            new Sample("a", Map.of(), "12.0"),
            new Sample("a", Map.of("x", "1"), "1.234567890123456789E7"),
            new Sample("a", Map.of("x", "2"), "+Inf"),
            new Sample("b:c_total", Map.of("x", "3", "y", ""), "-4e-3"),
            new Sample("d", Map.of(), "NaN"),
            new Sample("e", Map.of(), "0"));
    assertThat(read("")).isEmpty();
  }

  @Test
  void read_escapes_areUndone() {
    assertThat(read("a{x=\"C:\\\\dir \\\"q\\\" \\n, } é\"} 1").getFirst().labels())
        .isEqualTo(Map.of("x", "C:\\dir \"q\" \n, } é"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a ",
        "a 1 2 3",
        "a 1 now",
        "a one",
        "a 0x10",
        "a 1,5",
        "a 1_000",
        "a --1",
        "a inf",
        "a .",
        "1a 1",
        "a-b 1",
        "{x=\"1\"} 1",
        "a{x=1} 1",
        "a{x=\"1} 1",
        "a{x=\"1\" 1",
        "a{x=\"1\";y=\"2\"} 1",
        "a{x=\"1\",,} 1",
        "a{,} 1",
        "a{x:y=\"1\"} 1",
        "a{x=\"\\t\"} 1",
        "a{x=\"1\",x=\"2\"} 1",
        "<html>",
        "{\"status\":\"UP\"}"
      })
  void read_wrongLine_isRefusedWithItsNumber(String line) {
    assertThatThrownBy(() -> read("good 1\n" + line + "\n"))
        .isInstanceOf(ExpositionException.class)
        .hasMessageStartingWith("line 2: ");
  }

  @Test
  void read_sameSeriesTwice_isRefused_whateverTheOrderOfLabels() {
    assertThatThrownBy(() -> read("a{x=\"1\",y=\"2\"} 1\na{y=\"2\",x=\"1\"} 2"))
        .hasMessageContaining("line 2: a twice");
  }

  @Test
  void read_unwanted_isCheckedButNotKept() {
    assertThat(Exposition.read("a 1\nb 2", "b"::equals))
        .containsExactly(new Sample("b", Map.of(), "2"));
    assertThatThrownBy(() -> Exposition.read("a one\nb 2", "b"::equals))
        .isInstanceOf(ExpositionException.class);
  }

  @Test
  void read_moreThanCanBeShown_isRefused() {
    String many =
        IntStream.rangeClosed(0, 1000)
            .mapToObj("a{x=\"%d\"} 1\n"::formatted)
            .collect(Collectors.joining());
    assertThatThrownBy(() -> read(many)).hasMessageContaining("at most 1000");
    String labels =
        IntStream.range(0, 33).mapToObj("l%d=\"\""::formatted).collect(Collectors.joining(","));
    assertThatThrownBy(() -> read("a{" + labels + "} 1")).hasMessageContaining("32 labels");
  }
}
