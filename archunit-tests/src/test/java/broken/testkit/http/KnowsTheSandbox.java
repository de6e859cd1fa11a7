package broken.testkit.http;

import broken.testkit.sandbox.SoundSandbox;

final class KnowsTheSandbox {
  SoundSandbox sandbox;
}
