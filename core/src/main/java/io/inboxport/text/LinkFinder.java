package io.inboxport.text;

import java.net.IDN;

/**
 * Walk over what X shortens to a link: web addresses, and names of domains in a text. It goes as
 * twitter-text does, but for the edition of {@link TopLevelDomains}. Takes time in proportion to
 * the text. Not thread-safe.
 */
final class LinkFinder {
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_SLUG = 40;
  private static final String PUNYCODE = "xn--";
  private static final String SHORTENER = "t.co";
  private static final String PATH_MARKS = "!*';:=+,.$/%#[]-\u2013_~|&@";
  private static final String PATH_END_MARKS = "=_#/-+";
  private static final String QUERY_MARKS = "!?*'();:&=+$/%#[]-_.,~|@";
  private static final String QUERY_END_MARKS = "-_&=#/";

  /** Marks that no link follows; a name without a scheme cannot follow the next ones either. */
  private static final String NOT_BEFORE = "@\uFF20$#\uFF03\uFFFE\uFEFF\uFFFF";

  private static final String NOT_BEFORE_NAME = "-_./";
  private static final String NOT_BEHIND_NAME = "@+-";

  private final String text;

  /** The end of what was looked at: a link needs a character between. */
  private int passed;

  private int hostStart;
  private int hostEnd;
  private int start;
  private int end;

  /** Creates it before the first link; {@link #advance} steps to it. */
  LinkFinder(String text) {
    this.text = text;
  }

  /** Returns the begin of the link, or the length of the text if there is no more. */
  int start() {
    return start;
  }

  /** Returns the end of the link. */
  int end() {
    return end;
  }

  /** Steps to the next link. */
  void advance() {
    for (int before = passed; before < text.length(); before++) {
      int from = before + 1;
      int to = canPrecede(text.charAt(before)) ? matchEnd(from) : from;
      if (to == from && before == 0) {
        from = 0;
        to = matchEnd(from);
      }
      if (to > from) {
        passed = to;
        before = to - 1;
        if (isLink(from)) {
          start = from;
          end = shortenerEnd(to);
          return;
        }
      }
    }
    start = text.length();
    end = text.length();
  }

  private static boolean canPrecede(char letter) {
    return !isAsciiLetterOrDigit(letter) && NOT_BEFORE.indexOf(letter) < 0;
  }

  /** Returns the end of what looks like a link at this place, or the place if nothing does. */
  private int matchEnd(int from) {
    hostStart = schemeEnd(text, from);
    hostEnd = hostEnd(text, hostStart);
    if (hostEnd == hostStart && (hostStart > from || isBehindScheme(from))) {
      hostEnd = foreignHostEnd(text, hostStart);
    }
    return hostEnd == hostStart ? from : queryEnd(text, pathEnd(text, portEnd(text, hostEnd)));
  }

  private boolean isBehindScheme(int from) {
    return text.regionMatches(true, from - 7, "http://", 0, 7)
        || text.regionMatches(true, from - 8, "https://", 0, 8);
  }

