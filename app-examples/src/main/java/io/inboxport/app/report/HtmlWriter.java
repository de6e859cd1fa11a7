package io.inboxport.app.report;

import io.inboxport.app.output.PrintableText;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Pieces of a page. Every text goes through {@link #text}. */
final class HtmlWriter {
  private HtmlWriter() {}

  /** A text of any author, harmless in an element and in a quoted attribute. */
  static String text(Object value) {
    return PrintableText.line(value.toString())
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A table of counts, under a caption for those who do not see the plot. */
  static String counts(String caption, String heading, String counted, Map<String, Long> counts) {
    var rows = new StringBuilder();
    counts.forEach(
        (name, count) ->
            rows.append(
                "<tr><th scope=\"row\">" + text(name) + "</th><td>" + count + "</td></tr>\n"));
    return table(caption, List.of(heading, counted), rows);
  }

  static String table(String caption, List<String> headings, CharSequence rows) {
    var head = new StringBuilder();
    headings.forEach(
        heading -> head.append("<th scope=\"col\">").append(text(heading)).append("</th>"));
    return "<div class=\"table\"><table><caption>"
        + text(caption)
        + "</caption>\n<thead><tr>"
        + head
        + "</tr></thead>\n<tbody>\n"
        + rows
        + "</tbody></table></div>\n";
  }

  /** A time span as people say it, to its largest two units. */
  static String span(Duration span) {
    long minutes = Math.max(0, span.toMinutes());
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 24 * 60) {
      return minutes / 60 + " h " + minutes % 60 + " min";
    }
    return minutes / (24 * 60) + " d " + minutes / 60 % 24 + " h";
  }
}
