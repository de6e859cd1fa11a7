package io.inboxport.app.report;

import io.inboxport.app.output.PrintableText;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Draws counts as SVG. Colours stand for roles: the page's style sheet knows each and gives it what
 * suits light, dark and paper.
 */
final class ReportPlots {
  static final Color INK = new Color(1, 1, 1);
  static final Color GRID = new Color(2, 2, 2);
  static final Color PAPER = new Color(3, 3, 3);
  static final List<Color> SERIES =
      List.of(
          new Color(11, 11, 11),
          new Color(12, 12, 12),
          new Color(13, 13, 13),
          new Color(14, 14, 14),
          new Color(15, 15, 15));

  // Small enough that a phone shows it in its own size, and its letters can be read.
  private static final int WIDTH = 380;
  private static final int HEIGHT = 250;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final int MAX_LABEL = 16;
  private static final int MAX_BARS = 8;

  static {
    System.setProperty("java.awt.headless", "true");
  }

  private ReportPlots() {}

  /** Bars side by side, for names in an order of their own. */
  static Optional<String> columns(Map<String, Long> counts) {
    return columns(Map.of("Items", counts), List.copyOf(counts.keySet()));
  }

  /** Bars in layers: for each name of a layer, its counts by the names along the axis. */
  static Optional<String> columns(Map<String, Map<String, Long>> layers, List<String> names) {
    if (layers.values().stream().allMatch(Map::isEmpty)) {
      return Optional.empty();
    }
    var chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
    var styler = chart.getStyler();
    styler.setStacked(true).setAvailableSpaceFill(0.7);
    style(chart, layers.size() > 1);
    styler.setXAxisLabelRotation(names.size() > 5 || layers.size() == 1 ? 30 : 0);
    byShortName(layers)
        .forEach(
            (layer, counts) ->
                chart.addSeries(
                    layer,
                    names.stream().map(ReportPlots::shortened).toList(),
                    names.stream().map(name -> counts.getOrDefault(name, 0L)).toList()));
    var highest =
        names.stream()
            .mapToLong(
                name -> layers.values().stream().mapToLong(c -> c.getOrDefault(name, 0L)).sum())
            .max();
    wholeNumbers(styler, highest.orElse(0), false);
    return Optional.of(svg(chart));
  }

  /** Returns the layers by the names that the legend has room for: a chart takes each name once. */
  private static Map<String, Map<String, Long>> byShortName(Map<String, Map<String, Long>> layers) {
    var merged = new LinkedHashMap<String, Map<String, Long>>();
    layers.forEach(
        (layer, counts) -> {
          var sums = merged.computeIfAbsent(shortened(layer), name -> new LinkedHashMap<>());
          counts.forEach((name, count) -> sums.merge(name, count, Long::sum));
        });
    return merged;
  }

  /** Bars one under the other, the largest on top, for names of any length. */
  static Optional<String> rows(Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    var shown = new LinkedHashMap<String, Long>();
    counts.entrySet().stream()
        .limit(MAX_BARS)
        .forEach(entry -> shown.merge(shortened(entry.getKey()), entry.getValue(), Long::sum));
    var chart = new HorizontalBarChartBuilder().width(WIDTH).height(HEIGHT).build();
    chart.getStyler().setAvailableSpaceFill(0.7);
    style(chart, false);
    chart.getStyler().setXAxisTickMarkSpacingHint(30).setYAxisTickMarkSpacingHint(1);
    wholeNumbers(chart.getStyler(), Collections.max(shown.values()), true);
    chart.addSeries("Items", List.copyOf(shown.values()), List.copyOf(shown.keySet()));
    return Optional.of(svg(chart));
  }

  private static void style(AxesChart<?, ?> chart, boolean legend) {
    var styler = (AxesChartStyler) chart.getStyler();
    styler
        .setPlotGridLinesColor(GRID)
        .setAxisTickLabelsFont(FONT)
        .setAxisTickLabelsColor(INK)
        .setAxisTickMarksColor(GRID)
        .setAxisTicksMarksVisible(false)
        // Every name on the axis, not every other.
        .setXAxisTickMarkSpacingHint(1)
        .setYAxisTickMarkSpacingHint(20)
        .setPlotGridVerticalLinesVisible(false);
    styler
        .setChartBackgroundColor(PAPER)
        .setPlotBackgroundColor(PAPER)
        .setPlotBorderVisible(false)
        .setChartFontColor(INK)
        .setChartTitleVisible(false)
        .setChartPadding(4)
        .setSeriesColors(SERIES.toArray(Color[]::new))
        .setLegendVisible(legend)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendBorderColor(PAPER)
        .setLegendBackgroundColor(PAPER)
        .setLegendFont(FONT)
        .setLocale(Locale.ROOT);
  }

  /** Items come in ones: no half of one on the axis. */
  private static void wholeNumbers(AxesChartStyler styler, long maximum, boolean across) {
    double top = Math.max(1, maximum);
    if (across) {
      styler.setXAxisMin(0.0).setXAxisMax(top).setXAxisDecimalPattern("#");
    } else {
      styler.setYAxisMin(0.0).setYAxisMax(top).setYAxisDecimalPattern("#");
    }
  }

  private static String shortened(String name) {
    var line = name.isBlank() ? "-" : PrintableText.line(name);
    return line.codePointCount(0, line.length()) <= MAX_LABEL
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LABEL - 1)) + "…";
  }

  private static String svg(AxesChart<?, ?> chart) {
    try {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      var graphics = new SVGGraphics2D(document);
      chart.paint(graphics, WIDTH, HEIGHT);
      var root = graphics.getRoot();
      root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
      // The figure around it has the words; what is drawn is told again in its table.
      root.setAttribute("aria-hidden", "true");
      var text = new StringWriter();
      graphics.stream(root, text, false, false);
      return text.toString().substring(text.toString().indexOf("<svg"));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
