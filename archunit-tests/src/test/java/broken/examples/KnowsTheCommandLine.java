package broken.examples;

import broken.app.Program;

public final class KnowsTheCommandLine {
  Program program;
}
