package io.inboxport.testkit.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends what curl would send for a command line as a shell reads it; knows the options used. */
final class Curl {
  private Curl() {}

  /** Runs it with the host in the URL replaced by the sandbox. */
  static Wire.Answer run(String commandLine, Sandbox sandbox) throws IOException {
    var words = words(commandLine);
    var data = new ArrayList<String>();
    var method = "";
    var url = "";
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-i", "-s" -> {}
        case "-u" -> i++;
        case "-X" -> method = words.get(++i);
        case "-d" -> data.add(words.get(++i));
        default -> url = words.get(i);
      }
    }
    if (method.isEmpty()) {
      method = data.isEmpty() ? "GET" : "POST";
    }
    var target = url.replaceFirst("^(https?://[^/]+|[$]SANDBOX)", "");
    return Wire.call(sandbox, method, target, String.join("&", data));
  }

  /** Splits as a shell does: quotes, escapes, continued lines. */
  static List<String> words(String commandLine) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < commandLine.length(); i++) {
      char c = commandLine.charAt(i);
      if (quote == 0 && c == '\\') {
        char next = commandLine.charAt(++i);
        if (next != '\n') {
          word.append(next);
          inWord = true;
        }
      } else if (quote == c) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
