package io.inboxport.archunit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules of the language that can be counted, for sources and for guides. Each returns offenders.
 */
final class LanguageRules {
  static final int MOST_WORDS = 25;

  private static final String MODIFIERS =
      "(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed)\\s+)*";
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:/\\*\\*(?<comment>(?:(?!\\*/).)*)\\*/\\s*)?(?<annotations>(?:@[\\w.]+(?:\\([^)]*\\))?\\s*)*)"
              + MODIFIERS
              + "\\b(?:class|interface|enum|record|@interface)\\s+(?<name>[A-Z]\\w*)",
          Pattern.DOTALL);
  private static final Pattern RIDDLE =
      Pattern.compile("^(?:What|Who|Whose|Whether|Which|How|Where|When|Why|That|All that)\\b");
  private static final Pattern JAVADOC =
      Pattern.compile("/\\*\\*(?<comment>(?:(?!\\*/).)*)\\*/", Pattern.DOTALL);
  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<![:\"])//[^\\n]*", Pattern.DOTALL);
  private static final Pattern NO_PERSON =
      Pattern.compile(
          "\\b(?:nobody|somebody|anybody|whoever|everybody)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_PROSE =
      Pattern.compile("(?ms)^```.*?^```|^ {4}.*?$|^\\|.*?$|^#.*?$|<!--.*?-->");
  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "(?<=[.!?:;]|[.!?]\\*\\*)\\s+(?=[\\p{Lu}\\[`*(\"])|\\n\\s*\\n|\\n\\s*(?:[-*]|\\d+\\.)\\s+");

  /** Several types may have such nested ones: they are read with the outer name. */
  private static final Set<String> NESTED_ALIKE = Set.of("Builder", "Kind");

  private LanguageRules() {}

  /** Names of the types in this source whose comment opens with a riddle. */
  static List<String> riddles(String source) {
    return TYPE.matcher(source)
        .results()
        .filter(type -> type.group(1) != null)
        .filter(type -> RIDDLE.matcher(opening(type.group(1))).find())
        .map(type -> type.group(3))
        .toList();
  }

  /**
   * Openings of the documentation comments in this source, of whatever declaration, that riddle.
   */
  static List<String> riddlingOpenings(String source) {
    return JAVADOC
        .matcher(source)
        .results()
        .map(comment -> opening(comment.group(1)))
        .filter(opening -> RIDDLE.matcher(opening).find())
        .toList();
  }

  private static String opening(String comment) {
    return comment.replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
  }

  /** Names that more than one top-level type has, or a nested type and a top-level one. */
  static List<String> repeatedNames(Map<String, String> sourcesByFile) {
    var files = new TreeMap<String, List<String>>();
    sourcesByFile.keySet().stream()
        .filter(file -> !file.endsWith("-info.java"))
        .forEach(file -> files.computeIfAbsent(topLevel(file), n -> new ArrayList<>()).add(file));
    var repeated =
        new ArrayList<>(
            files.values().stream().filter(f -> f.size() > 1).map(List::toString).toList());
    sourcesByFile.forEach(
        (file, source) ->
            names(source)
                .filter(name -> !name.equals(topLevel(file)) && !NESTED_ALIKE.contains(name))
                .filter(files::containsKey)
                .forEach(name -> repeated.add(name + " in " + file)));
    return repeated;
  }

  private static Stream<String> names(String source) {
    var code = COMMENT.matcher(source).replaceAll("");
    return TYPE.matcher(code).results().map(type -> type.group(3));
  }

  private static String topLevel(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
  }

  /** Comments of this source that speak of people who have a better name. */
  static List<String> unnamedPeople(String source) {
    return COMMENT
        .matcher(source)
        .results()
        .map(comment -> comment.group())
        .filter(comment -> NO_PERSON.matcher(comment).find())
        .toList();
  }

  /** Sentences of this guide that have too many words, or speak of unnamed people. */
  static List<String> hardSentences(String guide) {
    var prose = NO_PROSE.matcher(guide).replaceAll("\n\n");
    return Stream.of(SENTENCE_END.split(prose))
        .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
        .filter(s -> words(s) > MOST_WORDS || NO_PERSON.matcher(s).find())
        .toList();
  }

  private static long words(String sentence) {
    return Stream.of(sentence.split(" ", -1))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .count();
  }
}
