package io.inboxport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/**
 * Framing of the answers on one HTTP/1.1 connection, followed byte by byte as OkHttp reads them.
 *
 * <p>OkHttp reads ahead. What a server sends behind an answer waits in its buffer, and becomes the
 * answer of the next call on that connection, whoever makes it (OkHttp issue 9726). From outside,
 * only the bytes that pass tell where an answer ends.
 *
 * <p>Takes the length from the same headers as OkHttp. Not thread-safe: one call at a time has the
 * connection.
 */
final class AnswerFraming {
  /** Longer lines are none of those that tell the length. */
  private static final int LONGEST_LINE = 128;

  private static final int SWITCHING_PROTOCOLS = 101;

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
        status = statusIn(text());
        part = Part.HEADER;
      }
      case HEADER -> {
        if (lineLength == 0) {
          endHead();
        } else if (mayTellLength()) {
          readHeader(text());
        }
      }
      case CHUNK_SIZE -> startChunk(text());
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

  /** Returns whether the line starts as the two headers do; most lines do not. */
  private boolean mayTellLength() {
    int first = line[0] | 0x20;
    return first == 'c' || first == 't';
  }

  private void readHeader(String header) {
    int colon = header.indexOf(':');
    if (colon < 0) {
      return;
    }
    var name = header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    var value = header.substring(colon + 1).strip();
    if (name.equals("content-length")) {
      long read = value.matches("[0-9]{1,18}") ? Long.parseLong(value) : -1;
      contradictory |= read < 0 || chunked || (length >= 0 && length != read);
      length = read;
    } else if (name.equals("transfer-encoding")) {
      boolean known = value.equalsIgnoreCase("chunked");
      contradictory |= !known || length >= 0 || chunked;
      chunked = known;
    }
  }

  private void startChunk(String size) {
    int extension = size.indexOf(';');
    var digits = (extension < 0 ? size : size.substring(0, extension)).strip();
    if (!digits.matches("\\p{XDigit}{1,15}")) {
      part = Part.UNTIL_CLOSE; // OkHttp gives up on it too.
      return;
    }
    length = Long.parseLong(digits, 16);
    part = length == 0 ? Part.TRAILER : Part.CHUNK;
  }

  /** Returns the status, or 0 if the line tells none. */
  private static int statusIn(String line) {
    return line.matches("HTTP/1\\.\\d [1-9]\\d{2}\\b.*") ? Integer.parseInt(line, 9, 12, 10) : 0;
  }

  private String text() {
    return new String(line, 0, Math.min(lineLength, LONGEST_LINE), ISO_8859_1);
  }
}
