package broken.http;

final class PrintsStackTraces {
  void report(Exception problem) {
    problem.printStackTrace();
  }
}
