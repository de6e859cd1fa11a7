package broken.app;

import broken.examples.KnowsTheCommandLine;

final class KnowsTheExamples {
  KnowsTheCommandLine example;
}
