package io.inboxport.app.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Bar of a plot as it is drawn, in pixels from the upper left corner. */
record DrawnBar(double x, double y, double right, double bottom) {
  private static final Pattern BAR =
      Pattern.compile("M([\\d.]+) ([\\d.]+) L([\\d.]+) [\\d.]+ L[\\d.]+ ([\\d.]+) L[^L]* Z");

  double width() {
    return right - x;
  }

  double height() {
    return bottom - y;
  }

  /** Returns the bars of a series, which has a colour that stands for its role. */
  static List<DrawnBar> of(String plot, int role) {
    var bars = new ArrayList<DrawnBar>();
    var paths = parsed(plot).getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      var path = (Element) paths.item(i);
      var corners = BAR.matcher(path.getAttribute("d"));
      if (fill(path).equals("rgb(%1$d,%1$d,%1$d)".formatted(role)) && corners.matches()) {
        bars.add(
            new DrawnBar(
                Double.parseDouble(corners.group(1)),
                Double.parseDouble(corners.group(2)),
                Double.parseDouble(corners.group(3)),
                Double.parseDouble(corners.group(4))));
      }
    }
    return bars;
  }

  /** Returns how many names and marks are written along the axes of a plot without a legend. */
  static int labels(String plot) {
    int labels = 0;
    var paths = parsed(plot).getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      labels += fill((Element) paths.item(i)).equals("rgb(1,1,1)") ? 1 : 0;
    }
    return labels;
  }

  private static Document parsed(String plot) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(plot)));
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new AssertionError(plot, e);
    }
  }

  /** Returns the colour of an element, which may be that of the group around it. */
  private static String fill(Element element) {
    return element.hasAttribute("fill") || !(element.getParentNode() instanceof Element around)
        ? element.getAttribute("fill")
        : fill(around);
  }
}
