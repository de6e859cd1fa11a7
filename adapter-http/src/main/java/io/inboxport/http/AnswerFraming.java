package io.inboxport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Framing of the answers on one HTTP/1.1 connection, followed byte by byte as OkHttp reads them.
 *
 * <p>OkHttp reads ahead. What a server sends behind an answer waits in its buffer, and becomes the
 * answer of the next call on that connection, of any caller (OkHttp issue 9726). From outside, only
 * the bytes that pass tell where an answer ends.
 *
 * <p>Takes the length from the same headers as OkHttp. Allocates nothing for an answer. Not
 * thread-safe: one call at a time has the connection.
 */
final class AnswerFraming {
  /** Longer lines are none of those that tell the length. */
  private static final int LONGEST_LINE = 128;

  private static final int SWITCHING_PROTOCOLS = 101;

  /** A length of more digits is none, and could not be counted. */
  private static final int MOST_DIGITS = 18;

  private static final byte[] CONTENT_LENGTH = "content-length".getBytes(US_ASCII);
  private static final byte[] TRANSFER_ENCODING = "transfer-encoding".getBytes(US_ASCII);
  private static final byte[] CHUNKED = "chunked".getBytes(US_ASCII);
  private static final byte[] HTTP_1 = "http/1.".getBytes(US_ASCII);

  private enum Part {
    /** Every byte that comes is one that no request asked for. */
    NOTHING,
    STATUS_LINE,
    HEADER,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    UNTIL_CLOSE
  }

  private final byte[] line = new byte[LONGEST_LINE];
  private Part part = Part.NOTHING;
  private int lineLength;
  private int status;
  private long length;
  private boolean chunked;
  private boolean contradictory;
  private boolean surplus;
  private boolean used;

  /** Expects the answer to a request that is about to leave. */
  void expectAnswer() {
    used = true;
    contradictory = false;
    startHead();
  }

  /** Returns whether a request has left on this connection before. */
  boolean isUsed() {
    return used;
  }

  /** Returns whether every answer came whole, and no byte came that no request asked for. */
  boolean isAtRest() {
    return part == Part.NOTHING && !surplus && !contradictory;
  }

  /** Returns whether the head of the last answer gives two lengths, or one that is none. */
  boolean isContradictory() {
    return contradictory;
  }

  /** Follows bytes that were read. */
  void follow(byte[] bytes, int from, int count) {
    int at = from;
    int end = from + count;
    while (at < end) {
      switch (part) {
        case NOTHING -> {
          surplus = true;
          return;
        }
        case UNTIL_CLOSE -> {
          return;
        }
        case BODY, CHUNK -> {
          int taken = (int) Math.min(length, end - at);
          at += taken;
          length -= taken;
          if (length == 0) {
            part = part == Part.BODY ? Part.NOTHING : Part.CHUNK_END;
          }
        }
        case STATUS_LINE, HEADER, CHUNK_SIZE, CHUNK_END, TRAILER -> followLine(bytes[at++]);
      }
    }
  }

  private void followLine(byte next) {
    if (next != '\n') {
      if (lineLength < LONGEST_LINE) {
        line[lineLength] = next;
      }
      lineLength++;
      return;
    }
    if (lineLength > 0 && lineLength <= LONGEST_LINE && line[lineLength - 1] == '\r') {
      lineLength--;
    }
    endLine();
    lineLength = 0;
  }

  private void endLine() {
    switch (part) {
      case STATUS_LINE -> {
        status = status();
        part = Part.HEADER;
      }
      case HEADER -> {
        if (lineLength == 0) {
          endHead();
        } else {
          readHeader();
        }
      }
      case CHUNK_SIZE -> startChunk();
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      case TRAILER -> {
        if (lineLength == 0) {
          part = Part.NOTHING;
        }
      }
      case NOTHING, BODY, CHUNK, UNTIL_CLOSE -> throw new AssertionError(part);
    }
  }

