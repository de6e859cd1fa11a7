package io.inboxport.http;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decoder of the HTML escapes that servers write texts with; others stay as they are. */
final class HtmlEscapes {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})"
              + "|([A-Za-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)|(\\w{2,8}));");

  private static final Map<String, String> ACCENTS =
      Map.of(
          "acute", "\u0301", "grave", "\u0300", "circ", "\u0302", "uml", "\u0308", "tilde",
          "\u0303", "cedil", "\u0327", "ring", "\u030A", "caron", "\u030C");

  private static final Map<String, String> MARKS =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("szlig", "ß"),
          Map.entry("oslash", "ø"),
          Map.entry("Oslash", "Ø"),
          Map.entry("aelig", "æ"),
          Map.entry("AElig", "Æ"),
          Map.entry("oelig", "œ"),
          Map.entry("OElig", "Œ"),
          Map.entry("iexcl", "¡"),
          Map.entry("iquest", "¿"),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("hellip", "…"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("bdquo", "„"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"));

  private HtmlEscapes() {}

  static String decode(String text) {
    return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meant(found)));
  }

  private static String meant(MatchResult found) {
    if (found.group(1) != null) {
      return character(Integer.parseInt(found.group(1)), found);
    }
    if (found.group(2) != null) {
      return character(Integer.parseInt(found.group(2), 16), found);
    }
    if (found.group(3) != null) {
      return Normalizer.normalize(
          found.group(3) + ACCENTS.get(found.group(4)), Normalizer.Form.NFC);
    }
    return MARKS.getOrDefault(found.group(5), found.group());
  }

  private static String character(int code, MatchResult found) {
    return Character.isValidCodePoint(code) ? Character.toString(code) : found.group();
  }
}
