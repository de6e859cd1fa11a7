package broken.inmemory;

import broken.app.Program;

final class KnowsAProgram {
  Program program;
}
