package io.inboxport.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a server about a failure, made fit for an error message. */
final class ServerWords {
  /** The chars looked at, and those told. A reason comes first, and is short. */
  private static final int LOOKED_AT = 4_000;

  private static final int TOLD = 300;

  /**
   * Echoes of 20 or more chars are cut, and of a shorter text the whole text; a shorter piece of a
   * long text cannot be told from chance.
   */
  private static final int ECHO = 20;

  /** Of a key, so many chars are hardly chance; a shorter piece of it stays. */
  private static final int ECHO_OF_A_SECRET = 6;

  /** Shorter texts give nothing away, and are part of many words. */
  private static final int WORTH_CUTTING = 3;

  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->|<[^<>]*>");

  /** As JSON writes letters and marks, in a body that should be JSON and is none. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|([\"/]))");

  /** A page of a firewall, a proxy or a load balancer: the API sends JSON. */
  private static final Pattern WEB_PAGE =
      Pattern.compile(
          "(?is)\\A\\W*(?:<!--.*?-->\\s*|<\\?.*?\\?>\\s*)*<(?:!doctype|html|head|body|title|h1|p)\\b.*");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{C}\\p{Z}]+");

  private ServerWords() {}

  /** The words in the body of a failure: JSON, HTML or plain. */
  static String in(byte[] body, List<String> sent, List<String> secrets) {
    try {
      return of(Envelope.open(body, AnswerPayload::none).words(), sent, secrets);
    } catch (IOException e) {
      var text = new String(body, StandardCharsets.UTF_8);
      var words = of(text, sent, secrets);
      return WEB_PAGE.matcher(text).matches()
          ? "a web page, from something on the way and not from the API: " + words
          : words;
    }
  }

  /**
   * The words of the server in one line, without markup and without what was sent.
   *
   * @param sent what people wrote into the request
   * @param secrets the key, in every form it is sent in
   */
  static String of(String raw, List<String> sent, List<String> secrets) {
    var words = plain(raw.length() > LOOKED_AT ? raw.substring(0, LOOKED_AT) : raw);
    // The key first: what is cut out of the middle of it would leave pieces too short to notice.
    for (var secret : secrets) {
      words = withoutEcho(words, secret, ECHO_OF_A_SECRET);
    }
    for (var text : sent) {
      words = withoutEcho(words, text, ECHO);
    }
    return words.codePointCount(0, words.length()) > TOLD
        ? words.substring(0, words.offsetByCodePoints(0, TOLD)) + "…"
        : words;
  }

  private static String plain(String text) {
    var raw = ESCAPED.matcher(text).replaceAll(ServerWords::letter);
    var seen = HtmlEscapes.decode(UNSEEN.matcher(raw).replaceAll(" "));
    return SPACE.matcher(seen).replaceAll(" ").strip();
  }

  private static String letter(MatchResult escaped) {
    return Matcher.quoteReplacement(
        escaped.group(1) == null
            ? escaped.group(2)
            : Character.toString(Integer.parseInt(escaped.group(1), 16)));
  }

  private static String withoutEcho(String words, String sent, int echo) {
    var once = without(words, plain(sent), echo);
    var form = URLEncoder.encode(sent, StandardCharsets.UTF_8);
    return without(without(once, form, echo), form.replace("+", "%20"), echo);
  }

  private static String without(String words, String sent, int echo) {
    if (sent.length() < WORTH_CUTTING) {
      return words;
    }
    // A server may answer in capitals; folded char by char, both keep their length.
    var folded = folded(words);
    var source = folded(sent);
    int least = Math.min(echo, sent.length());
    var kept = new StringBuilder();
    int at = 0;
    while (at < words.length()) {
      int end = at + least;
      if (end > words.length() || !source.contains(folded.substring(at, end))) {
        kept.append(words.charAt(at++));
        continue;
      }
      while (end < words.length() && source.contains(folded.substring(at, end + 1))) {
        end++;
      }
      kept.append('…');
      at = end;
    }
    return kept.toString();
  }

  private static String folded(String text) {
    var chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(Character.toUpperCase(chars[i]));
    }
    return new String(chars);
  }
}
