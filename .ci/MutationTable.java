import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Writes the results in docs/mutation-testing.md from the reports of a mutation run.
 *
 * <p>Run it in the root of the project, after the command that the page names:
 *
 * <pre>java .ci/MutationTable.java</pre>
 */
final class MutationTable {
  private static final Path PAGE = Path.of("docs", "mutation-testing.md");
  private static final String START = "<!-- results: written by .ci/MutationTable.java -->\n";
  private static final String END = "<!-- end of the results -->\n";

  private static final List<Run> RUNS =
      List.of(
          new Run("`core`: `reply`, `tag`, `text`", "core/target/pit/rules", 95),
          new Run("`core`: everything else", "core/target/pit/elsewhere", 90),
          new Run("`budget`", "budget/target/pit", 90),
          new Run("`adapter-http`: the course of a call", "adapter-http/target/pit", 90),
          new Run("`testkit`: the sandbox", "testkit/target/pit", 80),
          new Run("`app-examples`: export and report", "app-examples/target/pit", 80));

  private MutationTable() {}

  /** One mutation run: its part of the code, its report, and the share that must be found. */
  private record Run(String part, String folder, int threshold) {}

  /** One change that the run made. */
  private record Change(String type, int line, String method, String mutator, String status) {
    boolean isFound() {
      return !status.equals("SURVIVED") && !status.equals("NO_COVERAGE");
    }
  }

  public static void main(String[] args) throws Exception {
    var table = new StringBuilder();
    var survivors = new StringBuilder();
    for (var run : RUNS) {
      var report = Path.of(run.folder(), "mutations.xml");
      var result = "not run";
      if (Files.exists(report)) {
        var changes = read(report);
        long found = changes.stream().filter(Change::isFound).count();
        result = found + " of " + changes.size();
        changes.stream()
            .filter(change -> !change.isFound())
            .map(MutationTable::row)
            .forEach(survivors::append);
      }
      table.append("| %s | %d %% | %s |%n".formatted(run.part(), run.threshold(), result));
    }
    write(
        "| part | threshold | changes found |\n| --- | ---: | ---: |\n"
            + table
            + (survivors.isEmpty()
                ? ""
                : "\nThese changes survived:\n\n| class | line | method | change | |\n"
                    + "| --- | ---: | --- | --- | --- |\n"
                    + survivors));
  }

  private static List<Change> read(Path report) throws Exception {
    var nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    var changes = new ArrayList<Change>();
    for (int i = 0; i < nodes.getLength(); i++) {
      var mutation = (Element) nodes.item(i);
      changes.add(
          new Change(
              text(mutation, "mutatedClass"),
              Integer.parseInt(text(mutation, "lineNumber")),
              text(mutation, "mutatedMethod"),
              text(mutation, "mutator"),
              mutation.getAttribute("status")));
    }
    return changes;
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }

  private static String row(Change change) {
    return "| `%s` | %d | `%s` | %s | %s |%n"
        .formatted(
            change.type().replaceFirst("^.*\\.", "").replace('$', '.'),
            change.line(),
            change.method(),
            words(change.mutator()),
            change.status().equals("NO_COVERAGE") ? "no test comes here" : "");
  }

  /**
   * The name of a mutator in words: {@code ConditionalsBoundaryMutator} is conditionals boundary.
   */
  private static String words(String mutator) {
    var name = mutator.replaceFirst("^.*\\.", "").replaceFirst("Mutator.*$", "");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static void write(String results) throws IOException {
    var page = Files.readString(PAGE);
    int start = page.indexOf(START);
    int end = page.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException(PAGE + " has no place for the results.");
    }
    var lines = results.lines().collect(Collectors.joining("\n", "\n", "\n\n"));
    Files.writeString(PAGE, page.substring(0, start) + START + lines + page.substring(end));
    System.out.print(results);
  }
}
