package io.inboxport.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers as the vendor's page shows them. */
public final class Samples {
  private Samples() {}

  /** The answer to a get. */
  public static String conversation() {
    return "{\"Result\":true,\"Conversation\":"
        + item(1, ",\"Tags\":[{\"Id\":\"etg000000000001\",\"Name\":\"Support\"}]")
        + "}";
  }

  /** A page of a list. */
  public static String page(int size) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(number -> item(number, ""))
        .collect(
            Collectors.joining(
                ",",
                "{\"Result\":true,\"Conversations\":{\"Total\":" + size + ",\"Items\":[",
                "]}}"));
  }

  private static String item(int number, String tags) {
    return """
        {"Id":"eit%012d","Created":"2025-03-10 14:22:00","Modified":"2025-03-12 09:15:30",\
        "Status":"open","Network":"Facebook","ItemType":"Post",\
        "AssigneeId":"00A000000000001","ProfileName":"Acme Inc"%s}"""
        .formatted(number, tags);
  }
}
