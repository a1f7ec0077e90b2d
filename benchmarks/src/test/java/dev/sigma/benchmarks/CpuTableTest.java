package dev.sigma.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CpuTableTest {

  @TempDir private Path folder;

  private static String report(String time, double rate) {
    return """
        {"time":"%s","commit":"abc","pairs":5,"machine":{"processor":"P","cores":2},
         "metrics":{"decode_sigma_52m":%s,"decode_llamacpp_52m":50,"decode_vs_llamacpp_52m":2,
                    "prefill_sigma_336m":1234.5}}
        """
        .formatted(time, rate);
  }

  @Test
  void of_aReport_hasARowForWhatWasMeasured() {
    assertThat(CpuTable.of(JsonMapper.shared().readTree(report("t", 99.96))))
        .contains("| decode, 52M | 100.0 | 50.0 | – | **2.00** |\n")
        .contains("| prompt of 512, 336M | 1,235 | – | – | – |\n")
        .doesNotContain("16 streams")
        .endsWith("\nP, 2 cores; commit `abc`; medians of 5 pairs, in turns.\n");
  }

  @Test
  void update_takesTheNewestReport() throws IOException {
    Files.writeString(folder.resolve("cpu-b.json"), report("2026-11-02T00:00:00Z", 7));
    Files.writeString(folder.resolve("cpu-a.json"), report("2026-11-01T00:00:00Z", 8));
    Path readme = folder.resolve("README.md");
    Files.writeString(
        readme,
        """
        before
        <!-- made of the newest file in benchmarks/results by ./sigma bench cpu --keep -->
        old
        <!-- end of what was made -->
        after
        """);
    CpuTable.update(readme, folder);
    assertThat(Files.readString(readme))
        .contains("| decode, 52M | 7.0 |")
        .doesNotContain("old")
        .startsWith("before\n")
        .endsWith("<!-- end of what was made -->\nafter\n");
    CpuTable.update(readme, folder);
    assertThat(Files.readString(readme)).containsOnlyOnce("| decode, 52M | 7.0 |");
  }

  @Test
  void update_ofATextWithoutAPlace_saysSo() throws IOException {
    Files.writeString(folder.resolve("cpu-b.json"), report("t", 7));
    Path readme = Files.writeString(folder.resolve("README.md"), "nothing");
    assertThatThrownBy(() -> CpuTable.update(readme, folder))
        .hasMessageContaining("no place for the table");
  }

  @Test
  void readme_showsTheNewestReport() throws IOException {
    assertThat(Files.readString(Path.of("../README.md")))
        .contains(CpuTable.newest(Path.of("results")));
  }
}
