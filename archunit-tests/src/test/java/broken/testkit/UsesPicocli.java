package broken.testkit;

import picocli.CommandLine;

final class UsesPicocli {
  CommandLine commandLine;
}
