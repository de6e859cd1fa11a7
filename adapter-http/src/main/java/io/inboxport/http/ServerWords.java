package io.inboxport.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a server said about a failure, fit for an error message. */
final class ServerWords {
  /** What is looked at, and what is told. A reason comes first, and is short. */
  private static final int LOOKED_AT = 4_000;

  private static final int TOLD = 300;

  /** So many chars in a row are no coincidence: the server repeats what was sent. */
  private static final int ECHO = 20;

  /** Shorter texts give nothing away, and are part of many words. */
  private static final int WORTH_CUTTING = 3;

  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->|<[^<>]*>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{C}\\p{Z}]+");

  private ServerWords() {}

  /** The words in the body of a failure: JSON, HTML or plain. */
  static String in(byte[] body, List<String> sent) {
    try {
      return of(Envelope.open(body, Payload::none).words(), sent);
    } catch (IOException e) {
      return of(new String(body, StandardCharsets.UTF_8), sent);
    }
  }

  /**
   * The words of the server in one line, without markup and without anything that was sent.
   *
   * @param sent what people wrote into the request
   */
  static String of(String raw, List<String> sent) {
    var words = plain(raw.length() > LOOKED_AT ? raw.substring(0, LOOKED_AT) : raw);
    for (var text : sent) {
      words = without(words, plain(text));
      words = without(words, URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
    return words.codePointCount(0, words.length()) > TOLD
        ? words.substring(0, words.offsetByCodePoints(0, TOLD)) + "…"
        : words;
  }

  private static String plain(String text) {
    var seen = text.indexOf('<') < 0 ? text : UNSEEN.matcher(text).replaceAll(" ");
    seen =
        seen.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#039;", "'")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
    return SPACE.matcher(seen).replaceAll(" ").strip();
  }

  private static String without(String words, String sent) {
    if (sent.length() < WORTH_CUTTING) {
      return words;
    }
    int least = Math.min(ECHO, sent.length());
    var kept = new StringBuilder();
    int at = 0;
    while (at < words.length()) {
      int end = at + least;
      if (end > words.length() || !sent.contains(words.substring(at, end))) {
        kept.append(words.charAt(at++));
        continue;
      }
      while (end < words.length() && sent.contains(words.substring(at, end + 1))) {
        end++;
      }
      kept.append('…');
      at = end;
    }
    return kept.toString();
  }
}
