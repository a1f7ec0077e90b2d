package dev.sigma.benchmarks.diffqkv;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** Time of a token by context, a line a variant, both axes logarithmic. */
public final class Plot {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 650;
  private static final int LEFT = 90;
  private static final int RIGHT = 970;
  private static final int TOP = 70;
  private static final int BOTTOM = 580;

  private static final float[] DASHES = {9, 5};
  private static final Color GRID = new Color(0xE4E4E4);
  private static final Color TEXT = new Color(0x333333);

  /** Colours that also the colour-blind tell apart (Okabe and Ito). */
  private static final Map<Variant, Color> COLOURS =
      Map.of(
          Variant.MHA, new Color(0x8A8A8A),
          Variant.GQA_16, new Color(0xD55E00),
          Variant.DIFFQKV_WITHOUT_AUGQ, new Color(0x009E73),
          Variant.DIFFQKV, new Color(0x0072B2),
          Variant.DIFFQKV_SELECTIVE, new Color(0xCC79A7));

  private final Timings timings;
  private final Map<Variant, List<Point>> curves = new EnumMap<>(Variant.class);
  private final List<Point> contexts;
  private final LogScale x;
  private final LogScale y;
  private final Graphics2D graphics;

  private Plot(Timings timings, Graphics2D graphics) {
    this.timings = timings;
    this.graphics = graphics;
    for (Variant variant : timings.steps().keySet()) {
      curves.put(
          variant,
          timings.curve(variant).stream()
              .map(point -> new Point(point.context(), timings.ofAllLayers(point.milliseconds())))
              .toList());
    }
    contexts = curves.values().iterator().next();
    x =
        new LogScale(
            contexts.getFirst().context(), contexts.getLast().context(), LEFT + 20, RIGHT - 20);
    double[] all =
        curves.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Point::milliseconds)
            .sorted()
            .toArray();
    y = new LogScale(all[0] / 1.15, all[all.length - 1] * 1.15, BOTTOM, TOP);
  }

  /** Where a value stands, in pixels. */
  private record LogScale(double least, double most, double first, double last) {
    double at(double value) {
      return first + (last - first) * Math.log(value / least) / Math.log(most / least);
    }
  }

  /** Writes a PNG. */
  public static void write(Timings timings, Path file) throws IOException {
    System.setProperty("java.awt.headless", "true");
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    new Plot(timings, graphics).draw();
    graphics.dispose();
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private void draw() {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    axes();
    curves.forEach(this::curve);
    crossover();
    legend();
  }

  private void axes() {
    font(Font.BOLD, 17);
    text("Decode time of one token by context, layers of SIGMA-1.5B's shape", LEFT, 32, 0);
    font(Font.PLAIN, 13);
    text(
        "%d layers, from %d that were measured; int8 weights, K and V in f32; one sequence"
            .formatted(Timings.ALL_LAYERS, timings.layers()),
        LEFT,
        53,
        0);
    for (Point point : contexts) {
      double at = x.at(point.context());
      grid(at, TOP, at, BOTTOM);
      text(Point.label(point.context()), at, BOTTOM + 20, 0.5);
    }
    for (double decade = 1; decade <= y.most(); decade *= 10) {
      for (int digit : new int[] {1, 2, 3, 5, 7}) {
        double value = digit * decade;
        if (value >= y.least() && value <= y.most()) {
          grid(LEFT, y.at(value), RIGHT, y.at(value));
          text("%.0f".formatted(value), LEFT - 8, y.at(value) + 5, 1);
        }
      }
    }
    font(Font.PLAIN, 14);
    text("context, tokens", (LEFT + RIGHT) / 2.0, BOTTOM + 48, 0.5);
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, 28, (TOP + BOTTOM) / 2.0);
    text("time per token, ms", 28, (TOP + BOTTOM) / 2.0, 0.5);
    graphics.setTransform(upright);
  }

  private void curve(Variant variant, List<Point> curve) {
    graphics.setColor(COLOURS.get(variant));
    graphics.setStroke(stroke(variant));
    Path2D line = new Path2D.Double();
    for (Point point : curve) {
      double toX = x.at(point.context());
      double toY = y.at(point.milliseconds());
      if (line.getCurrentPoint() == null) {
        line.moveTo(toX, toY);
      } else {
        line.lineTo(toX, toY);
      }
      dot(toX, toY);
    }
    graphics.draw(line);
  }

  /** The two that are compared are bold, the others of DiffQKV dashed. */
  private static BasicStroke stroke(Variant variant) {
    return switch (variant) {
      case GQA_16, DIFFQKV -> new BasicStroke(2.8f);
      case MHA -> new BasicStroke(1.6f);
      case DIFFQKV_WITHOUT_AUGQ, DIFFQKV_SELECTIVE ->
          new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0);
    };
  }

  private void crossover() {
    Crossover.of(timings.curve(Variant.GQA_16), timings.curve(Variant.DIFFQKV))
        .ifPresent(
            crossover -> {
              double at = x.at(crossover.tokens());
              double ms = y.at(timings.ofAllLayers(crossover.milliseconds()));
              graphics.setColor(TEXT);
              graphics.setStroke(
                  new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
              graphics.draw(new Line2D.Double(at, ms, at, BOTTOM));
              graphics.setStroke(new BasicStroke(2));
              graphics.draw(new Ellipse2D.Double(at - 9, ms - 9, 18, 18));
              font(Font.BOLD, 13);
              text("DiffQKV with AugQ", at + 12, BOTTOM - 48, 0);
              text("is faster than GQA-16", at + 12, BOTTOM - 31, 0);
              text(
                  String.format(Locale.ROOT, "from %,.0f tokens on", crossover.tokens()),
                  at + 12,
                  BOTTOM - 14,
                  0);
            });
  }

  private void legend() {
    font(Font.PLAIN, 14);
    double row = TOP + 24;
    for (Variant variant : curves.keySet()) {
      graphics.setColor(COLOURS.get(variant));
      graphics.setStroke(stroke(variant));
      graphics.draw(new Line2D.Double(LEFT + 40, row - 5, LEFT + 85, row - 5));
      dot(LEFT + 62.5, row - 5);
      text(variant.label(), LEFT + 96, row, 0);
      row += 24;
    }
  }

  private void dot(double x, double y) {
    graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
  }

  private void grid(double fromX, double fromY, double toX, double toY) {
    graphics.setColor(GRID);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
  }

  private void font(int style, int size) {
    graphics.setFont(new Font(Font.SANS_SERIF, style, size));
  }

  /**
   * @param before share of the text's width that stands before {@code x}
   */
  private void text(String text, double x, double y, double before) {
    graphics.setColor(TEXT);
    double width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - before * width), (float) y);
  }
}