  private void startHead() {
    part = Part.STATUS_LINE;
    lineLength = 0;
    status = 0;
    length = -1;
    chunked = false;
  }

  private void endHead() {
    if (status == 0 || status == SWITCHING_PROTOCOLS) {
      part = Part.UNTIL_CLOSE;
    } else if (status < 200) {
      startHead(); // "Continue" and the like come before the answer.
    } else if (chunked) {
      part = Part.CHUNK_SIZE;
    } else if (length > 0) {
      part = Part.BODY;
    } else if (length == 0 || status == 204 || status == 304) {
      part = Part.NOTHING;
    } else {
      part = Part.UNTIL_CLOSE;
    }
  }

  private void readHeader() {
    if (isHeader(CONTENT_LENGTH)) {
      long read = number(CONTENT_LENGTH.length, 10);
      contradictory |= read < 0 || chunked || (length >= 0 && length != read);
      length = read;
    } else if (isHeader(TRANSFER_ENCODING)) {
      boolean known = isValue(TRANSFER_ENCODING.length, CHUNKED);
      contradictory |= !known || length >= 0 || chunked;
      chunked = known;
    }
  }

  private void startChunk() {
    length = number(-1, 16);
    // OkHttp gives up on a size that is none, too.
    part = length < 0 ? Part.UNTIL_CLOSE : length == 0 ? Part.TRAILER : Part.CHUNK;
  }

  /** Returns the status, or 0 if the line tells none. */
  private int status() {
    boolean isStatusLine =
        startsWith(HTTP_1, 0) && at(8) == ' ' && (lineLength == 12 || at(12) == ' ');
    int found = 0;
    for (int i = 9; i < 12; i++) {
      int digit = Character.digit(at(i), 10);
      isStatusLine &= digit >= 0;
      found = 10 * found + digit;
    }
    return isStatusLine && found >= 100 ? found : 0;
  }

  /** Returns whether the line is the header of this name, in any case. */
  private boolean isHeader(byte[] name) {
    if (!startsWith(name, 0)) {
      return false;
    }
    int colon = name.length;
    while (isBlank(at(colon))) {
      colon++;
    }
    return at(colon) == ':';
  }

  /** Returns whether the value behind the colon is this word alone, in any case. */
  private boolean isValue(int nameLength, byte[] word) {
    int start = valueStart(nameLength);
    return startsWith(word, start) && valueEnd() == start + word.length;
  }

  /**
   * Returns the number behind the colon, or up to a semicolon if there is no name; -1 if there is
   * none.
   */
  private long number(int nameLength, int radix) {
    int start = nameLength < 0 ? 0 : valueStart(nameLength);
    int end = valueEnd();
    long number = 0;
    int digits = 0;
    for (int i = start; i < end && !(nameLength < 0 && endsChunkSize(at(i))); i++) {
      int digit = Character.digit(at(i), radix);
      if (digit < 0 || ++digits > (radix == 16 ? MOST_DIGITS - 3 : MOST_DIGITS)) {
        return -1;
      }
      number = radix * number + digit;
    }
    return digits == 0 ? -1 : number;
  }

  private int valueStart(int nameLength) {
    int start = nameLength;
    while (at(start) != ':') {
      start++;
    }
    start++;
    while (isBlank(at(start))) {
      start++;
    }
    return start;
  }

  private int valueEnd() {
    int end = Math.min(lineLength, LONGEST_LINE);
    while (end > 0 && isBlank(at(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean startsWith(byte[] lowerCase, int from) {
    for (int i = 0; i < lowerCase.length; i++) {
      if (Character.toLowerCase(at(from + i)) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the char at this place of the line; NUL behind its end. */
  private char at(int place) {
    return place < lineLength && place < LONGEST_LINE ? (char) (line[place] & 0xFF) : 0;
  }

  private static boolean endsChunkSize(char c) {
    return c == ';' || isBlank(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
