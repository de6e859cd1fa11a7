package io.inboxport.app;

import io.inboxport.app.output.PrintableText;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Rows, under headings if given: aligned for people, separated by tabs for programs. */
final class TextTable {
  private static final String GAP = "  ";
  private static final int ROOM_FOR_TEXT = 8;
  private static final int LEAST = 2;

  private final List<String> headings;
  private final List<List<Cell>> rows = new ArrayList<>();

  TextTable(String... headings) {
    this.headings = List.of(headings);
  }

  /** Adds a row; cells are texts or {@link Cell}s, and are made printable. */
  TextTable row(Object... cells) {
    var row = new ArrayList<Cell>();
    for (var cell : cells) {
      var styled =
          cell instanceof Cell given ? given : new Cell(String.valueOf(cell), TextStyle.PLAIN);
      row.add(new Cell(PrintableText.line(styled.text), styled.style));
    }
    rows.add(row);
    return this;
  }

  List<String> lines(CommandConsole console) {
    return console.terminal() ? aligned(console) : separated();
  }

  private List<String> separated() {
    var lines = new ArrayList<String>();
    if (!headings.isEmpty()) {
      lines.add(String.join("\t", headings));
    }
    rows.forEach(row -> lines.add(String.join("\t", row.stream().map(Cell::text).toList())));
    return lines;
  }

  private List<String> aligned(CommandConsole console) {
    var widths = widths(console.columns());
    var lines = new ArrayList<String>();
    if (!headings.isEmpty()) {
      var bold = headings.stream().map(heading -> new Cell(heading, TextStyle.BOLD)).toList();
      lines.add(line(bold, widths, console));
    }
    rows.forEach(row -> lines.add(line(row, widths, console)));
    return lines;
  }

  private int[] widths(int columns) {
    var widths = new int[headings.isEmpty() ? rows.get(0).size() : headings.size()];
    int total = GAP.length() * (widths.length - 1);
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int heading = headings.isEmpty() ? 0 : width(headings.get(i));
      int widest = rows.stream().mapToInt(row -> width(row.get(column).text)).max().orElse(0);
      widths[i] = Math.max(heading, widest);
      total += widths[i];
    }
    narrow(widths, total - columns);
    return widths;
  }

  /** The last column is the free text and gives way first, then the widest; the id never does. */
  private static void narrow(int[] widths, int surplus) {
    int last = widths.length - 1;
    int given = Math.max(0, Math.min(surplus, widths[last] - ROOM_FOR_TEXT));
    widths[last] -= given;
    for (int left = surplus - given; left > 0; left--) {
      int widest = last;
      for (int i = last; i > 0; i--) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= LEAST) {
        return;
      }
      widths[widest]--;
    }
  }

  private static String line(List<Cell> row, int[] widths, CommandConsole console) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      var cell = row.get(i);
      var text = shortened(cell.text, widths[i]);
      boolean last = i == row.size() - 1;
      line.append(cell.style.paint(text, console.colours()))
          .append(last ? "" : " ".repeat(widths[i] - width(text)) + GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String shortened(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    var kept = new StringBuilder();
    int room = width - 1;
    for (int c : text.codePoints().toArray()) {
      room -= Math.max(0, WCWidth.wcwidth(c));
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  /**
   * Returns the columns that a text takes: letters of East Asia and emoji take two, accents none.
   */
  private static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /**
   * A text with a look.
   *
   * @param text the text
   * @param style its look
   */
  record Cell(String text, TextStyle style) {}
}
