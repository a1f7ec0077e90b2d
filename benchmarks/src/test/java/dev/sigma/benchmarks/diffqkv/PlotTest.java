package dev.sigma.benchmarks.diffqkv;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {

  @TempDir private Path folder;

  @Test
  void write_drawsEveryVariantsLine() throws IOException {
    Path file = folder.resolve("docs").resolve("plot.png");
    Plot.write(SomeTimings.at(512, 2048, 8192), file);
    BufferedImage image = ImageIO.read(file.toFile());
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, 1000);
    assertThat(image.getWidth()).isEqualTo(1000);
    assertThat(pixels)
        .contains(0xFF8A8A8A, 0xFFD55E00, 0xFF009E73, 0xFF0072B2, 0xFFCC79A7, 0xFFFFFFFF);
  }

  @Test
  void write_curvesThatDoNotMeet_areDrawnToo() throws IOException {
    Path file = folder.resolve("plot.png");
    Plot.write(SomeTimings.at(512, 2048), file);
    assertThat(file).isNotEmptyFile();
  }
}