  private boolean isLink(int from) {
    boolean isName = hostStart == from;
    if (isName && from > 0 && NOT_BEFORE_NAME.indexOf(text.charAt(from - 1)) >= 0) {
      return false;
    }
    try {
      return !IDN.toASCII(text.substring(hostStart, hostEnd), IDN.ALLOW_UNASSIGNED).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A link that X has shortened ends with its slug. */
  private int shortenerEnd(int to) {
    int slug = hostEnd + 1;
    if (hostStart == start
        || slug >= to
        || text.charAt(hostEnd) != '/'
        || !text.substring(hostStart, hostEnd).equalsIgnoreCase(SHORTENER)) {
      return to;
    }
    int slugEnd = slug;
    while (slugEnd < to && isAsciiLetterOrDigit(text.charAt(slugEnd))) {
      slugEnd++;
    }
    return slugEnd == slug || slugEnd - slug > LONGEST_SLUG ? to : slugEnd;
  }

  private static int schemeEnd(String text, int start) {
    for (var scheme : new String[] {"https://", "http://"}) {
      if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
        return start + scheme.length();
      }
    }
    return start;
  }

  /** Returns the end of the longest host name that begins here, or the place if there is none. */
  private static int hostEnd(String text, int start) {
    int end = start;
    int label = start;
    boolean isDomain = false;
    int last = Math.min(text.length(), start + LONGEST_HOST);
    for (int at = start; at <= last; at++) {
      char here = at < text.length() ? text.charAt(at) : ' ';
      if (here == '-' || here == '_' || (isAsciiLetterOrDigit(here) || isAccented(here))) {
        continue;
      }
      // A label ends here: it may end the name, and must be sound to go on.
      int top = isDomain ? topLevelEnd(text, label, at) : label;
      end = top > label ? top : end;
      if (here != '.' || !isLabel(text, label, at)) {
        return end;
      }
      isDomain = text.substring(label, at).indexOf('_') < 0;
      label = at + 1;
    }
    return end;
  }

  /** Returns the end of a name of any script with its top-level domain, or the place if none. */
  private static int foreignHostEnd(String text, int start) {
    int dot = start;
    while (dot < text.length() && (text.charAt(dot) == '-' || isWord(text.charAt(dot)))) {
      dot++;
    }
    if (dot == text.length() || text.charAt(dot) != '.' || !isLabel(text, start, dot)) {
      return start;
    }
    int label = dot + 1;
    int top = isPunycode(text, label) ? label : topLevelEnd(text, label, text.length());
    return top > label ? top : start;
  }

  /** Returns the end of the top-level domain at the begin of this label, or its begin if none. */
  private static int topLevelEnd(String text, int from, int to) {
    if (isPunycode(text, from)) {
      int end = from + PUNYCODE.length();
      while (end < to && (text.charAt(end) == '-' || isAsciiLetterOrDigit(text.charAt(end)))) {
        end++;
      }
      return end > from + PUNYCODE.length() ? end : from;
    }
    int word = from;
    while (word < to && isWord(text.charAt(word))) {
      word++;
    }
    int ascii = from;
    while (ascii < word && text.charAt(ascii) < 0x80) {
      ascii++;
    }
    return isTopLevel(text, from, word) ? word : isTopLevel(text, from, ascii) ? ascii : from;
  }

  private static boolean isPunycode(String text, int from) {
    return text.regionMatches(true, from, PUNYCODE, 0, PUNYCODE.length());
  }

  private static boolean isTopLevel(String text, int from, int to) {
    boolean goesOn = to < text.length() && NOT_BEHIND_NAME.indexOf(text.charAt(to)) >= 0;
    return to > from && !goesOn && TopLevelDomains.contains(text.substring(from, to));
  }

  private static boolean isLabel(String text, int from, int to) {
    return to > from && isEdge(text.charAt(from)) && isEdge(text.charAt(to - 1));
  }

  private static boolean isEdge(char letter) {
    return letter != '-' && letter != '_';
  }

  /** Returns whether it is no mark of ASCII, no space, and no general punctuation. */
  private static boolean isWord(char letter) {
    return letter < 0x80
        ? Character.isLetterOrDigit(letter)
        : !Character.isSpaceChar(letter) && !(letter >= 0x2000 && letter <= 0x206F);
  }

  private static int portEnd(String text, int start) {
    int end = start;
    if (end < text.length() && text.charAt(end) == ':') {
      end++;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
    }
    return end > start + 1 ? end : start;
  }

  private static int pathEnd(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '/') {
      return start;
    }
    int end = start + 1;
    int at = end;
    while (at < text.length()) {
      char here = text.charAt(at);
      int closed = here == '(' ? parenthesesEnd(text, at) : at;
      if (closed > at) {
        at = closed;
        end = at;
      } else if (isPathChar(here)) {
        at++;
        end = isIn(here, PATH_END_MARKS) ? at : end;
      } else {
        break;
      }
    }
    return end;
  }

  /** Returns the end of parentheses that are closed, one deep in another at most. */
  private static int parenthesesEnd(String text, int start) {
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here == '(') {
        depth++;
      } else if (here == ')') {
        depth--;
      } else if (!isPathChar(here)) {
        return start;
      }
      if (depth == 0) {
        return at == start + 1 ? start : at + 1;
      }
      if (depth > 2) {
        return start;
      }
    }
    return start;
  }

  private static int queryEnd(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '?') {
      return start;
    }
    int end = start;
    for (int at = start + 1; at < text.length() && isQueryChar(text.charAt(at)); at++) {
      char here = text.charAt(at);
      if (isAsciiLetterOrDigit(here) || QUERY_END_MARKS.indexOf(here) >= 0) {
        end = at + 1;
      }
    }
    return end;
  }

  private static boolean isPathChar(char here) {
    return isIn(here, PATH_MARKS);
  }

  private static boolean isIn(char here, String marks) {
    return isAsciiLetterOrDigit(here)
        || isAccented(here)
        || (here >= 0x0400 && here <= 0x04FF)
        || marks.indexOf(here) >= 0;
  }

  private static boolean isQueryChar(char here) {
    return isAsciiLetterOrDigit(here) || QUERY_MARKS.indexOf(here) >= 0;
  }

  private static boolean isAsciiLetterOrDigit(char here) {
    return here < 0x80 && Character.isLetterOrDigit(here);
  }

  /** Returns whether it is a Latin letter with an accent, or an accent. */
  private static boolean isAccented(char here) {
    return (here >= 0x00C0 && here <= 0x024F && here != 0x00D7 && here != 0x00F7)
        || "\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB"
                .indexOf(here)
            >= 0
        || (here >= 0x0300 && here <= 0x036F)
        || (here >= 0x1E00 && here <= 0x1EFF);
  }
}
