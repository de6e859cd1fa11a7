package io.inboxport.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.reply.ReplyCapabilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page: everything in one file, nothing from elsewhere. What a plot shows stands in the table
 * beside it, for readers who do not see plots.
 */
final class ReportPage {
  private final ReportFigures figures;
  private final String account;
  private int plots;
  private boolean drawing = true;

  ReportPage(ReportFigures figures, String account) {
    this.figures = figures;
    this.account = account;
  }

  /** Returns whether plots could be drawn, once the page is made. */
  boolean hasPlots() {
    return drawing;
  }

  String html() {
    var time = figures.at().truncatedTo(ChronoUnit.MINUTES).toString().substring(0, 16);
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Inbox report: %1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <header><h1>Inbox report: %1$s</h1><p>As of %3$s, UTC.</p></header>
        <main>
        """
            .formatted(HtmlWriter.text(account), styles(), HtmlWriter.text(time.replace('T', ' ')))
        + tiles()
        + sections()
        + """
        </main>
        <footer>%sResponse times and tags come from %s of %s open items. Made by Inboxport.</footer>
        </body>
        </html>
        """
            .formatted(shortfall(), Long.toString(figures.looked()), figures.openInWords());
  }

  /** The API has no second page, and an item that cannot be read is left out. */
  private String shortfall() {
    int listed = figures.open().size();
    if (figures.totalOpen().isEmpty()) {
      return "The server does not say how many items are open: all figures are of the "
          + listed
          + " that it listed. ";
    }
    return listed < figures.totalOpen().getAsLong()
        ? "Only "
            + listed
            + " open items could be listed: all figures but their number are of these. "
        : "";
  }

  private String tiles() {
    var tiles = new LinkedHashMap<String, Object>();
    tiles.put("open items", figures.openInWords());
    tiles.put("unassigned", figures.unassigned());
    tiles.put("waiting for an answer", figures.waiting());
    tiles.put("not answerable from here", figures.unanswerable());
    tiles.put("age of the oldest", figures.oldest().map(HtmlWriter::span).orElse("-"));
    tiles.put("median response time", figures.medianResponse().map(HtmlWriter::span).orElse("-"));
    var html = new StringBuilder("<ul class=\"tiles\">\n");
    tiles.forEach(
        (label, value) ->
            html.append("<li><b>")
                .append(HtmlWriter.text(value))
                .append("</b><span>")
                .append(label)
                .append("</span></li>\n"));
    return html.append("</ul>\n").toString();
  }

  private String sections() {
    var networks = Network.values().stream().map(Network::toString).toList();
    return section(
            "Open items by network and type",
            () -> ReportPlots.columns(figures.byType(), networks),
            byNetworkAndType())
        + section(
            "Age of the open items",
            () -> ReportPlots.columns(figures.byAge()),
            HtmlWriter.counts("Open items by age", "Age", "Items", figures.byAge()))
        + section(
            "Who works on them",
            () -> ReportPlots.rows(figures.byAssignee()),
            HtmlWriter.counts("Open items by assignee", "Assignee", "Items", figures.byAssignee()))
        + section(
            "Tags",
            () -> ReportPlots.rows(figures.byTag()),
            HtmlWriter.counts("Open items by tag", "Tag", "Items", figures.byTag()))
        + section(
            "How long customers waited for an answer",
            () -> ReportPlots.columns(figures.byResponseTime()),
            HtmlWriter.counts(
                "Answers by response time", "Response time", "Answers", figures.byResponseTime()))
        + "<section><h2>What can be answered from here</h2>\n"
        + answerable()
        + "</section>\n";
  }

  private String section(String title, Supplier<Optional<String>> plot, String table) {
    var drawn = drawn(plot);
    var figure =
        drawn.isEmpty()
            ? ""
            : "<figure role=\"img\" aria-label=\"Plot: "
                + HtmlWriter.text(title)
                + ". The table beside it has"
                + " the numbers.\">"
                + drawn.get()
                + "</figure>\n";
    return "<section><h2>"
        + HtmlWriter.text(title)
        + "</h2>\n<div class=\"pair\">\n"
        + figure
        + table
        + "</div></section>\n";
  }

  /** The ids of each drawing, made different: they share a page now. */
  private Optional<String> drawn(Supplier<Optional<String>> plot) {
    if (!drawing) {
      return Optional.empty();
    }
    try {
      int number = ++plots;
      return plot.get().map(svg -> svg.replaceAll("(id=\"|url\\(#)", "$1plot" + number + "-"));
    } catch (RuntimeException | LinkageError | InternalError e) {
      // A Java without fonts cannot draw letters, and says so in many ways. The tables remain.
      drawing = false;
      return Optional.empty();
    }
  }

  private String byNetworkAndType() {
    var types = figures.byType().keySet(); // What the API adds later has its column as well.
    var rows = new StringBuilder();
    figures
        .byNetworkAndType()
        .forEach(
            (network, counts) -> {
              rows.append("<tr><th scope=\"row\">")
                  .append(HtmlWriter.text(network))
                  .append("</th>");
              types.forEach(
                  type ->
                      rows.append("<td>").append(counts.getOrDefault(type, 0L)).append("</td>"));
              rows.append("</tr>\n");
            });
    var headings = new ArrayList<>(List.of("Network"));
    headings.addAll(types);
    return HtmlWriter.table("Open items by network and type", headings, rows);
  }

  private String answerable() {
    var counts = figures.byNetworkAndType();
    var rows = new StringBuilder();
    for (var network : Network.values()) {
      rows.append("<tr><th scope=\"row\">").append(network).append("</th>");
      for (var type : ItemType.values()) {
        long open =
            counts.getOrDefault(network.toString(), Map.of()).getOrDefault(type.toString(), 0L);
        // A phone has no room for columns: there the cell says what it is about.
        rows.append("<td data-of=\"").append(type).append("\">");
        rows.append(HtmlWriter.text(answer(network, type)));
        rows.append(open == 0 ? "" : " <b>(" + open + "&nbsp;open)</b>").append("</td>");
      }
      rows.append("</tr>\n");
    }
    var headings = new ArrayList<>(List.of("Network"));
    ItemType.values().forEach(type -> headings.add(type.toString()));
    return "<div class=\"words\">"
        + HtmlWriter.table(
            "How a reply reaches the customer, and what it can carry", headings, rows)
        + "</div>";
  }

  private static String answer(Network network, ItemType type) {
    var can = ReplyCapabilities.of(network, type);
    return switch (can.channel()) {
      case DIRECT_MESSAGE -> "direct message" + extras(can.threading(), can.media());
      case PUBLIC_COMMENT -> "public comment" + extras(can.threading(), can.media());
      case NONE -> "no reply";
      case UNDETERMINED -> "unknown";
    };
  }

  private static String extras(boolean threading, boolean media) {
    return (threading ? ", threading" : "") + (media ? ", media" : "");
  }

  private static String styles() {
    try (var css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
      return new String(css.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
